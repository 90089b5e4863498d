/** What every measurement of `npm run bench` is made of. */
import type { Table } from "./table.ts";

export interface Outcome {
  readonly tables: readonly Table[];
  /** Whole sentences below the tables. */
  readonly notes: readonly string[];
  /** Every single value, for --json. */
  readonly data: object;
  /** Something that must hold does not: exit code 1. A missed aim is no failure. */
  readonly failed: boolean;
}

/** Options of one measurement: what each is for, and its value when nothing is said. */
export type Options = Readonly<Record<string, { readonly text: string; readonly default: string }>>;
export type Values<O extends Options> = { readonly [Name in keyof O]: string };

export interface Measurement {
  readonly name: string;
  readonly summary: string;
  readonly options: Options;
  /** `say` is for progress, one line at a time. */
  run(values: Readonly<Record<string, string>>, say: (line: string) => void): Promise<Outcome>;
}

/** A number in a range; a RangeError says what is allowed. */
export function numberOf(
  values: Readonly<Record<string, string>>,
  name: string,
  [least, most]: readonly [number, number],
): number {
  const value = Number(values[name]);
  if (values[name]?.trim() && value >= least && value <= most) return value;
  throw new RangeError(`--${name} wants a number from ${least} to ${most}, not "${values[name] ?? ""}"`);
}

export function wordOf(values: Readonly<Record<string, string>>, name: string, words: readonly string[]): string {
  const found = words.find((word) => word === values[name]);
  if (found === undefined) throw new RangeError(`--${name} wants ${words.join(" or ")}, not "${values[name] ?? ""}"`);
  return found;
}

/** 0 in --seed means: draw one, and say which. */
export function seedOf(values: Readonly<Record<string, string>>): number {
  const seed = numberOf(values, "seed", [0, 2 ** 31]);
  return seed === 0 ? 1 + Math.floor(Math.random() * 1_000_000) : seed;
}
