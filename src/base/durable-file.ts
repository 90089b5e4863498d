/** Replacing a whole file so that a power cut leaves the old content or the new one, never a part of either. */
import { type FileHandle, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

async function durably(opening: Promise<FileHandle>, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await opening;
  try {
    await fill(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the names in a directory durable. */
export function syncDirectory(path: string): Promise<void> {
  return durably(open(path, "r"), async () => {});
}

/** Resolves when the new content is on disk under this name. Writes `<path>.new` first. Rejects with the system's error. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  await durably(open(`${path}.new`, "w", 0o600), (file) => file.writeFile(content));
  await rename(`${path}.new`, path);
  await syncDirectory(dirname(path));
}
