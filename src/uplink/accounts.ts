/** Books every byte on the wire, and says by what is used of the month how much may still be sent. */
import type { Clock } from "../base/clock.ts";
import type { DataUse, Standing, UseKind } from "../model/data-use.ts";
import { type Calendar, DataBook, type KeptUse } from "./data-use.ts";
import { createLadder, type Terms } from "./ladder.ts";
import type { Count } from "./meter.ts";

export interface Accounts {
  readonly count: Count;
  /** What comes from now on is for this. */
  account(kind: UseKind): void;
  standing(): Standing;
  view(): DataUse;
  kept(): KeptUse;
}

export interface AccountOptions {
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly restored: KeptUse;
  readonly terms: Terms;
  /** Another rung than before. */
  onTurn(standing: Standing): void;
}

export function createAccounts({ clock, calendar, restored, terms, onTurn }: AccountOptions): Accounts {
  const use = new DataBook(calendar, restored);
  const ladder = createLadder(terms);
  let kind: UseKind = "session";
  let last = ladder.stand(use.monthBytes);
  const now = () => ({ wallMs: clock.wallMs(), monoMs: clock.monoMs() });

  function standing(): Standing {
    use.turn(now());
    const before = last;
    last = ladder.stand(use.monthBytes);
    if (before.rung !== last.rung) onTurn(last);
    return last;
  }

  return {
    count: (direction, bytes) => {
      use.count(kind, [direction, bytes], now());
      standing();
    },
    account: (next) => {
      kind = next;
    },
    standing,
    view: () => ({
      ...standing(),
      monthBytes: use.monthBytes,
      dayBytes: use.dayBytes,
      budgetBytes: terms.budgetBytes,
      uses: use.monthUses,
    }),
    kept: () => use.kept,
  };
}
