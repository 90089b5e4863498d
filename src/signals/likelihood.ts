/**
 * How much readings say. Every reading counts for one while fresh and less as it ages, until it says nothing; several
 * count as at most four, because errors inside one window come together; and nothing is ever quite certain. Half-lives and error rates by class are those the method was measured with.
 */
import type { EvidenceClass } from "../model/signal-shape.ts";

interface Trust {
  /** P(a reading is wrong). */
  readonly error: number;
  /** Never surer than this: the errors of several readings may have one cause. */
  readonly floor: number;
  readonly halfLifeMs: number;
}

const trust: Readonly<Record<EvidenceClass, Trust>> = {
  state: { error: 0.003, floor: 1e-4, halfLifeMs: 120_000 },
  probe: { error: 0.02, floor: 1e-3, halfLifeMs: 360_000 },
  stat: { error: 0.02, floor: 1e-3, halfLifeMs: 600_000 },
  count: { error: 0.002, floor: 5e-4, halfLifeMs: 3_600_000 },
  answer: { error: 0.001, floor: 1e-4, halfLifeMs: 600_000 },
  told: { error: 2e-4, floor: 1e-5, halfLifeMs: 43_200_000 },
  human: { error: 0.05, floor: 1e-3, halfLifeMs: 3_600_000 },
};

const mostReadings = 4;

export interface Likelihood {
  readonly ifTrue: number;
  readonly ifFalse: number;
}

/** Weight 1 for `holdMs`, then halved per half-life. */
export function decay(ageMs: number, holdMs: number, evidence: EvidenceClass): number {
  return ageMs <= holdMs ? 1 : 2 ** (-(ageMs - holdMs) / trust[evidence].halfLifeMs);
}

function floored(ifTrue: number, ifFalse: number, floor: number): Likelihood {
  const top = Math.max(ifTrue, ifFalse);
  return { ifTrue: Math.max(ifTrue / top, floor), ifFalse: Math.max(ifFalse / top, floor) };
}

export interface Tally {
  /** Sums of weights of the readings that say so, and that say the contrary. */
  readonly yes: number;
  readonly no: number;
  /** Whether they are votes: a fault may show now and then only. */
  readonly votes: boolean;
}

export function likelihood({ yes, no, votes }: Tally, evidence: EvidenceClass): Likelihood {
  const scale = Math.min(1, mostReadings / Math.max(yes + no, 1e-9));
  const [y, n] = [yes * scale, no * scale];
  const { error, floor } = trust[evidence];
  const steady = (1 - error) ** y * error ** n;
  // A fault that shows in a third of the attempts only is still the fault.
  const intermittent = (1 / 3) ** y * (2 / 3) ** n;
  const ifTrue = votes ? 0.6 * steady + 0.4 * intermittent : steady;
  return floored(ifTrue, error ** y * (1 - error) ** n, floor);
}

/** The newest votes, which all say so, after others that said the contrary. */
export interface Onset {
  readonly yes: number;
  /** Votes in the window: with any of them it may have begun. */
  readonly among: number;
}

/** What the votes of a window say, and what they say if the fault began within it, which is as likely as that it was there before. */
export function withOnset({ ifTrue, ifFalse }: Likelihood, { yes, among }: Onset, evidence: EvidenceClass): Likelihood {
  const begun = likelihood({ yes, no: 0, votes: true }, evidence);
  const ratio = (ifTrue / ifFalse + begun.ifTrue / begun.ifFalse / among) / 2;
  return floored(ratio, 1, trust[evidence].floor);
}
