/**
 * The vocabulary: every signal a Reading may carry, with its shape and unit. Names are stable: `group.name`. A value
 * that does not fit its shape is implausible and never becomes evidence.
 */

import type { Scalar, SignalDefinition } from "./signal-shape.ts";
import { answerSignals } from "./signals/answer.ts";
import { bodySignals } from "./signals/body.ts";
import { cellularSignals } from "./signals/cellular.ts";
import { compareSignals } from "./signals/compare.ts";
import { compareCardSignals } from "./signals/compare-card.ts";
import { networkSignals } from "./signals/network.ts";
import { paymentSignals } from "./signals/payment.ts";
import { peopleSignals } from "./signals/people.ts";
import { readerSignals } from "./signals/reader.ts";
import { terminalSignals } from "./signals/terminal.ts";

const table = {
  ...cellularSignals,
  ...networkSignals,
  ...paymentSignals,
  ...readerSignals,
  ...terminalSignals,
  ...peopleSignals,
  ...compareSignals,
  ...compareCardSignals,
  ...bodySignals,
  ...answerSignals,
} as const;

export type SignalId = keyof typeof table;

export const signals: Readonly<Record<SignalId, SignalDefinition>> = table;

export function isSignalId(name: string): name is SignalId {
  return Object.hasOwn(table, name);
}

/** Whether a value fits a signal's shape: the right type, in range, one of the named values. */
export function isPlausible(signal: SignalId, value: unknown): value is Scalar {
  const { shape } = signals[signal];
  switch (shape.kind) {
    case "number":
      return typeof value === "number" && Number.isFinite(value) && value >= shape.min && value <= shape.max;
    case "flag":
      return typeof value === "boolean";
    case "one_of":
      return typeof value === "string" && shape.values.includes(value);
    case "text":
      return typeof value === "string" && (shape.pattern?.test(value) ?? true);
  }
}

/** Whether a plausible value says "not looked at" (`not_run`, `unknown`, …). */
export function saysUnknown(signal: SignalId, value: Scalar): boolean {
  const { shape } = signals[signal];
  return shape.kind === "one_of" && typeof value === "string" && (shape.unknown?.includes(value) ?? false);
}
