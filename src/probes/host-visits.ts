/**
 * How often the acquirer's host may be visited. A connection takes a session slot on the host, and a fleet that
 * looks all at once makes an outage worse: so none while all is well, a short burst after a failure (one look is no
 * proof), and then a rare, jittered one for as long as the trouble lasts.
 */
import type { Random } from "../base/random.ts";
import type { Pace } from "./probe.ts";

const burst = 3;
const rarelyMs = 300_000;

export interface HostVisits {
  /** Whether a visit is due; one that is due counts as made. */
  take(pace: Pace, nowMs: number): boolean;
}

export function createHostVisits(random: Random): HostVisits {
  let made = 0;
  let notBeforeMs = 0;
  return {
    take: (pace, nowMs) => {
      if (pace === "slow") {
        made = 0;
        return false;
      }
      if (made >= burst && nowMs < notBeforeMs) return false;
      made += 1;
      notBeforeMs = nowMs + rarelyMs * (0.75 + random() / 2);
      return true;
    },
  };
}
