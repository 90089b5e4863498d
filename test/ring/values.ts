/**
 * Observations drawn → one value of every signal, as a device would read it. A signal has one value: of two observations that
 * ask it for different ones only one can be, and what a fault brought about goes before what is there by chance.
 */
import type { Random } from "../../src/base/random.ts";
import type { SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";
import type { Origin, Shown } from "./draw.ts";
import type { Atom, Question, Questions } from "./questions.ts";

/** Values still possible; undefined is "nobody tells". */
type Domains = Map<SignalId, readonly (Scalar | undefined)[]>;

const meets = ({ holds }: Atom, value: Scalar | undefined): boolean => value !== undefined && holds(value);
const narrowed = (domains: Domains, atom: Atom) =>
  (domains.get(atom.signal) ?? []).filter((value) => meets(atom, value));

/** Narrows the domains to what satisfies every atom; false, and nothing changed, where that cannot be. */
function impose(domains: Domains, clause: readonly Atom[]): boolean {
  const before = clause.map(({ signal }) => [signal, domains.get(signal) ?? []] as const);
  for (const atom of clause) {
    const left = narrowed(domains, atom);
    if (left.length === 0) {
      for (const [signal, values] of before) domains.set(signal, values);
      return false;
    }
    domains.set(atom.signal, left);
  }
  return true;
}

export function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Takes away what would make a clause hold, at the first of its atoms where something is left. */
function deny(domains: Domains, clause: readonly Atom[]): void {
  const known = clause.map((atom) => ({ atom, domain: domains.get(atom.signal) ?? [] }));
  if (known.some(({ atom, domain }) => !domain.some((value) => meets(atom, value)))) return;
  for (const { atom, domain } of known) {
    const rest = domain.filter((value) => !meets(atom, value));
    if (rest.length === 0) continue;
    domains.set(atom.signal, rest);
    return;
  }
}

/** Makes an observation hold by the first of its ways that is still possible, one already taken before others. */
function affirm(domains: Domains, { clauses }: Question, random: Random): boolean {
  const taken = clauses.some((clause) =>
    clause.every((atom) => (domains.get(atom.signal) ?? []).every((value) => meets(atom, value))),
  );
  return taken || shuffled(clauses, random).some((clause) => impose(domains, clause));
}

/** Whether all but one of the signals asked already say so: then chance can add the last. */
function isAtHand(domains: Domains, { clauses }: Question): boolean {
  return clauses.some((clause) => {
    const open = clause.filter((atom) => !(domains.get(atom.signal) ?? []).every((value) => meets(atom, value)));
    return new Set(open.map(({ signal }) => signal)).size <= 1;
  });
}

/** By signal; a signal that is not in it is not told. */
export type Values = ReadonlyMap<SignalId, Scalar>;

function settle(domains: Domains, random: Random): Values {
  const values = new Map<SignalId, Scalar>();
  for (const [signal, domain] of domains) {
    const possible = domain.filter((value) => value !== undefined);
    // What nothing speaks for is what it usually is, the first ("ok", "none").
    const value = domain.includes(undefined) ? possible[0] : possible[Math.floor(random() * possible.length)];
    if (value !== undefined) values.set(signal, value);
  }
  return values;
}

/** Observations that are true, what a fault brought about before what is there by chance. */
function trueOnes(asked: readonly Question[], shown: Shown): readonly Question[] {
  const of = (origin: Origin) => asked.filter(({ id }) => shown.get(id) === origin);
  return [...of("caused"), ...of("leak")];
}

export function valuesOf(shown: Shown, questions: Questions, random: Random): Values {
  const domains: Domains = new Map([...questions.values].map(([signal, values]) => [signal, [...values, undefined]]));
  const asked = shuffled(questions.all, random);
  const all = trueOnes(asked, shown);
  // What has one way only comes first: what has several takes what is left.
  for (const question of all.filter(({ clauses }) => clauses.length === 1)) {
    if (shown.get(question.id) === "caused" || isAtHand(domains, question)) affirm(domains, question, random);
  }
  const open = new Map(domains);
  const falseOnes = asked.filter(({ id }) => !shown.has(id));
  for (const clause of falseOnes.flatMap(({ clauses }) => clauses)) deny(domains, shuffled(clause, random));
  for (const question of all.filter(({ clauses }) => clauses.length > 1)) {
    if (affirm(domains, question, random) || !affirm(open, question, random)) continue;
    for (const { signal } of question.clauses.flat()) domains.set(signal, open.get(signal) ?? []);
  }
  return settle(domains, random);
}
