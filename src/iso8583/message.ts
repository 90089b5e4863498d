/** A message: type, bitmap, fields. Reading is strict: what does not fit its format makes the whole message unreadable. */
import { type FieldFormat, fieldTable } from "./field-table.ts";

const typeBytes = 2;
const bitmapBytes = 8;

export interface Message {
  /** Four digits, e.g. `0830`. */
  readonly type: string;
  /** By number: digits of a `bcd` field, characters of a `text` field, hexadecimal digits of a `bytes` field. */
  readonly fields: ReadonlyMap<number, string>;
}

interface Cut {
  readonly value: string;
  readonly end: number;
}

const bytesFor = (form: FieldFormat["form"], length: number): number =>
  form === "bcd" ? Math.ceil(length / 2) : length;

/** How many digits, characters or bytes the field has, and where it begins. */
function extent(format: FieldFormat, bytes: Buffer, at: number): { length: number; start: number } | undefined {
  if ("length" in format) return { length: format.length, start: at };
  const start = at + Math.ceil(format.lengthDigits / 2);
  const digits = bytes.toString("hex", at, start);
  if (start > bytes.length || !/^\d+$/.test(digits)) return undefined;
  const length = Number(digits);
  return length <= format.most ? { length, start } : undefined;
}

/** ISO 8583 4.4: a fixed number is right aligned, one of variable length left aligned; `D` separates the parts of a track. */
function digitsOf(format: FieldFormat, hex: string, length: number): string | undefined {
  const digits = "length" in format ? hex.slice(hex.length - length) : hex.slice(0, length);
  return /^[\dd]*$/.test(digits) ? digits : undefined;
}

function cut(format: FieldFormat, bytes: Buffer, at: number): Cut | undefined {
  const found = extent(format, bytes, at);
  if (!found) return undefined;
  const { length, start } = found;
  const end = start + bytesFor(format.form, length);
  if (end > bytes.length) return undefined;
  if (format.form === "text") return { value: bytes.toString("latin1", start, end), end };
  const hex = bytes.toString("hex", start, end);
  const value = format.form === "bcd" ? digitsOf(format, hex, length) : hex;
  return value === undefined ? undefined : { value, end };
}

/** Numbers of the fields whose bit is set. Bit 1 says that 64 more follow, which no answer to a terminal has. */
function present(bitmap: Buffer): readonly number[] {
  return Array.from({ length: bitmapBytes * 8 }, (_, at) => at + 1).filter(
    (number) => ((bitmap[(number - 1) >> 3] ?? 0) >> (7 - ((number - 1) % 8))) & 1,
  );
}

/** Undefined when it is not a message of this kind, a field does not fit its format, or anything is left over. */
export function decodeMessage(bytes: Buffer): Message | undefined {
  const type = bytes.toString("hex", 0, typeBytes);
  let at = typeBytes + bitmapBytes;
  if (bytes.length < at || !/^\d{4}$/.test(type)) return undefined;
  const fields = new Map<number, string>();
  for (const number of present(bytes.subarray(typeBytes, at))) {
    const format = fieldTable[number];
    const found = format && cut(format, bytes, at);
    if (!found) return undefined;
    fields.set(number, found.value);
    at = found.end;
  }
  return at === bytes.length ? { type, fields } : undefined;
}

function encodeField(format: FieldFormat, value: string): Buffer {
  const length = format.form === "bytes" ? value.length / 2 : value.length;
  const variable = "lengthDigits" in format;
  const width = variable ? format.lengthDigits + (format.lengthDigits % 2) : 0;
  const head = Buffer.from(variable ? String(length).padStart(width, "0") : "", "hex");
  if (format.form === "text") return Buffer.concat([head, Buffer.from(value, "latin1")]);
  const even = value.length + (value.length % 2);
  return Buffer.concat([head, Buffer.from(variable ? value.padEnd(even, "0") : value.padStart(even, "0"), "hex")]);
}

/** Values must fit their formats: they are our own. */
export function encodeMessage({ type, fields }: Message): Buffer {
  const bitmap = Buffer.alloc(bitmapBytes);
  const bodies = [...fields]
    .toSorted(([a], [b]) => a - b)
    .map(([number, value]) => {
      const format = fieldTable[number];
      if (!format) throw new RangeError(`field ${number} has no format`);
      bitmap.writeUInt8(bitmap.readUInt8((number - 1) >> 3) | (0x80 >> ((number - 1) % 8)), (number - 1) >> 3);
      return encodeField(format, value);
    });
  return Buffer.concat([Buffer.from(type, "hex"), bitmap, ...bodies]);
}
