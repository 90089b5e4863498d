/** Which observations another one brings with it, because both ask the same signals and one asks for more. */
import type { SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";
import type { Atom, Question, Questions } from "./questions.ts";

type Clause = readonly Atom[];

function isWithin(strict: Clause, loose: Atom, values: readonly Scalar[]): boolean {
  const own = strict.filter(({ signal }) => signal === loose.signal);
  if (own.length === 0) return false;
  return values.every((value) => !own.every((atom) => atom.holds(value)) || loose.holds(value));
}

function implies(strict: Question, loose: Question, values: ReadonlyMap<SignalId, readonly Scalar[]>): boolean {
  return strict.clauses.every((clause) =>
    loose.clauses.some((other) => other.every((atom) => isWithin(clause, atom, values.get(atom.signal) ?? []))),
  );
}

/** By observation: the others that hold whenever it does. */
export function implicationsOf({ all, values }: Questions): ReadonlyMap<string, readonly string[]> {
  return new Map(
    all.map((strict) => [
      strict.id,
      all.filter((loose) => loose.id !== strict.id && implies(strict, loose, values)).map(({ id }) => id),
    ]),
  );
}
