/**
 * Aliases for cards and issuers: c1, c2 … in the order in which they were met. What they stand for is held only as a keyed
 * hash whose key dies with the process, so that an alias means nothing tomorrow and nothing elsewhere.
 */
import { createHmac, randomBytes } from "node:crypto";

export interface Aliases {
  /**
   * The alias of what the application holds of a card, such as a hash that it made with a key of its own, or a token; never
   * the number itself. The same text has the same alias while the process lives and it is not among those forgotten.
   * Undefined for what is no text, or empty.
   */
  of(held: string | undefined): string | undefined;
}

export interface AliasOptions {
  /** First letter: `c` for cards, `g` for groups of issuers. */
  readonly prefix?: "c" | "g";
  /** So many are known at a time, 1 to 512; the one that was not met for longest is forgotten. */
  readonly most?: number;
}

const limit = 512;
/** Five digits are the most that an alias may have in a row; then a letter more begins anew. */
const lastNumber = 99_999;
const letters = ["", ..."abcdefghijklmnopqrstuvwxyz"];

/** The alias of the count-th that was met: c1 … c99999, ca1 … */
export function aliasName(prefix: string, count: number): string {
  const letter = letters[Math.floor((count - 1) / lastNumber) % letters.length] ?? "";
  return `${prefix}${letter}${((count - 1) % lastNumber) + 1}`;
}

/** One a process, for as long as it runs: two would give one alias to two cards. */
export function createAliases({ prefix = "c", most = limit }: AliasOptions = {}): Aliases {
  const key = randomBytes(32);
  const known = new Map<string, string>();
  const bound = Math.min(Math.max(1, Math.floor(most) || 1), limit);
  let count = 0;
  return {
    of: (held) => {
      if (typeof held !== "string" || held === "") return undefined;
      const print = createHmac("sha256", key).update(held).digest("base64");
      const alias = known.get(print) ?? aliasName(prefix === "g" ? "g" : "c", ++count);
      known.delete(print);
      known.set(print, alias);
      const [oldest] = known.keys();
      if (known.size > bound && oldest !== undefined) known.delete(oldest);
      return alias;
    },
  };
}
