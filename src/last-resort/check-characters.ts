/**
 * Three check characters behind the others: a Reed-Solomon code over GF(32). Any two words of it differ in four places or more, so
 * up to three wrong characters never make another word, one wrong character is found and known (Reed and Solomon 1960), and two that
 * changed places are two wrong ones at most.
 */
import { base } from "./alphabet.ts";
import { logarithm, order, power, times } from "./field.ts";

export const checkCount = 3;

const generator: readonly number[] = generatorOf(power(1), power(2));

/** Coefficients of (x - 1)(x - a)(x - b) behind the highest; minus is plus here. */
function generatorOf(a: number, b: number): readonly number[] {
  return [1 ^ a ^ b, a ^ b ^ times(a, b), times(a, b)];
}

/** The same symbols, at most 28, with their check characters behind them. */
export function withChecks(symbols: readonly number[]): readonly number[] {
  if (symbols.length + checkCount > order) throw new Error("too many symbols for their check characters");
  let rest: readonly number[] = generator.map(() => 0);
  for (const symbol of symbols) {
    const [head = 0, ...tail] = rest;
    const factor = symbol ^ head;
    rest = [...tail, 0].map((value, at) => value ^ times(factor, generator[at] ?? 0));
  }
  return [...symbols, ...rest];
}

/** The word at 1, α and α²: all zero exactly when it is right. */
function syndromes(word: readonly number[]): readonly number[] {
  return [0, 1, 2].map((root) => word.reduce((sum, symbol) => times(sum, power(root)) ^ symbol, 0));
}

export function isRight(word: readonly number[]): boolean {
  return syndromes(word).every((value) => value === 0);
}

/** What went wrong with the characters of a word, and the word that it was. */
export interface Mistake {
  readonly kind: "wrong" | "swapped" | "missing" | "surplus";
  /** The characters concerned, from 0; of two that changed places the first. */
  readonly places: readonly number[];
  readonly word: readonly number[];
}

/** One wrong character gives e, eα^i and eα^2i, where i is its place counted from the end. */
function singleError(word: readonly number[]): Mistake | undefined {
  const [first = 0, second = 0, third = 0] = syndromes(word);
  const [one, two, three] = [logarithm(first), logarithm(second), logarithm(third)];
  if (one === undefined || two === undefined || three === undefined) return undefined;
  const fromEnd = (two - one + order) % order;
  const at = word.length - 1 - fromEnd;
  if (at < 0 || (three - two + order) % order !== fromEnd) return undefined;
  return { kind: "wrong", places: [at], word: word.with(at, (word[at] ?? 0) ^ first) };
}

function swapped(word: readonly number[]): Mistake | undefined {
  const fits = word.slice(1).map((right, at): Mistake => {
    const changed = word.with(at, right).with(at + 1, word[at] ?? 0);
    return { kind: "swapped", places: [at], word: changed };
  });
  return only(fits.filter((fit) => isRight(fit.word)));
}

/** What single slip explains a word that is not right; undefined when none does, or several do. */
export function mistakeIn(word: readonly number[]): Mistake | undefined {
  return singleError(word) ?? swapped(word);
}

/** Every pair of wrong characters that explains the word: about a dozen, of which the seal tells the one. */
export function pairsIn(word: readonly number[]): readonly Mistake[] {
  return word.flatMap((symbol, at) =>
    Array.from({ length: base - 1 }, (_, change) => singleError(word.with(at, symbol ^ (change + 1)))).flatMap(
      (rest) => {
        const [other = 0] = rest?.places ?? [];
        // Each pair is met from both sides.
        return rest && other > at ? [{ ...rest, places: [at, other] }] : [];
      },
    ),
  );
}

/** A word with one character left out: each place and symbol is tried. */
export function missingIn(word: readonly number[]): Mistake | undefined {
  const gaps = Array.from({ length: word.length + 1 }, (_, at) => at);
  const fits = gaps.flatMap((at) =>
    Array.from({ length: base }, (_, symbol): Mistake => {
      return { kind: "missing", places: [at], word: word.toSpliced(at, 0, symbol) };
    }),
  );
  return only(fits.filter((fit) => isRight(fit.word)));
}

/** A word with one character too many. */
export function surplusIn(word: readonly number[]): Mistake | undefined {
  const fits = word.map((_, at): Mistake => ({ kind: "surplus", places: [at], word: word.toSpliced(at, 1) }));
  return only(fits.filter((fit) => isRight(fit.word)));
}

/** Undefined where several words fit. Of a double letter either may be the one: that is one word. */
function only(fits: readonly Mistake[]): Mistake | undefined {
  const words = new Set(fits.map((fit) => fit.word.join()));
  return words.size === 1 ? fits[0] : undefined;
}
