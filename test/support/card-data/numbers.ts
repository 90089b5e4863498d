/** Card numbers that no bank gave out: made from a seed, of every brand, with a right check digit. */
import type { Random } from "../../../src/base/random.ts";

export interface Brand {
  readonly name: string;
  /** First digits. */
  readonly first: string;
  readonly lengths: readonly number[];
}

export const brands: readonly Brand[] = [
  { name: "UnionPay", first: "62", lengths: [16, 17, 18, 19] },
  { name: "UnionPay 81", first: "81", lengths: [16, 19] },
  { name: "Visa", first: "4", lengths: [13, 16, 19] },
  { name: "Mastercard", first: "51", lengths: [16] },
  { name: "Mastercard", first: "55", lengths: [16] },
  { name: "Mastercard 2", first: "2221", lengths: [16] },
  { name: "Mastercard 2", first: "2720", lengths: [16] },
  { name: "American Express", first: "34", lengths: [15] },
  { name: "American Express", first: "37", lengths: [15] },
  { name: "JCB", first: "3528", lengths: [16, 19] },
  { name: "JCB", first: "3589", lengths: [16] },
  { name: "Diners", first: "300", lengths: [14, 16] },
  { name: "Diners", first: "36", lengths: [14, 16, 19] },
  { name: "Diners", first: "38", lengths: [14] },
  { name: "Discover", first: "6011", lengths: [16, 19] },
  { name: "Discover", first: "65", lengths: [16] },
  { name: "Maestro", first: "50", lengths: [13, 16, 19] },
  { name: "Maestro", first: "67", lengths: [13, 16, 18, 19] },
  { name: "RuPay", first: "60", lengths: [16] },
  { name: "RuPay", first: "82", lengths: [16] },
  { name: "Mir", first: "2200", lengths: [16] },
  { name: "Troy", first: "9792", lengths: [16] },
  { name: "domestic", first: "9558", lengths: [16, 19] },
  { name: "UATP", first: "1", lengths: [15] },
];

export function pick<T>(random: Random, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

export const digitsOf = (random: Random, length: number): string =>
  Array.from({ length }, () => String(between(random, 0, 9))).join("");

/** The digit that makes the sum come out (ISO/IEC 7812-1 annex B), counted here on its own, from the right. */
function checkDigit(body: string): string {
  let sum = 0;
  [...body].reverse().forEach((digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return String((10 - (sum % 10)) % 10);
}

export function cardNumber(random: Random, { first, lengths }: Brand = pick(random, brands)): string {
  const body = first + digitsOf(random, pick(random, lengths) - first.length - 1);
  return body + checkDigit(body);
}

/** One whose check digit is wrong. */
export function wrongNumber(random: Random): string {
  const right = cardNumber(random);
  return right.slice(0, -1) + String((Number(right.at(-1)) + between(random, 1, 9)) % 10);
}
