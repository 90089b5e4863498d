/** When a test is not to be offered: while money is on the way nothing is sent and nobody is asked (host-link 8). */
import type { Circumstance, TestDefinition } from "../model/catalogue.ts";
import type { Reading } from "../model/reading.ts";

/** An application that died in a payment must not keep everybody waiting: none runs for longer. */
const longestPaymentMs = 180_000;

/** `newest`: the newest reading of every signal. */
export function circumstancesIn(newest: readonly Reading[], nowMs: number): ReadonlySet<Circumstance> {
  const found = new Set<Circumstance>();
  for (const { signal, value, atMs } of newest) {
    const lately = nowMs - atMs < longestPaymentMs;
    if (signal === "txn.running" && value === true && lately) found.add("payment");
    if (signal !== "txn.reversal_state") continue;
    if (value === "sent" && lately) found.add("payment");
    if (value === "pending" || value === "sent") found.add("reversal");
  }
  return found;
}

export function isForbidden({ forbidden = [] }: TestDefinition, now: ReadonlySet<Circumstance>): boolean {
  return forbidden.some((circumstance) => now.has(circumstance));
}
