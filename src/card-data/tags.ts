/** EMV tags that must not leave the payment application (docs/card-data.md), in rows of bytes. */
import type { CardDataKind } from "./kind.ts";
import { isTrackData } from "./track.ts";

interface Never {
  readonly kind: CardDataKind;
  /** Of the value, in bytes (EMV 4.3 book 3 annex A). */
  readonly lengths: readonly [number, number];
  /** Whether digits may be such a value: a row of random bytes has each tag somewhere. */
  fits(nibbles: string): boolean;
}

const packed = (nibbles: string): boolean => /^\d{12,20}[fF]*$/.test(nibbles);
const readable = (nibbles: string): boolean => /^(?:[2-7][0-9a-fA-F])+$/.test(nibbles);
const isDate = (nibbles: string): boolean => /^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(nibbles);
const decimal = (nibbles: string): boolean => /^\d{4,}[fF]*$/.test(nibbles);
const discretionary = (nibbles: string): boolean => readable(nibbles) || decimal(nibbles);

export const neverTags: Readonly<Record<string, Never>> = {
  "57": { kind: "track", lengths: [8, 19], fits: isTrackData },
  "5A": { kind: "pan", lengths: [6, 10], fits: packed },
  "5F20": { kind: "emv", lengths: [2, 26], fits: readable },
  "5F24": { kind: "emv", lengths: [3, 3], fits: isDate },
  "56": { kind: "track", lengths: [8, 76], fits: (nibbles) => readable(nibbles) && nibbles.startsWith("42") },
  "99": { kind: "pin", lengths: [8, 8], fits: () => false },
  "9F0B": { kind: "emv", lengths: [27, 45], fits: readable },
  "9F1F": { kind: "track", lengths: [4, 60], fits: discretionary },
  "9F20": { kind: "track", lengths: [4, 60], fits: discretionary },
  "9F6B": { kind: "track", lengths: [8, 19], fits: isTrackData },
};

interface Item {
  readonly tag: string;
  /** In bytes. */
  readonly length: number;
  /** Where the value begins. */
  readonly at: number;
}

const byteAt = (nibbles: string, at: number): number => Number.parseInt(nibbles.slice(at, at + 2), 16);

/** Tag and length (BER, X.690 8.1) at this place, undefined when the value would not end within the row. */
function itemAt(nibbles: string, from: number): Item | undefined {
  const long = (byteAt(nibbles, from) & 0x1f) === 0x1f;
  const tag = nibbles.slice(from, from + (long ? 4 : 2)).toUpperCase();
  let at = from + tag.length;
  let length = byteAt(nibbles, at);
  at += 2;
  if (length === 0x81) {
    length = byteAt(nibbles, at);
    at += 2;
  }
  return length <= 0xff && length !== 0x80 && at + 2 * length <= nibbles.length ? { tag, length, at } : undefined;
}

function inRange(length: number, [least, most]: readonly [number, number]): boolean {
  return length >= least && length <= most;
}

/** A tag with a value that fits it, wherever it stands; or any tag of the list in a row that is tags from its beginning. */
export function findTag(nibbles: string): CardDataKind | undefined {
  for (let at = 0; at + 4 < nibbles.length; at += 2) {
    const item = mayBegin(nibbles, at) ? itemAt(nibbles, at) : undefined;
    const never = item && neverTags[item.tag];
    if (item === undefined || never === undefined || !inRange(item.length, never.lengths)) continue;
    if (never.fits(nibbles.slice(item.at, item.at + 2 * item.length))) return never.kind;
  }
  return walkTags(nibbles);
}

/** All tags of the list begin with 5 or 9. */
function mayBegin(nibbles: string, at: number): boolean {
  const code = nibbles.charCodeAt(at);
  return code === 0x35 || code === 0x39;
}

function walkTags(nibbles: string): CardDataKind | undefined {
  for (let at = 0; at + 4 < nibbles.length; ) {
    const item = itemAt(nibbles, at);
    if (item === undefined || item.length === 0) return undefined;
    const never = neverTags[item.tag];
    if (never && inRange(item.length, never.lengths)) return never.kind;
    const constructed = (byteAt(nibbles, at) & 0x20) !== 0;
    at = constructed ? item.at : item.at + 2 * item.length;
  }
  return undefined;
}
