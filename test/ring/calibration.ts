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
