/** Node for an artefact that brings its own: fetched while packaging, never on the terminal, and held against a pinned hash. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Ingredient } from "./ingredient.ts";
import releases from "./node-releases.json" with { type: "json" };
import { PackagingError } from "./packaging-error.ts";
import type { Target } from "./target.ts";
import { run } from "./workshop.ts";

export type NodeMajor = keyof typeof releases;
export const nodeMajors: readonly NodeMajor[] = ["22", "24"];

export interface BroughtNode {
  readonly major: NodeMajor;
  /** The program. */
  readonly file: string;
  readonly ingredient: Ingredient;
}

/** Archives stay, so that they are fetched once; $XDG_CACHE_HOME after the XDG base directory specification. */
export function nodeCache(env: Readonly<Record<string, string | undefined>>): string {
  return join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "posdiag", "node");
}

export function integrityOf(archive: string): string {
  return `sha512-${createHash("sha512").update(readFileSync(archive)).digest("base64")}`;
}

/** The archive in the cache, fetched where it is not there. Throws a PackagingError when it is not the one that is pinned. */
export function fetchArchive(cache: string, spec: string, pinned: string): string {
  const archive = join(cache, `${spec.replace("@", "-")}.tgz`);
  mkdirSync(cache, { recursive: true });
  if (!existsSync(archive)) {
    const [fetched = ""] = run("npm", ["pack", "--silent", "--pack-destination", cache, spec])
      .trim()
      .split("\n")
      .slice(-1);
    if (join(cache, fetched) !== archive) renameSync(join(cache, fetched), archive);
  }
  const found = integrityOf(archive);
  if (found === pinned) return archive;
  throw new PackagingError(
    `${archive} is not what node-releases.json pins: it has ${found}, not ${pinned}; remove it and try again`,
  );
}

/** Undefined where these packages have no Node for the target. `staging` is where it is unpacked. */
export function bringNode(
  target: Target,
  major: NodeMajor,
  places: { readonly cache: string; readonly staging: string },
): BroughtNode | undefined {
  const { version, packages } = releases[major];
  const { node } = target;
  if (node === undefined) return undefined;
  const integrity = new Map(Object.entries(packages)).get(node);
  if (integrity === undefined) throw new PackagingError(`node-releases.json has no ${node} for Node ${major}`);
  const archive = fetchArchive(places.cache, `${node}@${version}`, integrity);
  const folder = join(places.staging, `${node}-${version}`);
  mkdirSync(folder, { recursive: true });
  run("tar", ["-xzf", archive, "-C", folder, "--strip-components=1"]);
  const text = readFileSync(join(folder, "LICENSE"), "utf8").trim();
  const ingredient = { name: node, version, licence: "MIT", text, integrity, homepage: "https://nodejs.org/" };
  return { major, file: join(folder, "bin", "node"), ingredient };
}
