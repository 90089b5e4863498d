/**
 * How often the acquirer's host may be visited. A connection takes a session slot on the host, and a fleet that
 * looks all at once makes an outage worse: so none while all is well, a short burst after a failure (one look is no
 * proof), and then a rare, jittered one for as long as the trouble lasts. A path that keeps coming and going would earn
 * burst after burst: an hour has its limit.
 */
import type { Random } from "../base/random.ts";
import type { Pace } from "./probe.ts";

const burst = 3;
const rarelyMs = 300_000;
const mostPerHour = 30;
const hourMs = 3_600_000;

export interface HostVisits {
  /** Whether a visit is due; one that is due counts as made. */
  take(pace: Pace, nowMs: number): boolean;
  /** The path has just been proved by other means: the next failure is a new one. */
  proved(): void;
}

export function createHostVisits(random: Random): HostVisits {
  let made: number[] = [];
  let inBurst = 0;
  let notBeforeMs = Number.NEGATIVE_INFINITY;
  const renew = (): void => {
    inBurst = 0;
  };
  return {
    proved: renew,
    take: (pace, nowMs) => {
      if (pace === "slow") {
        renew();
        return false;
      }
      made = made.filter((at) => nowMs - at < hourMs);
      if (made.length >= mostPerHour || (inBurst >= burst && nowMs < notBeforeMs)) return false;
      made.push(nowMs);
      inBurst += 1;
      notBeforeMs = nowMs + rarelyMs * (0.75 + random() / 2);
      return true;
    },
  };
}
