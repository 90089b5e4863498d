/** One target as a Debian package, made by dpkg-deb: with Node in it, or for the system's. */
import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Packed } from "./archive.ts";
import { type Artefact, contentsOf, type Release } from "./contents.ts";
import { changelogFile, controlFile, copyrightFile, type Package } from "./control.ts";
import { completionItems, manualItems, systemFiles } from "./system-files.ts";
import { addToTree, bytesOf, fileItem, filesBelow, type Item, layTree, program, textItem } from "./tree.ts";
import { unitText } from "./unit.ts";
import { repository, run, type Workshop } from "./workshop.ts";

export interface DebianRelease extends Release {
  /** `Name <mail>`. */
  readonly maintainer: string;
}

const home = "usr/lib/posdiag";
const scripts = ["postinst", "prerm", "postrm"] as const;

const inRepository = (path: string): string => join(repository, path);

function systemItems(documents: string): readonly Item[] {
  return systemFiles.map(({ from, debian }) =>
    fileItem(debian.replace("usr/share/doc/posdiag", documents), inRepository(from)),
  );
}

function documentItems(one: Package, texts: { readonly sbom: string; readonly notices: string }): readonly Item[] {
  const folder = `usr/share/doc/${one.name}`;
  return [
    textItem(`${folder}/copyright`, copyrightFile(readFileSync(inRepository("LICENSE"), "utf8"), one.name)),
    textItem(`${folder}/changelog`, changelogFile(one)),
    textItem(`${folder}/sbom.cdx.json`, texts.sbom),
    textItem(`${folder}/THIRD-PARTY.txt`, texts.notices),
    fileItem(`usr/share/lintian/overrides/${one.name}`, inRepository(`deploy/debian/${one.name}.lintian-overrides`)),
  ];
}

/** All files of the package, its control files aside. */
function packageItems(artefact: Artefact, one: Package, workshop: Workshop): readonly Item[] {
  const { items, sbom, notices } = contentsOf(artefact, workshop, one);
  return [
    ...items.map((item) => ({ ...item, to: `${home}/${item.to}` })),
    program(fileItem("usr/bin/posdiag", inRepository("deploy/package/launcher.sh"))),
    textItem("usr/lib/systemd/system/posdiag.service", unitText(artefact.node !== undefined)),
    ...systemItems(`usr/share/doc/${one.name}`),
    ...manualItems("usr/share/man"),
    ...completionItems("usr/share", "vendor-completions"),
    ...documentItems(one, { sbom, notices }),
  ];
}

function md5sums(tree: string, names: readonly string[]): string {
  const sum = (name: string) =>
    createHash("md5")
      .update(readFileSync(join(tree, name)))
      .digest("hex");
  return names.map((name) => `${sum(name)}  ${name}\n`).join("");
}

function controlItems(one: Package, tree: string): readonly Item[] {
  const names = filesBelow(tree);
  const conffiles = names.filter((name) => name.startsWith("etc/"));
  const others = names.filter((name) => !name.startsWith("etc/"));
  return [
    textItem("DEBIAN/control", controlFile(one)),
    textItem("DEBIAN/conffiles", conffiles.map((name) => `/${name}\n`).join("")),
    textItem("DEBIAN/md5sums", md5sums(tree, others)),
    ...scripts.map((name) => program(fileItem(`DEBIAN/${name}`, inRepository(`deploy/debian/${name}`)))),
  ];
}

/** Policy 12.1 and 12.7: manual pages and changelogs are packed. */
function packDocuments(tree: string, { name }: Package): void {
  const pages = manualItems("usr/share/man").map(({ to }) => to);
  run("gzip", ["-n", "-9", ...[...pages, `usr/share/doc/${name}/changelog`].map((file) => join(tree, file))]);
}

/** Throws a PackagingError where dpkg-deb is missing. The same files give the same bytes. */
export function packDebian(
  artefact: Artefact,
  place: { readonly workshop: Workshop; readonly out: string },
  release: DebianRelease,
): Packed {
  const { workshop, out } = place;
  const name = artefact.node ? "posdiag" : "posdiag-system-node";
  const architecture = artefact.target.debian;
  if (architecture === undefined) throw new Error(`${artefact.target.name} has no architecture of Debian`);
  const bare: Package = { ...release, name, architecture, installedKb: 0 };
  const items = packageItems(artefact, bare, workshop);
  const tree = join(workshop.staging, name);
  layTree(tree, items);
  packDocuments(tree, bare);
  addToTree(tree, controlItems({ ...bare, installedKb: Math.ceil(bytesOf(items) / 1024) }, tree));
  const file = join(out, `${name}_${release.version}_${architecture}.deb`);
  // One thread: with more the result depends on how many there are. Level 1: of Node's 127 MB, level 6 makes 30 MB instead of 35 in four times the time.
  run("dpkg-deb", ["--root-owner-group", "-Zxz", "-z1", "--threads-max=1", "--build", tree, file], {
    SOURCE_DATE_EPOCH: String(release.epoch),
  });
  rmSync(tree, { recursive: true });
  return { file, items };
}
