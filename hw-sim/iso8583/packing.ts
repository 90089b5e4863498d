/** One field's value between text and bytes. Values are text throughout: digits, characters, or bytes as hexadecimal digits. */
import type { FieldFormat } from "./fields.ts";

/** Bytes being read, and how far. */
export interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

/** What a field's bytes cannot be; its message names the field. Never leaves this folder. */
export class FormatError extends Error {}

const ALPHABETS = { n: /^\d*$/, z: /^[\d=D]*$/, ans: /^[\x20-\x7e\x80-\xff]*$/, b: /^([\dA-F]{2})*$/ } as const;
/** The separator of a track is D on the line (ISO 7813 has `=`). */
const SEPARATOR = { text: /=/g, nibble: "D" } as const;

/** Digits two a byte. */
export function pack(digits: string, pad: "before" | "behind"): Buffer {
  const even = digits.length % 2 === 0 ? digits : pad === "before" ? `0${digits}` : `${digits}0`;
  return Buffer.from(even, "hex");
}

/** Throws a RangeError for a value that the field cannot hold: a mistake of whoever makes the message. */
export function encodeField({ kind, width, pad }: FieldFormat, value: string): Buffer {
  if (!ALPHABETS[kind].test(value)) throw new RangeError(`not of type ${kind}: ${value.length} characters`);
  const length = kind === "b" ? value.length / 2 : value.length;
  if (typeof width === "number") {
    if (length !== width) throw new RangeError(`${length} long instead of ${width}`);
    return body(kind, value, pad ?? "before");
  }
  if (length > width.max) throw new RangeError(`${length} long, at most ${width.max}`);
  const prefix = pack(String(length).padStart(width.prefix, "0"), "before");
  return Buffer.concat([prefix, body(kind, value, "behind")]);
}

function body(kind: FieldFormat["kind"], value: string, pad: "before" | "behind"): Buffer {
  if (kind === "ans") return Buffer.from(value, "latin1");
  if (kind === "b") return Buffer.from(value, "hex");
  return pack(value.replace(SEPARATOR.text, SEPARATOR.nibble), pad);
}

/** Throws a FormatError where the bytes are not what the field allows. */
export function decodeField({ kind, width, pad }: FieldFormat, cursor: Cursor): string {
  const fixed = typeof width === "number";
  const length = fixed ? width : lengthOf(width, cursor);
  if (kind === "ans") return checked(kind, take(cursor, length).toString("latin1"));
  if (kind === "b") return take(cursor, length).toString("hex").toUpperCase();
  const packed = take(cursor, Math.ceil(length / 2))
    .toString("hex")
    .toUpperCase();
  const behind = !fixed || pad === "behind";
  const spare = behind ? packed.slice(length) : packed.slice(0, packed.length - length);
  // Terminals pad with 0; track data with 0 or F.
  if (!/^[0F]?$/.test(spare)) throw new FormatError(`padded with ${spare}`);
  return checked(kind, behind ? packed.slice(0, length) : packed.slice(spare.length)).replaceAll(SEPARATOR.nibble, "=");
}

function lengthOf({ prefix, max }: { readonly prefix: 2 | 3; readonly max: number }, cursor: Cursor): number {
  const packed = take(cursor, Math.ceil(prefix / 2)).toString("hex");
  if (!/^\d+$/.test(packed) || Number(packed) > max) throw new FormatError(`length ${packed}, at most ${max}`);
  return Number(packed);
}

function checked(kind: "n" | "z" | "ans", value: string): string {
  if (!ALPHABETS[kind].test(value)) throw new FormatError(`not of type ${kind}`);
  return value;
}

/** Throws a FormatError when fewer bytes are left. */
export function take(cursor: Cursor, count: number): Buffer {
  const end = cursor.at + count;
  if (end > cursor.bytes.length) throw new FormatError(`${end - cursor.bytes.length} bytes short`);
  const taken = cursor.bytes.subarray(cursor.at, end);
  cursor.at = end;
  return taken;
}
