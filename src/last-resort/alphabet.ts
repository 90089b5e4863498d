/**
 * Crockford's base 32: digits and capitals without I, L, O and U. Whoever writes down what he hears may use small letters, spaces
 * and dashes, or the full-width characters of a Chinese keyboard, and may take 0 for O and 1 for I or L.
 */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What a person writes for a letter that is never printed. */
const confused: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", U: "V" };
const separators = /[\s\-.·_,;:/]+/gu;

export const base = letters.length;

/** Bits in one character. */
export const bitsEach = 5;

export function lettersOf(symbols: readonly number[]): string {
  return symbols.map((symbol) => letters[symbol] ?? "").join("");
}

export type Written =
  | { readonly kind: "symbols"; readonly symbols: readonly number[] }
  /** `at` counts the characters of the code from 0, separators left out. */
  | { readonly kind: "stranger"; readonly character: string; readonly at: number };

export function symbolsOf(text: string): Written {
  const plain = text.normalize("NFKC").toUpperCase().replace(separators, "");
  const symbols: number[] = [];
  for (const character of plain) {
    const symbol = letters.indexOf(confused[character] ?? character);
    if (symbol < 0) return { kind: "stranger", character, at: symbols.length };
    symbols.push(symbol);
  }
  return { kind: "symbols", symbols };
}

const groupLength = 4;

/** `7K2M-9QXD-…`: as it is printed and read out. */
export function grouped(symbols: readonly number[]): string {
  return (lettersOf(symbols).match(/.{1,4}/g) ?? []).join("-");
}

/** Number of the group in which a character stands, and its place there, both from 1. */
export function placeOf(at: number): { readonly group: number; readonly place: number } {
  return { group: Math.floor(at / groupLength) + 1, place: (at % groupLength) + 1 };
}
