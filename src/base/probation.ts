/**
 * What is new here is on probation: it becomes good when the agent has run with it for a while, and is given up when the agent could
 * not. Pure. A start is counted when it begins and taken back when it ends in good order, so that who is switched off has not failed.
 */

/** Power is cut in shops: one start that did not end in good order proves nothing, two do. */
export const mostStarts = 2;

export interface Probation {
  /** Starts that have not ended in good order. */
  readonly starts: number;
}

export function isSpent({ starts }: Probation): boolean {
  return starts >= mostStarts;
}

export function begun<T extends Probation>(trial: T): T {
  return { ...trial, starts: trial.starts + 1 };
}

export function endedWell<T extends Probation>(trial: T): T {
  return { ...trial, starts: Math.max(0, trial.starts - 1) };
}
