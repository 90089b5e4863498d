/** A folder as it is packed: which file goes where, with the modes that it has on the terminal, whatever the umask here is. */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface Item {
  /** From the top of the tree, without a slash at its beginning. */
  readonly to: string;
  /** A file to copy, or text. */
  readonly content: { readonly file: string } | { readonly text: string };
  readonly executable?: boolean;
}

export const fileItem = (to: string, file: string): Item => ({ to, content: { file } });
export const textItem = (to: string, text: string): Item => ({ to, content: { text } });
export const program = (item: Item): Item => ({ ...item, executable: true });

/** Every file below a folder, or of it alone where it is one file: paths from the folder, sorted. */
export function filesBelow(folder: string): readonly string[] {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return found.filter((name) => statSync(join(folder, name)).isFile()).toSorted();
}

/** The files below a folder as items below another; shell scripts can be run. */
export function folderItems(to: string, folder: string, fits = /./): readonly Item[] {
  return filesBelow(folder)
    .filter((name) => fits.test(name))
    .map((name) => ({ ...fileItem(join(to, name), join(folder, name)), executable: name.endsWith(".sh") }));
}

/** Makes the tree anew. */
export function layTree(top: string, items: readonly Item[]): void {
  rmSync(top, { recursive: true, force: true });
  addToTree(top, items);
}

export function addToTree(top: string, items: readonly Item[]): void {
  for (const { to, content, executable } of items) {
    const file = join(top, to);
    mkdirSync(dirname(file), { recursive: true });
    if ("file" in content) copyFileSync(content.file, file);
    else writeFileSync(file, content.text);
    chmodSync(file, executable ? 0o755 : 0o644);
  }
  for (const name of readdirSync(top, { recursive: true, encoding: "utf8" })) {
    if (statSync(join(top, name)).isDirectory()) chmodSync(join(top, name), 0o755);
  }
  chmodSync(top, 0o755);
}

/** Bytes of all files. */
export function bytesOf(items: readonly Item[]): number {
  return items.reduce(
    (sum, { content }) => sum + ("file" in content ? statSync(content.file).size : Buffer.byteLength(content.text)),
    0,
  );
}
