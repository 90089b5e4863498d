/**
 * The one place that says whether an active probe may be made now. What it permits it has booked: connections and bytes
 * are spent whether the probe finds anything or not. A probe that it refuses is not made, and nothing else is done in its stead.
 */
import type { Clock } from "../../base/clock.ts";
import type { Reading } from "../../model/reading.ts";
import { createBudget, type Limits, type Spent } from "./budget.ts";
import type { Ledger } from "./day-count.ts";
import { isHeldBy } from "./hold.ts";
import { createMoney } from "./money.ts";
import type { Level, Refusal, Rung } from "./permit.ts";

export interface GovernorOptions {
  readonly level: Level;
  readonly limits: Limits;
  readonly holdFile: string;
  readonly clock: Clock;
  readonly ledger: Ledger;
}

export interface GovernorStatus {
  readonly level: Level;
  readonly limits: Limits;
  readonly spent: Spent;
  readonly held: boolean;
  /** The newest probe that was not made. */
  readonly refused: { readonly rung: string; readonly why: Refusal; readonly atMs: number } | undefined;
}

export interface Governor {
  /** Undefined: it may be made, and is booked. `leastGapMs`: not so soon after the same one before. */
  ask(rung: Rung, leastGapMs?: number): Promise<Refusal | undefined>;
  /** Bytes of a rung that were booked and not used. */
  giveBack(bytes: number): void;
  /** What the payment application says of its payments. */
  see(reading: Reading): void;
  /** Money is on the way: nothing would be permitted. */
  isPaying(): boolean;
  /** No host is visited until then, monotonic milliseconds. A time that is past ends it. */
  hold(untilMs: number): void;
  status(): GovernorStatus;
}

/** A host that is getting up is spared these; the shop's own network is not the host's. */
const firstHeld: Level = 2;

export function createGovernor({ level, limits, holdFile, clock, ledger }: GovernorOptions): Governor {
  const budget = createBudget({ limits, clock, ledger });
  const money = createMoney();
  const madeMs = new Map<string, number>();
  let heldUntilMs = Number.NEGATIVE_INFINITY;
  let refused: GovernorStatus["refused"];

  const isHeld = (): boolean => clock.monoMs() < heldUntilMs || isHeldBy(holdFile, clock.wallMs());

  function refusal(rung: Rung, leastGapMs: number): Refusal | undefined {
    const nowMs = clock.monoMs();
    if (rung.level > level) return "level";
    if (money.forbids(rung.level, nowMs)) return "payment";
    if (rung.level >= firstHeld && isHeld()) return "hold";
    if (nowMs - (madeMs.get(rung.name) ?? Number.NEGATIVE_INFINITY) < leastGapMs) return "too_soon";
    return budget.exceeded(rung);
  }

  return {
    ask: async (rung, leastGapMs = 0) => {
      const why = refusal(rung, leastGapMs);
      if (why !== undefined) {
        // That a level is not permitted is no news.
        if (why !== "level") refused = { rung: rung.name, why, atMs: clock.monoMs() };
        return why;
      }
      madeMs.set(rung.name, clock.monoMs());
      await budget.book(rung);
      return undefined;
    },
    giveBack: (bytes) => budget.giveBack(bytes),
    see: money.see,
    isPaying: () => money.forbids(1, clock.monoMs()),
    hold: (untilMs) => {
      heldUntilMs = untilMs;
    },
    status: () => ({ level, limits, spent: budget.spent(), held: isHeld(), refused }),
  };
}
