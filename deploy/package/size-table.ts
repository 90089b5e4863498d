/** The table of docs/artefacts.md: what each artefact takes, packed and installed. */
import { statSync } from "node:fs";
import { basename } from "node:path";
import type { Packed } from "./archive.ts";
import { bytesOf, type Item } from "./tree.ts";

const kilobytes = (bytes: number): string => Math.ceil(bytes / 1_000).toLocaleString("en-US");

function of(items: readonly Item[], fits: RegExp): number {
  return bytesOf(items.filter(({ to }) => fits.test(to)));
}

const parts = [/posdiag\.cjs$/, /\.node$/, /(?:^|\/)node$/, /posdiag-office\.cjs$|(?:^|\/)console\//] as const;

/** In kilobytes of 1,000 bytes; files alone, without what a file system adds. */
export function sizeTable(packed: readonly Packed[]): string {
  const rows = packed.map(({ file, items }) => {
    const cells = [statSync(file).size, bytesOf(items), ...parts.map((part) => of(items, part))];
    return `| \`${basename(file)}\` | ${cells.map((bytes) => (bytes === 0 ? "–" : kilobytes(bytes))).join(" | ")} |\n`;
  });
  return `| artefact | packed | unpacked | agent | addons | Node | office |\n|---|---:|---:|---:|---:|---:|---:|\n${rows.join("")}`;
}
