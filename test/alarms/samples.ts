/** Cases and instants for the tests of the alarms. */
import type { Raise } from "../../src/alarms/entry.ts";
import type { Now } from "../../src/alarms/instant.ts";
import type { Case, CaseEvent } from "../../src/model/case.ts";
import type { Severity } from "../../src/model/catalogue.ts";

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** So long after the agent started; its clock was set by the network. */
export function after(ms: number): Now {
  return { monoMs: 500_000 + ms, wallMs: Date.UTC(2026, 10, 27, 5, 30) + ms, clock: "ntp" };
}

/** The same instant while nobody has set the clock. */
export function unset(ms: number): Now {
  return { monoMs: 500_000 + ms, wallMs: ms, clock: "none" };
}

export function raiseOf(fault: string, severity: Severity = "major", signs: readonly string[] = ["sign"]): Raise {
  return { fault, severity, probability: 0.97, signs, isRootCause: true };
}

export interface Told {
  readonly id?: number;
  readonly severity?: Severity;
  readonly signs?: readonly string[];
}

export function caseOf(fault: string, { id = 1, severity = "major", signs = ["sign"] }: Told = {}): Case {
  const evidence = signs.map((sign) => ({ id: sign, readings: [], weight: 1 }));
  return {
    id,
    verdict: { fault, probability: 0.97, severity, party: ["merchant"], evidence },
    ruledOut: [],
    ...{ openedAtMs: 500_000, changedAtMs: 500_000, occurrence: 1 },
  };
}

export function eventOf(kind: CaseEvent["kind"], fault: string, told: Told = {}): CaseEvent {
  return { kind, atMs: 500_000, case: caseOf(fault, told) };
}
