/** Card numbers in a text: 13 to 19 digits with a check digit, written together or in groups. One pass. */
import { Digits } from "./digits.ts";
import type { CardDataKind } from "./kind.ts";
import { isDigit, otherNumberAt } from "./other-number.ts";

/** What may stand between the digits of one number, also several in a row. */
const separators: ReadonlySet<number> = new Set([
  ...[0x09, 0x20, 0x2d, 0x2e, 0x2f, 0x5f, 0xa0, 0xad, 0xb7, 0x2212, 0x3000, 0xfeff, 0x202f, 0x205f, 0],
  ...Array.from({ length: 0x16 }, (_, at) => 0x2000 + at),
  ...Array.from({ length: 5 }, (_, at) => 0x2060 + at),
]);
const mostBetween = 6;

const zero = 0x30;

/** Expects plain text (plain.ts). */
export function findPan(text: string): CardDataKind | undefined {
  const scan = new Scan();
  for (let at = 0; at < text.length && scan.found !== "pan"; ) at += scan.step(text, at);
  scan.end();
  return scan.found;
}

class Scan {
  found: CardDataKind | undefined;
  readonly #digits = new Digits();
  #between = 0;

  /** Takes what stands at this place; returns how many characters that was. */
  step(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) {
      if (this.#digits.length > 0) this.#separate(code);
      return 1;
    }
    const other = this.#between > 0 || this.#digits.length === 0 ? otherNumberAt(text, at) : 0;
    if (other > 0) {
      this.end();
      return other;
    }
    this.#digits.push(code - zero, this.#between > 0);
    this.#between = 0;
    return 1;
  }

  #separate(code: number): void {
    this.#between += 1;
    if (this.#between > mostBetween || !separators.has(code)) this.end();
  }

  end(): void {
    const kind = this.#digits.find();
    if (this.found === undefined || kind === "pan") this.found = kind ?? this.found;
    this.#digits.clear();
    this.#between = 0;
  }
}
