/** Reading: what was measured, when, and how good it is. The first of the four nouns that cross folder borders. */
import { isPlausible, type SignalId } from "./signal.ts";
import type { Scalar } from "./signal-shape.ts";

/** `absent`: it was asked for and could not be had. `implausible`: the value does not fit the signal. */
export type Quality = "ok" | "stale" | "absent" | "implausible";

export interface Reading {
  readonly signal: SignalId;
  /** Undefined exactly when the quality is `absent` or `implausible`. */
  readonly value: Scalar | undefined;
  /** Monotonic milliseconds of the measurement. */
  readonly atMs: number;
  readonly quality: Quality;
}

export function reading(signal: SignalId, value: unknown, atMs: number): Reading {
  if (isPlausible(signal, value)) return { signal, value, atMs, quality: "ok" };
  return { signal, value: undefined, atMs, quality: "implausible" };
}

export function absent(signal: SignalId, atMs: number): Reading {
  return { signal, value: undefined, atMs, quality: "absent" };
}

/** A reading, or an absent one where the value could not be had. */
export function measured(signal: SignalId, value: unknown, atMs: number): Reading {
  return value === undefined ? absent(signal, atMs) : reading(signal, value, atMs);
}
