/**
 * Looks for card data in a text, in all the forms in which it gets into logs: docs/card-data.md. Pure; its time grows with
 * the length of the text and nothing else.
 */
import { base64Words } from "./base64.ts";
import { type HexRow, hexRows, textOf } from "./hex.ts";
import type { CardDataKind } from "./kind.ts";
import { findNamedIn } from "./names.ts";
import { isHash, withoutOpaque } from "./opaque.ts";
import { findPan } from "./pan.ts";
import { plainText } from "./plain.ts";
import { findTag } from "./tags.ts";
import { findTrack } from "./track.ts";

/** Longer ones are not looked through: nothing of ours has such a length. */
export const longestText = 262_144;
/** A text in base64 in a text in base64. */
const deepest = 2;

/** Only what stands there as digits: for a text that is looked through as a value as well. */
export function findDigits(text: string): CardDataKind | undefined {
  if (text.length > longestText) return "unsearchable";
  return findNumbers(withoutOpaque(plainText(text)));
}

export function findCardData(text: string): CardDataKind | undefined {
  if (text.length > longestText) return "unsearchable";
  return findAt(text, 0);
}

function findAt(text: string, depth: number): CardDataKind | undefined {
  if (!mayHold(text)) return undefined;
  const plain = plainText(text);
  return findNamedIn(plain) ?? findNumbers(withoutOpaque(plain)) ?? findInHex(plain) ?? findInBase64(plain, depth);
}

/** Most texts are words of ours, and are told from what must be looked through by one look at each character. */
function mayHold(text: string): boolean {
  let digits = 0;
  let capital = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits += 1;
    // A name with its value, and digits of other scripts.
    else if (code === 0x3a || code === 0x3d || code > 0x7e) return text.length > 5;
    else if (code >= 0x41 && code <= 0x5a) capital = true;
  }
  // Base64 has capitals.
  return digits >= 4 || (capital && text.length >= 10);
}

function findNumbers(text: string): CardDataKind | undefined {
  return hasDigits(text) ? (findTrack(text) ?? findPan(text)) : undefined;
}

/** Whether there are as many digits as the shortest number that is looked for has. */
function hasDigits(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length && count < 12; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) count += 1;
  }
  return count >= 12;
}

/** The shortest tag with its value has some digits, and characters of digits begin with 3. */
const hexDigits = /\d\D{0,8}\d\D{0,8}\d\D{0,8}\d/;

function findInHex(text: string): CardDataKind | undefined {
  if (!hexDigits.test(text)) return undefined;
  for (const row of hexRows(text)) {
    const kind = findInRow(row);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function findInRow({ nibbles, inPairs }: HexRow): CardDataKind | undefined {
  // In one word the digits have been looked at as they stand.
  const packed = inPairs ? findNumbers(nibbles) : undefined;
  const said = findNumbers(textOf(nibbles, 0)) ?? findNumbers(textOf(nibbles, 1));
  return packed ?? said ?? (isHash(nibbles) ? undefined : findTag(nibbles));
}

function findInBase64(text: string, depth: number): CardDataKind | undefined {
  if (depth >= deepest) return undefined;
  for (const { text: said, nibbles } of base64Words(text)) {
    const kind =
      (said === undefined ? undefined : findAt(said, depth + 1)) ??
      (nibbles === undefined ? undefined : (findNumbers(nibbles) ?? findTag(nibbles)));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** The same of bytes: as packed digits, as text, as tags. */
export function findInBytes(bytes: Uint8Array): CardDataKind | undefined {
  const nibbles = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
  return nibbles.length < 14 ? undefined : findInRow({ nibbles, inPairs: true });
}
