/** SHA256SUMS over every artefact in a folder, as `sha256sum -c` reads it. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Returns the path of the file. */
export function writeChecksums(folder: string): string {
  const names = readdirSync(folder).filter((name) => /^posdiag.*\.(?:tar\.gz|deb)$/.test(name));
  const sum = (name: string) =>
    createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex");
  const file = join(folder, "SHA256SUMS");
  writeFileSync(
    file,
    names
      .toSorted()
      .map((name) => `${sum(name)}  ${name}\n`)
      .join(""),
  );
  return file;
}
