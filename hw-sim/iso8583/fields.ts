/**
 * How each field lies on the line between a Chinese terminal and its acquirer: ISO 8583:1987 with digits packed two a byte.
 * Numbers, types and widths are the standard's (its table of data elements) unless a comment names another source; the
 * packing is UnionPay's. Fields that carry card data (2, 14, 35, 36, 52, 55) are known so that bytes of others can be read
 * past them; the bench itself never fills them.
 */

/**
 * `n`: digits, packed. `z`: track characters, packed. `ans`: one byte a character. `b`: bytes, written as hexadecimal digits.
 * A fixed width counts digits, characters or bytes; a variable one has its length in front, `prefix` decimal digits long.
 */
export interface FieldFormat {
  readonly kind: "n" | "z" | "ans" | "b";
  readonly width: number | { readonly prefix: 2 | 3; readonly max: number };
  /** Where the half byte is that an odd number of digits leaves over; variable fields always have it behind. */
  readonly pad?: "behind";
}

const digits = (width: number): FieldFormat => ({ kind: "n", width });
const text = (width: number): FieldFormat => ({ kind: "ans", width });
const bytes = (width: number): FieldFormat => ({ kind: "b", width });
const ll = (kind: FieldFormat["kind"], max: number): FieldFormat => ({ kind, width: { prefix: 2, max } });
const lll = (kind: FieldFormat["kind"], max: number): FieldFormat => ({ kind, width: { prefix: 3, max } });

export const FIELDS: ReadonlyMap<number, FieldFormat> = new Map([
  [2, ll("n", 19)],
  [3, digits(6)],
  [4, digits(12)],
  [11, digits(6)],
  [12, digits(6)], // hhmmss; in answers the host's time
  [13, digits(4)], // MMDD
  [14, digits(4)],
  [15, digits(4)],
  [22, { kind: "n", width: 3, pad: "behind" }], // UnionPay: three digits, to the left in two bytes
  [23, digits(3)],
  [25, digits(2)],
  [26, digits(2)],
  [32, ll("n", 11)],
  [35, ll("z", 37)],
  [36, lll("z", 104)],
  [37, text(12)],
  [38, text(6)],
  [39, text(2)],
  [41, text(8)],
  [42, text(15)],
  [44, ll("ans", 25)],
  [48, lll("n", 62)], // UnionPay: totals of a settlement; lll n as all its digits
  [49, text(3)],
  [52, bytes(8)],
  [53, digits(16)],
  [54, lll("ans", 20)],
  [55, lll("b", 255)],
  [59, lll("ans", 600)], // UnionPay: what the terminal tells of itself
  [60, lll("n", 17)], // UnionPay: type, batch, network code and, behind them, abilities of the reader
  [61, lll("n", 29)], // UnionPay: batch and trace of the original
  [62, lll("b", 512)], // UnionPay: working keys or a status, so bytes
  [63, lll("ans", 163)], // UnionPay: operator
  [64, bytes(8)],
  [116, lll("ans", 600)], // some acquirers: the terminal's health
  [128, bytes(8)],
]);
