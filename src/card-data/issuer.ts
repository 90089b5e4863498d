/**
 * Which digits can begin a card number of which length. ISO/IEC 7812-1 gives out the first digits; numbers that no card
 * has (13 digits beginning with 1, as every time in milliseconds does) are left alone, or each tenth of them would trip
 * the check digit.
 */
import type { CardDataKind } from "./kind.ts";

export const shortest = 13;
export const longest = 19;

interface Range {
  /** First digits, as numbers of so many digits. */
  readonly digits: number;
  readonly from: number;
  readonly to: number;
  readonly lengths: readonly [number, number];
  readonly kind: CardDataKind;
}

const range = (digits: number, [from, to]: readonly [number, number], lengths: readonly [number, number]): Range => ({
  ...{ digits, from, to, lengths },
  kind: "pan",
});
const identity = (first: number, length: number): Range => ({
  ...range(2, [first, first], [length, length]),
  kind: "identity",
});

/** The first that fits counts. */
const ranges: readonly Range[] = [
  range(1, [4, 4], [13, 19]),
  range(2, [51, 55], [16, 16]),
  range(2, [62, 62], [13, 19]),
  range(1, [6, 6], [13, 19]),
  range(2, [34, 34], [15, 15]),
  range(2, [37, 37], [15, 15]),
  range(2, [35, 35], [16, 19]),
  range(2, [30, 30], [14, 19]),
  range(2, [36, 36], [14, 19]),
  range(2, [38, 39], [14, 19]),
  // Mir, and Mastercard's second range.
  range(4, [2200, 2204], [16, 19]),
  range(4, [2221, 2720], [16, 16]),
  range(4, [2131, 2131], [15, 15]),
  range(2, [50, 50], [13, 19]),
  range(2, [56, 59], [13, 19]),
  range(2, [81, 82], [16, 19]),
  // Numbers that national schemes give out themselves, as banks in China did before UnionPay.
  range(1, [9, 9], [16, 19]),
  // UATP.
  range(1, [1, 1], [15, 15]),
  identity(1, 15),
  identity(35, 15),
  identity(86, 15),
  identity(99, 15),
  identity(89, 19),
];

/** What a number of so many digits that begins with these four may be; undefined when no card has such a number. */
export function kindOf(firstFour: number, length: number): CardDataKind | undefined {
  for (const { digits, from, to, lengths, kind } of ranges) {
    const first = Math.floor(firstFour / 10 ** (4 - digits));
    if (first >= from && first <= to && length >= lengths[0] && length <= lengths[1]) return kind;
  }
  return undefined;
}
