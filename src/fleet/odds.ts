/**
 * How strongly a cell's troubles speak for a common cause: the likelihood ratio of a scan statistic (Kulldorff 1997), with the rate to
 * be expected taken from its peers and from its own past, whichever is worse.
 */
import type { Tally } from "./cell.ts";

/** Nothing is certain to this degree: singles come in bunches more often than chance would have it. */
const leastExpected = 2e-3;
const mostExpected = 0.9;
/** The past is believed like so many terminals, when peers are few. */
const pastWeighs = 4;
/** Whoever looks every ten seconds for a day looks nine thousand times, and must not be wrong once: so many nats. */
const costsOfWatching = 9;

/** What is known is known by the quarter of an hour, and may have come at one blow. */
const knownMs = 900_000;

/** Of a terminal, that a trouble begins within a span. */
export const chanceWithin = (perHour: number, spanMs: number): number =>
  1 - Math.exp((-perHour * Math.max(spanMs, knownMs)) / 3_600_000);

/** What is to be expected where peers are as given; `past` is what would be expected of the past alone. */
export function expected(past: number, peers: readonly Tally[]): number {
  const seen = peers.map(
    ({ freshWeight, fineWeight }) => (freshWeight + pastWeighs * past) / (freshWeight + fineWeight + pastWeighs),
  );
  return Math.min(mostExpected, Math.max(leastExpected, past, ...seen));
}

/** In nats; 0 where it fails no more than expected. */
export function likelihoodRatio({ freshWeight, fineWeight }: Tally, expectedShare: number): number {
  const all = freshWeight + fineWeight;
  const share = all === 0 ? 0 : freshWeight / all;
  if (share <= expectedShare) return 0;
  const spared = fineWeight === 0 ? 0 : fineWeight * Math.log((1 - share) / (1 - expectedShare));
  return freshWeight * Math.log(share / expectedShare) + spared;
}

/** Log odds of a common cause; `among`: how many cells of this kind are watched. */
export function logOdds(ratio: number, costs: number, among: number): number {
  return ratio - costs - Math.log(Math.max(1, among)) - costsOfWatching;
}

/** Never sure: what all have in common may be something that nobody told us. */
export const confidenceOf = (odds: number): number => Math.round(Math.min(0.99, 1 / (1 + Math.exp(-odds))) * 1e4) / 1e4;
