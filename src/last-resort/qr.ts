/** A QR code as modules, and in half blocks for a screen of characters. The encoder is uqr's (docs/adr/0063-last-resort.md). */
import { encode } from "uqr";

/** Dark ones are true; the quiet zone is in it. */
export type Modules = readonly (readonly boolean[])[];

/** ISO/IEC 18004, 6.3.8: four modules around. */
const quietZone = 4;

/** Level M: a seventh of it may be torn off or smudged, as paper of a till is. */
export function qrModules(text: string): Modules {
  return encode(text, { ecc: "M", border: quietZone }).data;
}

const blocks: Readonly<Record<string, string>> = { "00": " ", "10": "▀", "01": "▄", "11": "█" };

/** Two rows of modules in a line; dark ones are drawn, so the ground must be light. */
export function halfBlocks(modules: Modules): readonly string[] {
  const tops = modules.filter((_, row) => row % 2 === 0);
  return tops.map((top, line) => {
    const below = modules[2 * line + 1] ?? [];
    return top.map((dark, at) => blocks[`${Number(dark)}${Number(below[at] ?? false)}`] ?? " ").join("");
  });
}
