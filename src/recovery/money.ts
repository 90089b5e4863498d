/** Whether it is clear that no money is on the way. */
import type { Reading } from "../model/reading.ts";
import { isSignalId, type SignalId, signals } from "../model/signal.ts";

/** For so long after the application last spoke of a payment, what it has left unsaid counts against us. */
const spokenMs = 5 * 60_000;

/** Whatever is said of a payment says that there is one. */
const spoken = Object.keys(signals).filter((id): id is SignalId => isSignalId(id) && id.startsWith("txn."));
const settled: ReadonlySet<unknown> = new Set(["approved", "declined"]);
const reversed: ReadonlySet<unknown> = new Set(["none", "ok", "failed"]);

export interface Told {
  newest(signal: SignalId): Reading | undefined;
  /** When the payment said last began; undefined: none was ever said to run. */
  readonly beganMs: number | undefined;
}

/**
 * True when the application has spoken of a payment lately and not said that none runs, or how a failed one ended. An
 * application that never spoke is taken not to report payments.
 */
export function isMoneyUnclear({ newest, beganMs = Number.NEGATIVE_INFINITY }: Told, nowMs: number): boolean {
  const lastMs = Math.max(...spoken.map((signal) => newest(signal)?.atMs ?? Number.NEGATIVE_INFINITY));
  if (nowMs - lastMs > spokenMs) return false;
  if (newest("txn.running")?.value !== false) return true;
  const outcome = newest("txn.outcome");
  if (!outcome) return false;
  // An application that tells how payments end and has not told it of this one does not know it itself.
  if (outcome.atMs >= beganMs && settled.has(outcome.value)) return false;
  const reversal = newest("txn.reversal_state");
  const sinceMs = Math.max(outcome.atMs, beganMs);
  return !(reversal && reversal.atMs >= sinceMs && reversed.has(reversal.value));
}
