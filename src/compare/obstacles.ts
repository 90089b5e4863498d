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

/** What a table or a setting forbids it forbids until somebody changes it. */
const rules: readonly Hindrance[] = [
  "not_enabled",
  "function_not_supported",
  "below_minimum",
  "above_maximum",
  "version_too_old",
  "parameters_old",
  "place_not_allowed",
  "batch_mismatch",
];

/** The hindrance, `fine` for a payment that was answered without one, or nothing. */
function hinderedIn({ said }: Happening): Hindrance | "fine" | undefined {
  const hindrance = hindrances.find((each) => each === said("txn.hindrance"));
  if (hindrance !== undefined && !noObstacle.includes(hindrance)) return hindrance;
  return said("txn.rc") !== undefined || said("txn.outcome") === "approved" ? "fine" : undefined;
}

interface Hindered extends End {
  readonly payer: Happening["payer"];
  readonly kind: Hindrance | undefined;
}

const isRule = ({ kind }: Hindered): boolean => kind !== undefined && rules.includes(kind);

/** Drawn of the compare signal about hindrances. */
export function compareObstacles(happenings: readonly Happening[], ends: readonly End[]): Drawn {
  const items = happenings.flatMap((happening): readonly Hindered[] => {
    const { atMs, payment, payer } = happening;
    const hindered = hinderedIn(happening);
    return hindered === undefined ? [] : [{ atMs, payment, payer, kind: hindered === "fine" ? undefined : hindered }];
  });
  if (items.length === 0) return [];
  return [["compare.obstacle", newestOf<Hindrance, Hindered>(items, ends, { isRule })?.trouble.kind ?? "none"]];
}
