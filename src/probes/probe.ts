/** A probe looks at one part of the terminal and emits Readings, and nothing else. */
import type { Reading } from "../model/reading.ts";

/** Where Readings go. Must not throw and must not block. */
export type Emit = (readings: readonly Reading[]) => void;

/** How eagerly to look: slow while all is well, quick while something is wrong. */
export type Pace = "slow" | "quick";

export interface Probe {
  readonly id: string;
  /** Runs until the signal aborts. Failure of the world is a Reading, never a rejection. */
  run(stop: AbortSignal): Promise<void>;
  setPace(pace: Pace): void;
}
