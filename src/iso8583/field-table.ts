/**
 * How the data elements 2 to 64 of ISO 8583 lie on the wire between a Chinese terminal and its acquirer: numbers as BCD, lengths
 * as BCD, text as ASCII (ISO 8583:1987 4.4, with the lengths of the UnionPay terminal specification). An answer may carry
 * more than is asked for; to find what stands behind a field its length must be known, its meaning need not.
 */

/** `bcd`: two digits a byte; `text`: a character a byte; `bytes`: as they are. Lengths count digits, characters, bytes. */
interface Fixed {
  readonly form: "bcd" | "text" | "bytes";
  readonly length: number;
}

/** `lengthDigits`: 2 (LLVAR, one byte) or 3 (LLLVAR, two bytes); `most`: what a receiver need not take. */
interface Variable {
  readonly form: "bcd" | "text" | "bytes";
  readonly lengthDigits: 2 | 3;
  readonly most: number;
}

export type FieldFormat = Fixed | Variable;

const n = (length: number): Fixed => ({ form: "bcd", length });
const an = (length: number): Fixed => ({ form: "text", length });
const b = (length: number): Fixed => ({ form: "bytes", length });
const llN = (most: number): Variable => ({ form: "bcd", lengthDigits: 2, most });
const lllN = (most: number): Variable => ({ form: "bcd", lengthDigits: 3, most });
const llAn = (most: number): Variable => ({ form: "text", lengthDigits: 2, most });
const lllAn = (most: number): Variable => ({ form: "text", lengthDigits: 3, most });
const lllB = (most: number): Variable => ({ form: "bytes", lengthDigits: 3, most });

export const fieldTable: Readonly<Record<number, FieldFormat>> = {
  2: llN(19),
  3: n(6),
  4: n(12),
  5: n(12),
  6: n(12),
  7: n(10),
  8: n(8),
  9: n(8),
  10: n(8),
  11: n(6),
  12: n(6),
  13: n(4),
  14: n(4),
  15: n(4),
  16: n(4),
  17: n(4),
  18: n(4),
  19: n(3),
  20: n(3),
  21: n(3),
  22: n(3),
  23: n(3),
  24: n(3),
  25: n(2),
  26: n(2),
  27: n(1),
  28: an(9),
  29: an(9),
  30: an(9),
  31: an(9),
  32: llN(11),
  33: llN(11),
  34: llAn(28),
  35: llN(37),
  36: lllN(104),
  37: an(12),
  38: an(6),
  39: an(2),
  40: an(3),
  41: an(8),
  42: an(15),
  43: an(40),
  44: llAn(25),
  45: llAn(76),
  46: lllAn(999),
  47: lllAn(999),
  48: lllN(322),
  49: an(3),
  50: an(3),
  51: an(3),
  52: b(8),
  53: n(16),
  54: lllAn(120),
  55: lllB(255),
  56: lllB(999),
  57: lllAn(999),
  58: lllAn(999),
  59: lllAn(999),
  60: lllN(100),
  61: lllN(100),
  62: lllB(999),
  63: lllAn(999),
  64: b(8),
};
