/** Waits for the effect of a rung: the fault is gone, is still there when the time is over, or nothing can be said. */
import type { Clock } from "../base/clock.ts";
import type { Attempt, RungId } from "../model/attempt.ts";
import { type Ask, holds } from "./ask.ts";
import { mends } from "./mend.ts";
import { rungs } from "./rung.ts";
import type { Watch } from "./watch.ts";

export interface Awaited {
  readonly fault: string;
  readonly rung: RungId;
  readonly watch: Pick<Watch, "newest">;
  readonly clock: Clock;
  readonly stop: AbortSignal;
}

const lookMs = 1_000;

/** Only what was read since the call counts. */
export async function watchEffect({ fault, rung, watch, clock, stop }: Awaited): Promise<Attempt["helped"]> {
  const mended = mends[fault]?.mended ?? [];
  const beganMs = clock.monoMs();
  const answer = (ask: Ask): Attempt["helped"] => {
    const reading = watch.newest(ask.signal);
    if (reading?.value === undefined || reading.atMs <= beganMs) return "unknown";
    return holds(ask, reading) ? "yes" : "no";
  };
  while (!stop.aborted && clock.monoMs() - beganMs < rungs[rung].effectMs) {
    if (mended.every((ask) => answer(ask) === "yes")) return "yes";
    await clock.sleep(lookMs, stop);
  }
  return mended.some((ask) => answer(ask) === "no") ? "no" : "unknown";
}
