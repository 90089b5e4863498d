/** One target as a tar.gz: one folder in it, that is put where the integrator wants it. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Artefact, contentsOf, type Release } from "./contents.ts";
import { completionItems, linuxItems, manualItems, otherItems } from "./system-files.ts";
import { isAndroid } from "./target.ts";
import { fileItem, folderItems, type Item, layTree, program, textItem } from "./tree.ts";
import { unitText } from "./unit.ts";
import { repository, run, type Workshop } from "./workshop.ts";

export interface Packed {
  readonly file: string;
  /** Of the files in it, unpacked. */
  readonly items: readonly Item[];
}

export function archiveName({ target, node }: Artefact, { version }: Release): string {
  return `posdiag-${version}-${target.name}${node ? `-node${node.major}` : ""}.tar.gz`;
}

function shareItems({ target, node }: Artefact): readonly Item[] {
  const around = [...manualItems("share/man"), ...completionItems("share", "site-functions")];
  if (target.office) return around;
  if (isAndroid(target)) return [...otherItems, ...folderItems("share/android", join(repository, "deploy/android"))];
  return [...around, ...linuxItems, textItem("share/systemd/posdiag.service", unitText(node !== undefined))];
}

export function archiveItems(artefact: Artefact, workshop: Workshop, release: Release): readonly Item[] {
  const { items, sbom, notices } = contentsOf(artefact, workshop, release);
  return [
    ...items,
    ...shareItems(artefact),
    program(fileItem("bin/posdiag", join(repository, "deploy/package/launcher.sh"))),
    fileItem("LICENSE", join(repository, "LICENSE")),
    textItem("THIRD-PARTY.txt", notices),
    textItem("sbom.cdx.json", sbom),
  ];
}

/** GNU tar, in the order of names, with one owner and one time: the same files give the same bytes. */
export function packArchive(
  artefact: Artefact,
  place: { readonly workshop: Workshop; readonly out: string },
  release: Release,
): Packed {
  const { workshop, out } = place;
  const items = archiveItems(artefact, workshop, release);
  const top = `posdiag-${release.version}`;
  layTree(join(workshop.staging, top), items);
  const file = join(out, archiveName(artefact, release));
  const plain = file.slice(0, -".gz".length);
  const same = [
    "--sort=name",
    "--format=ustar",
    "--owner=0",
    "--group=0",
    "--numeric-owner",
    `--mtime=@${release.epoch}`,
  ];
  run("tar", ["-cf", plain, ...same, "-C", workshop.staging, top]);
  run("gzip", ["-n", "-f", plain]);
  rmSync(join(workshop.staging, top), { recursive: true });
  return { file, items };
}
