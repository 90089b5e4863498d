/** ISO 8583 messages: type, bitmap and fields, in values and in bytes. */
import { FIELDS } from "./fields.ts";
import { type Cursor, decodeField, encodeField, FormatError, take } from "./packing.ts";

/** Field numbers to values: digits, characters, or bytes as capital hexadecimal digits. */
export type Fields = Readonly<Record<number, string>>;

export interface Message {
  /** Message type, four digits. */
  readonly mti: string;
  readonly fields: Fields;
}

export type Decoded =
  | { readonly kind: "ok"; readonly message: Message }
  | { readonly kind: "bad"; readonly error: string };

/** Throws a RangeError for a value that does not fit its field. */
export function encodeMessage({ mti, fields }: Message): Buffer {
  const numbers = Object.keys(fields).map(Number);
  const bodies = numbers.map((number) => encodeNumbered(number, fields[number] ?? ""));
  return Buffer.concat([Buffer.from(mti, "hex"), bitmapOf(numbers), ...bodies]);
}

function encodeNumbered(number: number, value: string): Buffer {
  const format = FIELDS.get(number);
  if (!format) throw new RangeError(`field ${number} is not known`);
  try {
    return encodeField(format, value);
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`field ${number} is ${error.message}`);
    throw error;
  }
}

/** Eight bytes; sixteen, announced by the first bit, where fields beyond 64 are there (ISO 8583 4.1.2). */
function bitmapOf(numbers: readonly number[]): Buffer {
  const isLong = numbers.some((number) => number > 64);
  const bitmap = Buffer.alloc(isLong ? 16 : 8);
  for (const number of isLong ? [1, ...numbers] : numbers) {
    const at = (number - 1) >> 3;
    bitmap[at] = (bitmap[at] ?? 0) | (0x80 >> ((number - 1) & 7));
  }
  return bitmap;
}

/** Strict: unknown fields, wrong digits and bytes left over are all bad. */
export function decodeMessage(bytes: Buffer): Decoded {
  const cursor: Cursor = { bytes, at: 0 };
  let field = 0;
  try {
    const mti = take(cursor, 2).toString("hex");
    if (!/^\d{4}$/.test(mti)) return { kind: "bad", error: `message type ${mti}` };
    const fields: Record<number, string> = {};
    for (const number of numbersIn(cursor)) {
      field = number;
      fields[number] = decodeNumbered(number, cursor);
    }
    const left = bytes.length - cursor.at;
    return left === 0 ? { kind: "ok", message: { mti, fields } } : { kind: "bad", error: `${left} bytes left over` };
  } catch (error) {
    if (error instanceof FormatError) return { kind: "bad", error: `field ${field}: ${error.message}` };
    throw error;
  }
}

function decodeNumbered(number: number, cursor: Cursor): string {
  const format = FIELDS.get(number);
  if (!format) throw new FormatError("not known");
  return decodeField(format, cursor);
}

function numbersIn(cursor: Cursor): readonly number[] {
  const first = take(cursor, 8);
  const bitmap = ((first[0] ?? 0) & 0x80) === 0 ? first : Buffer.concat([first, take(cursor, 8)]);
  const numbers = Array.from({ length: bitmap.length * 8 }, (_, index) => index + 1);
  return numbers.filter(
    (number) => number > 1 && ((bitmap[(number - 1) >> 3] ?? 0) & (0x80 >> ((number - 1) & 7))) !== 0,
  );
}
