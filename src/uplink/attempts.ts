/** A budget of attempts to connect: at most ten in any ten minutes, whatever else says that it is time. Pure. */
export interface Attempts {
  /** Milliseconds until one more is allowed; 0: now. */
  waitMs(nowMs: number): number;
  note(nowMs: number): void;
}

const most = 10;
const spanMs = 600_000;

export function createAttempts(): Attempts {
  let made: readonly number[] = [];
  return {
    waitMs: (nowMs) => {
      const oldest = made.at(-most);
      return oldest === undefined ? 0 : Math.max(0, oldest + spanMs - nowMs);
    },
    note: (nowMs) => {
      made = [...made, nowMs].slice(-most);
    },
  };
}
