/** A question to the newest reading of one signal, as data. */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";

export interface Ask {
  readonly signal: SignalId;
  readonly is: readonly Scalar[];
}

/** What is not known is not so. */
export function holds({ signal, is }: Ask, reading: Reading | undefined): boolean {
  return reading?.signal === signal && reading.value !== undefined && is.includes(reading.value);
}
