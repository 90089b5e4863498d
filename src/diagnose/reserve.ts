/** What is believed of a cluster, as far as it is trusted: what a test has to tell apart is less plain than it looks. */
import { trust } from "../model/told.ts";
import type { Belief, Hypothesis } from "./infer.ts";

/** Of two sets each is as likely as `told` would have it; of many, all together are as likely as before. */
export function withReserve(belief: Belief): Belief {
  const weights = belief.hypotheses.map(({ probability }) => probability ** trust);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const hypotheses = belief.hypotheses.map(
    ({ faults }, at): Hypothesis => ({ faults, probability: (weights[at] ?? 0) / total }),
  );
  return { ...belief, hypotheses };
}
