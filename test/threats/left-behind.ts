/** What a program leaves on the disk: every file and folder below one, with who may do what to it. */
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface Left {
  /** From the folder that was looked into. */
  readonly path: string;
  readonly kind: "file" | "folder" | "socket" | "other";
  readonly mode: number;
}

export function leftIn(folder: string): readonly Left[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .sort()
    .map((path) => {
      const found = lstatSync(join(folder, path));
      const kind = found.isFile() ? "file" : found.isDirectory() ? "folder" : found.isSocket() ? "socket" : "other";
      return { path, kind, mode: found.mode & 0o777 };
    });
}
