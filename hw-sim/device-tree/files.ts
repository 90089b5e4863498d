/** Small files of a tree, each replaced as a whole: who reads meanwhile sees the old one or the new one. */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${text}\n`);
  renameSync(`${path}.new`, path);
}

/** Name or path below the folder → its text. */
export function writeTree(folder: string, files: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(files)) writeFile(join(folder, name), String(value));
}
