/** Whether it is clear that no money is on the way. */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";

/** For so long after the application last spoke of a payment, what it has left unsaid counts against us. */
const spokenMs = 5 * 60_000;

const spoken = ["txn.running", "txn.outcome", "txn.reversal_state", "txn.type", "txn.rc"] as const;
const settled: ReadonlySet<unknown> = new Set(["approved", "declined"]);
const reversed: ReadonlySet<unknown> = new Set(["none", "ok", "failed"]);

export type Newest = (signal: SignalId) => Reading | undefined;

/**
 * True when the application has spoken of a payment lately and not said that none runs, or how a failed one ended. An
 * application that never spoke is taken not to report payments.
 */
export function isMoneyUnclear(newest: Newest, nowMs: number): boolean {
  const lastMs = Math.max(...spoken.map((signal) => newest(signal)?.atMs ?? Number.NEGATIVE_INFINITY));
  if (nowMs - lastMs > spokenMs) return false;
  if (newest("txn.running")?.value !== false) return true;
  const outcome = newest("txn.outcome");
  if (!outcome || settled.has(outcome.value)) return false;
  const reversal = newest("txn.reversal_state");
  return !(reversal && reversal.atMs >= outcome.atMs && reversed.has(reversal.value));
}
