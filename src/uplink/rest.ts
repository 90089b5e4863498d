/** On the lowest rung of the data budget there is one connection a day, unless something is about money. */
import type { Clock } from "../base/clock.ts";
import { createNap } from "../base/nap.ts";
import type { Random } from "../base/random.ts";
import type { DataRung } from "../model/data-use.ts";

export interface Rest {
  /** Resolves when it is time to connect; at once on the higher rungs. */
  wait(stop: AbortSignal): Promise<void>;
  /** Whether `wait` would wait. */
  isDue(): boolean;
  /** All was said that the rung allows. */
  begin(): void;
  /** Something cannot wait. */
  end(): void;
}

const dayMs = 86_400_000;
/** Over so long the visits of a fleet spread. */
const spreadMs = 3_600_000;
const lookMs = 60_000;

export interface RestOptions {
  readonly clock: Clock;
  readonly random: Random;
  rung(): DataRung;
}

export function createRest({ clock, random, rung }: RestOptions): Rest {
  const nap = createNap(clock);
  let untilMs = Number.NEGATIVE_INFINITY;
  const isDue = () => rung() === "snapshot" && clock.monoMs() < untilMs;
  return {
    isDue,
    wait: async (stop) => {
      while (isDue() && !stop.aborted) await nap.sleep(Math.min(lookMs, untilMs - clock.monoMs()), stop);
    },
    begin: () => {
      untilMs = clock.monoMs() + dayMs - random() * spreadMs;
    },
    end: () => {
      untilMs = Number.NEGATIVE_INFINITY;
      nap.wake();
    },
  };
}
