/**
 * Alarms that were open when the agent ended. Nobody knows whether they are until the evidence says it again, and then it is
 * a case; or says the contrary. Silence never clears.
 */
import type { Case, Diagnosis } from "../model/case.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Alarm } from "./alarm.ts";
import type { Now } from "./instant.ts";
import type { Inventory } from "./inventory.ts";

/** As the book of cases has it: less likely than this, for as long as the slowest of its paces asks. */
const unlikely = 0.2;
const clearMs = 20_000;

export interface Seen {
  readonly diagnosis: Diagnosis;
  readonly evidence: readonly Evidence[];
}

export class Doubts {
  readonly #inventory: Inventory;
  /** Since when a fault has been unlikely, in monotonic milliseconds. */
  readonly #since = new Map<string, number>();

  constructor(inventory: Inventory) {
    this.#inventory = inventory;
  }

  settle(seen: Seen, open: readonly Case[], now: Now): void {
    const doubtful = this.#inventory.all().filter(({ isConfirmed }) => !isConfirmed);
    for (const alarm of doubtful) {
      if (!this.#isUnlikely(alarm, seen.diagnosis, now) || !isDenied(alarm, seen, open)) continue;
      this.#inventory.clear(alarm.fault, now);
      this.#since.delete(alarm.fault);
    }
  }

  #isUnlikely({ fault }: Alarm, { verdicts }: Diagnosis, { monoMs }: Now): boolean {
    const verdict = verdicts.find((candidate) => candidate.fault === fault);
    if (verdict && verdict.probability >= unlikely) {
      this.#since.delete(fault);
      return false;
    }
    const since = this.#since.get(fault) ?? monoMs;
    this.#since.set(fault, since);
    return monoMs - since >= clearMs;
  }
}

/** A sign that spoke for it does not hold, or another cause explains it. */
function isDenied({ signs }: Alarm, { evidence }: Seen, open: readonly Case[]): boolean {
  const denied = evidence.some(({ id, holds }) => !holds && signs.includes(id));
  return denied || open.some(({ verdict }) => verdict.evidence.some(({ id }) => signs.includes(id)));
}
