/** What is under way on the terminal and keeps commands of support back, by the same signs as the recovery ladder. */
import type { Clock } from "../base/clock.ts";
import type { Hindrance } from "../commands/verbs.ts";
import type { Reading } from "../model/reading.ts";
import { isOpen, type Ledger, reversals } from "../recovery/ledger.ts";
import type { RecoveryStatus } from "../recovery/runner.ts";
import { createWatch } from "../recovery/watch.ts";

export interface CommandGuard {
  see(readings: readonly Reading[]): void;
  hindered(by: readonly Hindrance[]): Hindrance | undefined;
}

interface Guarded {
  readonly clock: Pick<Clock, "monoMs">;
  readonly ledger: Ledger;
  recovery(): RecoveryStatus | undefined;
}

export function createCommandGuard({ clock, ledger, recovery }: Guarded): CommandGuard {
  const watch = createWatch(isOpen(ledger, reversals) ? ["reversal_pending"] : []);
  const holds: Readonly<Record<Hindrance, () => boolean>> = {
    payment_running: () => watch.isHeld("payment_running", clock.monoMs()),
    reversal_pending: () => watch.isHeld("reversal_pending", clock.monoMs()),
    recovery_running: () => recovery()?.trying !== undefined,
  };
  return {
    see: (readings) => watch.see(readings),
    hindered: (by) => by.find((each) => holds[each]()),
  };
}
