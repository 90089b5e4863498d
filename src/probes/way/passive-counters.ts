/** What the kernel counts anyway, as Readings of how well the way carries (level 0). */
import { measured, type Reading } from "../../model/reading.ts";
import { createRetransmissions } from "./retransmissions.ts";
import { createThroughput } from "./throughput.ts";
import { bytesOf } from "./traffic.ts";

export interface PassiveCounters {
  /** `way`: name of the interface whose bytes are looked at. */
  look(way: string | undefined, nowMs: number): readonly Reading[];
}

/** `root` holds `sys` and `proc`. */
export function createPassiveCounters(root: string): PassiveCounters {
  const throughput = createThroughput();
  const retransmissions = createRetransmissions(root);
  return {
    look: (way, nowMs) => {
      const bytes = way === undefined ? undefined : bytesOf(root, way);
      if (way !== undefined && bytes) throughput.see(way, bytes.sentBytes + bytes.receivedBytes, nowMs);
      retransmissions.look(nowMs);
      return [
        measured("net.throughput_kbps", throughput.best(nowMs), nowMs),
        measured("net.retrans_pct", retransmissions.percent(), nowMs),
      ];
    },
  };
}
