/** Counts by day, kept by somebody who survives a restart of the agent: a crash loop must not become a reset storm. */
import type { RungId } from "../model/attempt.ts";

export interface Ledger {
  spent(name: string, day: string): number;
  /** Days on which any of this was spent, as far as they are remembered. */
  days(name: string): readonly string[];
  /** One more, counted at once; resolves to whether a restart will not forget it. */
  spend(name: string, day: string): Promise<boolean>;
}

/** What is begun and must be ended, as two counts. */
export interface Account {
  readonly begun: string;
  readonly ended: string;
}

/** Tries, and that what the rung took away was given back. */
export const triesOf: Readonly<Record<RungId, Account>> = {
  reattach: { begun: "recovery.reattach", ended: "recovery.reattach.restored" },
  radio: { begun: "recovery.radio", ended: "recovery.radio.restored" },
  reset: { begun: "recovery.reset", ended: "recovery.reset.restored" },
};

export const reversals: Account = { begun: "recovery.reversal", ended: "recovery.reversal.through" };

/** Days on which something was begun that was not ended, whatever day it is by a clock that may have been set since. */
function openDays(ledger: Ledger, { begun, ended }: Account): readonly string[] {
  return ledger.days(begun).filter((day) => ledger.spent(begun, day) > ledger.spent(ended, day));
}

export function isOpen(ledger: Ledger, account: Account): boolean {
  return openDays(ledger, account).length > 0;
}

/** Books the end of all that is open, on the day on which it was begun. */
export async function settle(ledger: Ledger, account: Account): Promise<void> {
  for (const day of openDays(ledger, account)) {
    while (ledger.spent(account.begun, day) > ledger.spent(account.ended, day)) await ledger.spend(account.ended, day);
  }
}
