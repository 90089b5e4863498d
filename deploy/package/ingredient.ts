/** What of other people's work is in an artefact: which package, which version, under which licence, and proof of where it came from. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PackagingError } from "./packaging-error.ts";
import { repository } from "./workshop.ts";

export interface Ingredient {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
  /** The text of its licence, as the package has it. */
  readonly text: string;
  /** Of the package's archive: `sha512-` and base64, as package-lock.json has it. */
  readonly integrity: string;
  readonly homepage?: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly homepage?: string;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

const licenceFile = /^(?:licen[cs]e|copying|unlicense)(?:\.(?:md|txt))?$/i;
const licenceSection = /^#+ licen[cs]e\b.*$/im;

/** The innermost package of a source file, as package-lock.json names it: `node_modules/a/node_modules/@b/c`. */
export function packageFolder(file: string): string | undefined {
  const [folder] = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];
  return folder;
}

/** Of a package without a file for it: the section at the end of its README. */
function licenceText(folder: string): string {
  const names = readdirSync(folder);
  const own = names.find((name) => licenceFile.test(name));
  if (own !== undefined) return readFileSync(join(folder, own), "utf8");
  const readme = names.find((name) => /^readme\.md$/i.test(name));
  const text = readme === undefined ? "" : readFileSync(join(folder, readme), "utf8");
  const at = text.search(licenceSection);
  if (at < 0) throw new PackagingError(`${folder} has no text of its licence`);
  return text.slice(at);
}

function ingredient(folder: string, lock: Lock): Ingredient {
  const at = join(repository, folder);
  if (!existsSync(at)) throw new PackagingError(`${folder} is not there: run \`npm ci\` first`);
  const { name, version, license, homepage }: Manifest = JSON.parse(readFileSync(join(at, "package.json"), "utf8"));
  const integrity = lock.packages[folder]?.integrity;
  if (integrity === undefined) throw new PackagingError(`package-lock.json has no integrity of ${folder}`);
  const more = homepage === undefined ? {} : { homepage };
  return { name, version, licence: license, text: licenceText(at).trim(), integrity, ...more };
}

/** The packages of these source files, by name and version, each once. */
export function ingredientsOf(files: readonly string[]): readonly Ingredient[] {
  const lock: Lock = JSON.parse(readFileSync(join(repository, "package-lock.json"), "utf8"));
  const folders = [...new Set(files.flatMap((file) => packageFolder(file) ?? []))];
  const found = folders.map((folder) => ingredient(folder, lock));
  return [...new Map(found.map((one) => [keyOf(one), one])).values()].toSorted((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  );
}

export const keyOf = ({ name, version }: Ingredient): string => `${name}@${version}`;
