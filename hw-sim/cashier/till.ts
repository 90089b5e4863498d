/** A counter with customers: the cashier sells every few seconds, and remembers how it went. */
import type { Cashier } from "../cashier.ts";
import type { Customer, Outcome } from "./errands.ts";

export interface Till {
  /** The newest sale's outcome. */
  last(): Outcome | undefined;
  /** The newest sales, at most twenty, oldest first. */
  recent(): readonly Outcome[];
  /** Lets the sale under way end. */
  close(): Promise<void>;
}

export interface TillOptions {
  /** Milliseconds from the end of one sale to the next. */
  readonly everyMs?: number;
  /** Who comes next; the same one when nothing is said. */
  readonly next?: () => Customer;
}

const KEPT = 20;

export function openTill(cashier: Cashier, { everyMs = 2_000, next = () => ({}) }: TillOptions = {}): Till {
  const sales: Outcome[] = [];
  let open = true;
  let wake = (): void => {};
  const nap = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    while (open) {
      sales.push(await cashier.sell(next()));
      if (sales.length > KEPT) sales.shift();
      if (open) await nap();
    }
  };
  const running = run();
  return {
    last: () => sales.at(-1),
    recent: () => sales,
    close: async () => {
      open = false;
      wake();
      await running;
    },
  };
}
