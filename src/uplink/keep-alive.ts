/**
 * How long the way to the broker may be silent. A carrier's NAT forgets a connection after some minutes and tells nobody; it
 * is found when a ping is not answered though the next connection succeeds at once. Then the time is halved; after a day of
 * answered pings it grows by a quarter. Pure.
 */

export interface KeepAlive {
  /** Between pings. */
  readonly seconds: number;
  /** A ping was answered, after so much silence. */
  answered(silentS: number): void;
  /** A ping was not answered: it is the NAT, or there is no network at all. */
  silent(): void;
  /** How the next attempt to connect went, which tells the two apart. */
  dialled(opened: boolean): void;
}

const leastS = 60;
const growth = 1.25;
/** Silence of this rung that was borne, before a longer one is tried. Seconds. */
const proofS = 86_400;

/** `ceilingS`: as configured; never exceeded. `restoredS`: as it was learned before. */
export function createKeepAlive(ceilingS: number, restoredS?: number): KeepAlive {
  const within = (seconds: number) => Math.round(Math.max(leastS, Math.min(ceilingS, seconds)));
  let seconds = within(restoredS ?? ceilingS);
  let borneS = 0;
  let suspected = false;
  return {
    get seconds() {
      return seconds;
    },
    answered: (silentS) => {
      if (silentS >= 0.9 * seconds) borneS += silentS;
      if (borneS < proofS) return;
      borneS = 0;
      seconds = within(seconds * growth);
    },
    silent: () => {
      suspected = true;
    },
    dialled: (opened) => {
      if (suspected && opened) {
        seconds = within(seconds / 2);
        borneS = 0;
      }
      suspected = false;
    },
  };
}
