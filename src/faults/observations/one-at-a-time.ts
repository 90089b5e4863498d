/** Signals that say one thing at a time: while they say it, the others are not denied but unsaid. */
import { type SignalId, signals } from "../../model/signal.ts";
import type { Scalar } from "../../model/signal-shape.ts";

/** All other values of a signal but those that deny it, such as "none" and "ok". */
export function unsaid(signal: SignalId, is: readonly Scalar[], ...denying: readonly Scalar[]): readonly Scalar[] {
  const { shape } = signals[signal];
  const values = shape.kind === "one_of" ? shape.values : [];
  return values.filter((value) => !is.includes(value) && !denying.includes(value));
}

/** People say one thing of many that are so, which denies no other. */
export const says = (signal: SignalId, is: Scalar) => ({ signal, is: [is], unknown: unsaid(signal, [is]) });
