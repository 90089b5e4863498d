/** The traffic through the bearer, as the modem's counters have it. */
import type { SimClock } from "./clock.ts";
import type { PathState } from "./path.ts";

export interface Meter {
  readonly move: (way: "sent" | "received", bytes: number) => void;
  /** Bytes since the bearer first came up, as +QGDCNT counts them. */
  readonly read: () => { readonly sent: number; readonly received: number };
  /** The path has changed: from now on traffic grows accordingly. */
  readonly follow: (state: PathState, bearer: boolean) => void;
}

/** The terminal's own chatter beside what the bench sees: bytes a second, both ways. */
const CHATTER = { sent: 24, received: 31 };

/** Counts traffic through the bearer. On a plan used up the terminal keeps sending and nothing comes back. */
export function createMeter(clock: SimClock): Meter {
  let total = { sent: 3_832, received: 4_618 };
  let rate = { sent: 0, received: 0 };
  let since = clock.nowMs();
  const read = () => {
    const seconds = (clock.nowMs() - since) / 1_000;
    return {
      sent: total.sent + Math.floor(rate.sent * seconds),
      received: total.received + Math.floor(rate.received * seconds),
    };
  };
  return {
    read,
    move: (way, bytes) => {
      total = { ...total, [way]: total[way] + bytes };
    },
    follow: (state, bearer) => {
      total = read();
      since = clock.nowMs();
      rate = { sent: bearer ? CHATTER.sent : 0, received: bearer && state !== "dead" ? CHATTER.received : 0 };
    },
  };
}
