/** A rung that somebody orders, and what may forbid it. */
import type { Attempt, RungId } from "../model/attempt.ts";
import type { Try } from "./ladder.ts";
import { rungs } from "./rung.ts";
import type { Hindrance } from "./watch.ts";

/** `no_port`: there is no modem to be told. `ended`: nobody waits for it any more, or the agent stops. */
export type Withheld = Hindrance | "no_port" | "spent" | "too_soon" | "busy" | "ended";

export interface Order {
  readonly rung: RungId;
  /** Once it aborts, the rung is not begun any more. */
  readonly stop: AbortSignal;
  end(came: Attempt | Withheld): void;
}

interface Budget {
  /** Oldest first. */
  readonly tries: readonly Try[];
  /** Tries left today. */
  readonly left: number;
  readonly nowMs: number;
}

/** Like any other try it is bound to the budget of the day, and to its distance from the last one. */
export function untimely({ rung, stop }: Order, { tries, left, nowMs }: Budget): Withheld | undefined {
  if (stop.aborted) return "ended";
  if (left <= 0) return "spent";
  const last = tries.findLast((each) => each.rung === rung);
  return last && nowMs - last.startedAtMs < rungs[rung].distanceMs ? "too_soon" : undefined;
}
