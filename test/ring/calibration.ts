/** Whether a probability that is said is how often it comes true. */

export interface Said {
  readonly probability: number;
  readonly isTrue: boolean;
}

export interface Bin {
  readonly from: number;
  readonly count: number;
  /** Mean of what was said, and share that came true. */
  readonly said: number;
  readonly was: number;
}

const bins = 10;

export function reliability(all: readonly Said[]): readonly Bin[] {
  return Array.from({ length: bins }, (_, at) => {
    const own = all.filter(({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)) === at);
    const mean = (of: (each: Said) => number) => own.reduce((sum, each) => sum + of(each), 0) / Math.max(1, own.length);
    const said = mean(({ probability }) => probability);
    const was = mean(({ isTrue }) => (isTrue ? 1 : 0));
    return { from: at / bins, count: own.length, said, was };
  }).filter(({ count }) => count > 0);
}

/** Expected calibration error: |said − was|, weighted by how often it is said. */
export function calibrationError(all: readonly Said[]): number {
  return reliability(all).reduce((sum, { count, said, was }) => sum + (count / all.length) * Math.abs(said - was), 0);
}

/** Mean over incidents of Σ (probability − truth)², over every fault that is named or true. */
export function brier(incidents: readonly { readonly named: readonly Said[]; readonly missed: number }[]): number {
  const sum = (named: readonly Said[]) =>
    named.reduce((total, { probability, isTrue }) => total + (probability - (isTrue ? 1 : 0)) ** 2, 0);
  return incidents.reduce((total, { named, missed }) => total + sum(named) + missed, 0) / Math.max(1, incidents.length);
}

/** Nobody is surer than this: a probability of 1 has no odds. */
const surest = 1e-4;
const steepest = 4;

/**
 * By how much log-odds that are told would have to be multiplied to be as likely as they can: 1 for who is as sure as he may
 * be, less for who is too sure. Only of what is told as likelier than not. By bisection: the slope of the likelihood falls.
 */
export function slopeOf(all: readonly Said[]): number {
  const likely = all.filter(({ probability }) => probability > 0.5);
  const odds = likely.map(({ probability, isTrue }) => {
    const most = Math.min(probability, 1 - surest);
    return { logOdds: Math.log(most / (1 - most)), isTrue };
  });
  const rise = (slope: number) =>
    odds.reduce((sum, { logOdds, isTrue }) => {
      return sum + logOdds * ((isTrue ? 1 : 0) - 1 / (1 + Math.exp(-slope * logOdds)));
    }, 0);
  let [low, high] = [0, steepest];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (rise(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
