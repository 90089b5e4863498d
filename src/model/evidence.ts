/** Evidence: an observation of the catalogue, seen or seen not to hold, with the readings that prove it. */
import type { Reading } from "./reading.ts";

export interface Evidence {
  /** Observation id of the catalogue. */
  readonly id: string;
  /** What the newest readings say. */
  readonly holds: boolean;
  /** Monotonic milliseconds since which they say so. */
  readonly sinceMs: number;
  /** How many readings in a row say so. */
  readonly reads: number;
  /** P(readings | it holds) and P(readings | it does not), each at least 0.001 of the other. */
  readonly likelihood: { readonly ifTrue: number; readonly ifFalse: number };
  /** Newest last, at most four. */
  readonly readings: readonly Reading[];
}
