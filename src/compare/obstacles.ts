/** What hinders payments at the terminal itself: the newest hindrance that still matters. */
import type { Scalar } from "../model/signal-shape.ts";
import { type Hindrance, hindrances } from "../model/signals/payment.ts";
import type { Drawn } from "./drawn.ts";
import type { Happening } from "./happening.ts";
import type { End } from "./past.ts";
import { newestOf } from "./scope.ts";

/** Whoever sees that it does not go on gives up; and what is lost on the way is the way's. */
const noObstacle: readonly (Scalar | undefined)[] = [
  "none",
  "cancelled",
  "input_timeout",
  "no_card_in_time",
  "card_removed",
  "send_failed",
  "receive_failed",
];

/** The hindrance, `fine` for a payment that was answered without one, or nothing. */
function hinderedIn({ said }: Happening): Hindrance | "fine" | undefined {
  const hindrance = hindrances.find((each) => each === said("txn.hindrance"));
  if (hindrance !== undefined && !noObstacle.includes(hindrance)) return hindrance;
  return said("txn.rc") !== undefined || said("txn.outcome") === "approved" ? "fine" : undefined;
}

/** Drawn of the compare signal about hindrances. */
export function compareObstacles(happenings: readonly Happening[], ends: readonly End[]): Drawn {
  const items = happenings.flatMap((happening) => {
    const { atMs, payment, payer } = happening;
    const hindered = hinderedIn(happening);
    return hindered === undefined ? [] : [{ atMs, payment, payer, kind: hindered === "fine" ? undefined : hindered }];
  });
  if (items.length === 0) return [];
  return [["compare.obstacle", newestOf(items, ends)?.trouble.kind ?? "none"]];
}
