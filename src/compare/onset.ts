/**
 * Did the failures begin with a change of the software? Marginal likelihoods of three stories with Beta(1, 1) priors: the
 * rate of failure never changed, it changed at that moment, it changed at another.
 */

/** Payments in order: whether the terminal itself failed. A coded refusal is not its failure. */
export interface Trial {
  readonly atMs: number;
  readonly failed: boolean;
}

const mostTrials = 400;
const sure = 0.8;
/** P(no change), P(at the moment), P(elsewhere), before anything was seen. */
const stories = { none: 0.8, here: 0.1, elsewhere: 0.1 } as const;

/** log of n! */
function logFactorials(n: number): Float64Array {
  const table = new Float64Array(n + 1);
  for (let k = 2; k <= n; k += 1) table[k] = (table[k - 1] ?? 0) + Math.log(k);
  return table;
}

/** log ∫ p^k (1 − p)^(n − k) dp = log k! (n − k)! / (n + 1)! for all k ≤ n ≤ most. */
function marginals(most: number): (failures: number, trials: number) => number {
  const logs = logFactorials(most + 1);
  return (k, n) => (logs[k] ?? 0) + (logs[n - k] ?? 0) - (logs[n + 1] ?? 0);
}

/** P(the rate changed at trial `here`), over that and the other stories. */
function blame(here: number, failures: readonly number[]): number {
  const count = failures.length - 1;
  const total = failures[count] ?? 0;
  const marginal = marginals(count);
  const split = (at: number) => {
    const before = failures[at] ?? 0;
    return marginal(before, at) + marginal(total - before, count - at);
  };
  const others = failures.map((_, at) => at).filter((at) => at > 0 && at < count && at !== here);
  const weights = [
    Math.log(stories.here) + split(here),
    Math.log(stories.none) + marginal(total, count),
    ...others.map((at) => Math.log(stories.elsewhere / others.length) + split(at)),
  ];
  const top = Math.max(...weights);
  const sum = weights.reduce((all, weight) => all + Math.exp(weight - top), 0);
  return Math.exp((weights[0] ?? top) - top) / sum;
}

/** "yes", "no", or "unclear" where too little was seen on either side. */
export function beganWith(changeMs: number, trials: readonly Trial[]): "yes" | "no" | "unclear" {
  const seen = trials.slice(-mostTrials);
  const failures = [0];
  for (const { failed } of seen) failures.push((failures.at(-1) ?? 0) + Number(failed));
  const here = seen.findIndex(({ atMs }) => atMs >= changeMs);
  if (here <= 0) return "unclear";
  const before = failures[here] ?? 0;
  const after = (failures.at(-1) ?? 0) - before;
  if (after / (seen.length - here) <= before / here) return after > 0 ? "no" : "unclear";
  const share = blame(here, failures);
  if (share > sure) return "yes";
  // Few trials tell little: what was fine before the change and not once after it may have begun with it.
  const atOnce = before === 0 && seen[here]?.failed === true;
  return share < 1 - sure && !atOnce ? "no" : "unclear";
}
