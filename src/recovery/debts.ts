/**
 * What rungs have taken away and not given back, written down before they take it: a process that dies in between finds
 * it at its next start, on whatever day that is.
 */
import { type RungId, rungIds } from "../model/attempt.ts";
import { isOpen, type Ledger, settle, triesOf } from "./ledger.ts";
import { rungs } from "./rung.ts";

export interface Debts {
  /** Its try must have been spent before. */
  owe(rung: RungId): void;
  /** What may be given back now: at once, and then once a minute for as long as it is refused. */
  due(nowMs: number): readonly RungId[];
  /** It was tried in vain. */
  postpone(rung: RungId, nowMs: number): void;
  paid(rung: RungId): Promise<void>;
}

const againMs = 60_000;

export function createDebts(ledger: Ledger): Debts {
  /** By rung, when to try. */
  const owing = new Map<RungId, number>();
  for (const rung of rungIds) if (rungs[rung].restores && isOpen(ledger, triesOf[rung])) owing.set(rung, 0);
  return {
    owe: (rung) => void (rungs[rung].restores && owing.set(rung, 0)),
    due: (nowMs) => [...owing].filter(([, fromMs]) => fromMs <= nowMs).map(([rung]) => rung),
    postpone: (rung, nowMs) => void owing.set(rung, nowMs + againMs),
    paid: async (rung) => {
      owing.delete(rung);
      if (rungs[rung].restores) await settle(ledger, triesOf[rung]);
    },
  };
}
