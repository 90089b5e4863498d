/**
 * A folder with the C and C++ libraries of another processor, from this machine's own Debian sources. This machine's package
 * system is only asked, by a configuration of its own: no architecture is added to it and nothing is installed.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./tool.ts";

/** Debian's names. */
export type Architecture = "arm64" | "armhf";

/** What Node and the addon need beside themselves; Node for 32-bit ARM wants libatomic, too. */
const libraries = ["libc6", "libgcc-s1", "libstdc++6", "libatomic1"] as const;

/** Only Debian's own list: others may not have this architecture, and then the whole update fails. */
const debianList = "/etc/apt/sources.list.d/debian.sources";

function aptOptions(architecture: Architecture, folder: string): readonly string[] {
  const lists = existsSync(debianList) ? [`Dir::Etc::SourceList=${debianList}`, "Dir::Etc::SourceParts=/dev/null"] : [];
  const settings = [
    ...[`APT::Architecture=${architecture}`, `APT::Architectures=${architecture}`],
    ...[`Dir::State=${join(folder, "state")}`, `Dir::State::Status=${join(folder, "status")}`],
    ...[`Dir::Cache=${join(folder, "cache")}`, "APT::Sandbox::User=root", ...lists],
  ];
  return settings.flatMap((setting) => ["-o", setting]);
}

/** The folder for `qemu-…-static -L`. Made once, and kept in `cache`. */
export function laySysroot(architecture: Architecture, cache: string): string {
  const root = join(cache, `sysroot-${architecture}`);
  if (existsSync(root)) return root;
  const folder = join(cache, `apt-${architecture}`);
  const packages = join(folder, "packages");
  for (const name of ["state/lists/partial", "cache/archives/partial", "packages"]) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, "status"), "");
  const options = aptOptions(architecture, folder);
  run("apt-get", [...options, "-qq", "update"]);
  run("apt-get", [...options, "-qq", "download", ...libraries], packages);
  const unfinished = `${root}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  for (const name of readdirSync(packages)) run("dpkg-deb", ["-x", join(packages, name), unfinished]);
  renameSync(unfinished, root);
  rmSync(folder, { recursive: true });
  return root;
}
