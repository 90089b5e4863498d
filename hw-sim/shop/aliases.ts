/** Names of cards for posdiag, made anew at every start of the application: c1, c2, … in the order in which they are read. */
import type { Card } from "./card.ts";

export type Aliases = (card: Card) => string;

/** More cards than a shop sees in a day; then it begins anew. */
const MOST = 9_000;

export function createAliases(): Aliases {
  const known = new Map<string, string>();
  return ({ account: { alias } }) => {
    if (known.size > MOST) known.clear();
    const name = known.get(alias) ?? `c${known.size + 1}`;
    known.set(alias, name);
    return name;
  };
}
