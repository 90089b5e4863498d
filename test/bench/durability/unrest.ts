/** What goes on around the agent while it is killed: faults come and go, and the broker is away for part of the time. */
import type { Bench } from "../../../hw-sim/bench.ts";
import type { SetRequest } from "../../../hw-sim/world-input.ts";
import type { Random } from "../../../src/base/random.ts";

export interface Broker {
  readonly port: number;
  start(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Each pair: how it goes wrong, and how it is put right. */
const troubles: readonly (readonly [wrong: SetRequest, right: SetRequest])[] = [
  [{ sim: "absent" }, { sim: "ready" }],
  [{ sim: "absent" }, { sim: "ready" }],
  [{ sim: "pin" }, { sim: "ready" }],
  [{ signal: "none" }, { signal: "good" }],
  [{ signal: "weak" }, { signal: "good" }],
  [{ registration: "denied" }, { registration: "home" }],
  [{ host: "down" }, { host: "up" }],
  [{ dns: "nxdomain" }, { dns: "ok" }],
];

export const calm: SetRequest = { sim: "ready", signal: "good", registration: "home", host: "up", dns: "ok" };

export interface Unrest {
  /** Changes made so far. */
  readonly changes: number;
  /** Milliseconds for which the broker was away so far, and how often. */
  readonly awayMs: number;
  readonly outages: number;
  /** Ends it, with the broker up and the world in order. */
  end(): Promise<void>;
}

export interface UnrestOptions {
  readonly bench: Bench;
  readonly broker: Broker;
  /** Chance of its own, so that one part of the harness does not shift what another draws. */
  readonly faults: Random;
  readonly outages: Random;
  /** Signals with which the broker is ended; empty: it stays. */
  readonly endings: readonly NodeJS.Signals[];
}

const pick = <T>(random: Random, items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
const between = (random: Random, low: number, high: number): number => low + random() * (high - low);

/** A sleep that `end` cuts short. */
function createPause() {
  const stop = new AbortController();
  return {
    stop,
    sleep: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          stop.signal.removeEventListener("abort", done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        stop.signal.addEventListener("abort", done);
        if (stop.signal.aborted) done();
      }),
  };
}

export function startUnrest({ bench, broker, faults, outages: chance, endings }: UnrestOptions): Unrest {
  const { stop, sleep } = createPause();
  const tally = { changes: 0, awayMs: 0, outages: 0 };

  async function makeTrouble(): Promise<void> {
    while (!stop.signal.aborted) {
      const [wrong, right] = pick(faults, troubles) ?? [calm, calm];
      await bench.set(wrong);
      await sleep(between(faults, 400, 4_000));
      await bench.set(right);
      await sleep(between(faults, 100, 1_200));
      tally.changes += 2;
    }
  }

  async function interrupt(): Promise<void> {
    while (!stop.signal.aborted && endings.length > 0) {
      await sleep(between(chance, 4_000, 10_000));
      if (stop.signal.aborted) return;
      await broker.stop(pick(chance, endings));
      const startedMs = performance.now();
      await sleep(between(chance, 2_000, 5_500));
      await broker.start();
      tally.awayMs += performance.now() - startedMs;
      tally.outages += 1;
    }
  }

  const running = Promise.all([makeTrouble(), interrupt()]);
  return {
    get changes() {
      return tally.changes;
    },
    get awayMs() {
      return tally.awayMs;
    },
    get outages() {
      return tally.outages;
    },
    end: async () => {
      stop.abort();
      await running;
      await bench.set(calm);
    },
  };
}
