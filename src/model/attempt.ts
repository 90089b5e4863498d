/** One rung of the recovery ladder, tried: why, what was measured before and after, and whether it helped. */
import type { Reading } from "./reading.ts";

/** Gentlest first. */
export const rungIds = ["reattach", "radio", "reset"] as const;
export type RungId = (typeof rungIds)[number];

/** What the modem said. `withheld`: something forbade it at the last moment, and nothing was sent. */
export type AttemptReply = "done" | "refused" | "silent" | "lost" | "withheld";

export interface Attempt {
  readonly rung: RungId;
  /** Fault of the case for which it was tried. */
  readonly fault: string;
  /** Monotonic milliseconds. */
  readonly startedAtMs: number;
  /** Until the effect was there, or was given up. */
  readonly tookMs: number;
  readonly reply: AttemptReply;
  /** `unknown`: nothing could be measured afterwards. `yes` says that it was well afterwards, not that this was the cause. */
  readonly helped: "yes" | "no" | "unknown";
  readonly before: readonly Reading[];
  readonly after: readonly Reading[];
}
