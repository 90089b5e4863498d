/** What a code says, in ids and units: numbers that this version does not know stay numbers. */
import { type Content, clocks, wallMsOf } from "./content.ts";
import { faultOf, signIdOf, unnumbered } from "./numbers.ts";
import { ages, chances } from "./steps.ts";

/** A newer agent's number, or none at all. */
export type Named =
  | { readonly kind: "id"; readonly id: string }
  | { readonly kind: "newer"; readonly number: number }
  | { readonly kind: "unnumbered" }
  | { readonly kind: "nothing" };

export interface Meaning {
  readonly isKnown: boolean;
  readonly fault: Named;
  readonly leastChance: number;
  readonly evidence: readonly Named[];
  /** It has lasted so long at least. */
  readonly leastMinutes: number;
  /** By the terminal's clock; undefined where that is not set. */
  readonly madeMs: number | undefined;
  /** Minutes after the terminal's start, where its clock is not set. */
  readonly upMinutes: number | undefined;
  readonly clock: string;
  /** Last hexadecimal digit of the boot id. */
  readonly boot: string;
}

function faultNamed(number: number): Named {
  if (number === 0) return { kind: "nothing" };
  if (number === unnumbered) return { kind: "unnumbered" };
  const id = faultOf(number);
  return id === undefined ? { kind: "newer", number } : { kind: "id", id };
}

function signNamed(number: number): Named {
  const id = signIdOf(number);
  return id === undefined ? { kind: "newer", number } : { kind: "id", id };
}

export function meaningOf({ minutes, clock, ...content }: Content): Meaning {
  const isSet = clock !== 0;
  return {
    isKnown: content.isKnown,
    fault: faultNamed(content.fault),
    leastChance: chances[content.chance] ?? 0,
    evidence: content.evidence.map(signNamed),
    leastMinutes: ages[content.age] ?? 0,
    madeMs: isSet ? wallMsOf(minutes) : undefined,
    upMinutes: isSet ? undefined : minutes,
    clock: clocks[clock] ?? `${clock}`,
    boot: content.boot.toString(16),
  };
}
