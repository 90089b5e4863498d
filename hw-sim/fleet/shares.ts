/** Who is out there and how often: carriers, regions, acquirers, banks and program versions, each with its share of the fleet. */
import type { Dice } from "../random.ts";

/** Shares of one table need not add up to anything. */
export type Shares = readonly (readonly [name: string, share: number])[];

/** MCC and MNC of home networks in China. */
export const carriers: Shares = [
  ["46000", 50],
  ["46001", 24],
  ["46011", 23],
  ["46015", 3],
];
export const regions: Shares = [
  ["guangdong", 20],
  ["jiangsu", 15],
  ["zhejiang", 14],
  ["shandong", 12],
  ["sichuan", 11],
  ["beijing", 10],
  ["hubei", 10],
  ["shaanxi", 8],
];
export const acquirers: Shares = [
  ["acqEast", 45],
  ["acqNorth", 30],
  ["acqWest", 25],
];
export const issuers: Shares = [
  ["bankA", 24],
  ["bankB", 20],
  ["bankC", 18],
  ["bankD", 14],
  ["bankE", 10],
  ["bankF", 7],
  ["bankG", 4],
  ["bankH", 3],
];
export const versions: Shares = [
  ["1.4.2", 55],
  ["1.4.1", 25],
  ["1.5.0", 20],
];

/** Ways to the world, the preferred one first. */
export type Way = "cable" | "wifi" | "cellular";
export const outfits = [
  { ways: ["cellular"], share: 40 },
  { ways: ["cable"], share: 16 },
  { ways: ["wifi"], share: 12 },
  { ways: ["cable", "cellular"], share: 12 },
  { ways: ["wifi", "cellular"], share: 14 },
  { ways: ["cellular", "wifi"], share: 6 },
] as const satisfies readonly { readonly ways: readonly Way[]; readonly share: number }[];

export const namesOf = (shares: Shares): readonly string[] => shares.map(([name]) => name);

/** One of a table, by its share. */
export function drawOf<T>(dice: Dice, table: readonly T[], shareOf: (row: T) => number): T {
  const sum = table.reduce((total, row) => total + shareOf(row), 0);
  let left = dice.roll() * sum;
  const found = table.find((row) => {
    left -= shareOf(row);
    return left < 0;
  });
  const [first] = table;
  if (first === undefined) throw new Error("nothing to draw from");
  return found ?? first;
}

export const draw = (dice: Dice, shares: Shares): string => drawOf(dice, shares, ([, share]) => share)[0];
