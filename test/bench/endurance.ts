/** Ports that go and come back, and modems that start anew, under load: the session always returns and nothing is left behind. */
import { readdirSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { type Bench, startBench } from "../../hw-sim/bench.ts";
import { command } from "../../src/at/commands.ts";
import { systemClock } from "../../src/base/clock.ts";
import { seededRandom } from "../../src/base/random.ts";
import { serialPort } from "../../src/modem/port.ts";
import { createModemProbe, type ModemProbeHandle } from "../../src/probes/modem.ts";
import { type Measurement, numberOf } from "./measurement.ts";
import { median, worst } from "./statistics.ts";

const options = { cycles: { text: "of each kind", default: "500" } } as const;
/** How many times as fast as life the modem takes its steps. */
const pace = 100;
/** A poll every so often: far more than any terminal asks. */
const loadMs = 10;
/** Polls between two troubles: a modem that fails within its first look is waited for longer and longer. */
const servedMs = 600;
const patienceMs = 30_000;
const lookMs = 2;

/** What a leak would raise: descriptors, active handles and requests, listeners of the process. */
export interface Held {
  readonly descriptors: number;
  readonly resources: number;
  readonly listeners: number;
}

export function held(): Held {
  return {
    descriptors: readdirSync("/proc/self/fd").length,
    resources: process.getActiveResourcesInfo().length,
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  };
}

async function until(holds: () => boolean): Promise<void> {
  const lastMs = performance.now() + patienceMs;
  while (!holds()) {
    if (performance.now() > lastMs) throw new Error(`not back after ${patienceMs / 1_000} s`);
    await delay(lookMs);
  }
}

/** One way to lose the modem. */
interface Trouble {
  readonly name: string;
  strike(bench: Bench, probe: ModemProbeHandle): Promise<void>;
}

const troubles: readonly Trouble[] = [
  {
    name: "unplugged and plugged in again",
    strike: async (bench, probe) => {
      await bench.set({ power: "off" });
      await until(() => !probe.status().answering);
      await bench.set({ power: "on" });
    },
  },
  {
    name: "AT+CFUN=1,1 in the middle of polls",
    strike: async (_, probe) => {
      await probe.perform(command("AT+CFUN=1,1"));
      await until(() => !probe.status().answering);
    },
  },
];

export interface Endured {
  readonly name: string;
  readonly backMs: readonly number[];
  readonly before: Held;
  readonly after: Held;
}

/** Runs so many cycles of each trouble against a probe that polls all the time. Throws when the modem is not back after 30 s. */
export async function endure(cycles: number, say: (line: string) => void): Promise<readonly Endured[]> {
  const bench = await startBench({ seed: 9, broker: false, pace });
  const stop = new AbortController();
  const nothing = () => {};
  const probe = createModemProbe({
    open: serialPort({ path: bench.paths.modem, baudRate: 115_200 }),
    clock: systemClock,
    random: seededRandom(9),
    paces: { slow: loadMs, quick: loadMs },
    ...{ log: nothing, emit: nothing },
  });
  const running = probe.run(stop.signal);
  probe.setPace("quick");
  const results: Endured[] = [];
  try {
    for (const trouble of troubles) {
      await until(() => probe.status().answering);
      const before = held();
      const backMs: number[] = [];
      for (let cycle = 1; cycle <= cycles; cycle += 1) {
        await delay(servedMs);
        const startMs = performance.now();
        await trouble.strike(bench, probe);
        await until(() => probe.status().answering);
        backMs.push(performance.now() - startMs);
        if (cycle % 50 === 0) say(`${trouble.name}: ${cycle} of ${cycles}`);
      }
      results.push({ name: trouble.name, backMs, before, after: held() });
    }
  } finally {
    stop.abort();
    await running;
    await bench.close();
  }
  return results;
}

const text = ({ descriptors, resources, listeners }: Held) => `${descriptors} / ${resources} / ${listeners}`;

export const endurance: Measurement = {
  name: "endurance",
  summary: "the port unplugged and the modem restarted hundreds of times under load",
  options,
  run: async (values, say) => {
    const results = await endure(numberOf(values, "cycles", [1, 100_000]), say);
    const rows = results.map(({ name, backMs, before, after }) => [
      name,
      String(backMs.length),
      median(backMs).toFixed(0),
      worst(backMs).toFixed(0),
      text(before),
      text(after),
    ]);
    const columns = ["trouble", "times, all back", "median, ms", "worst, ms", "held before", "held after"];
    return {
      tables: [{ title: `The modem lives ${pace} times as fast as life; a poll every ${loadMs} ms`, columns, rows }],
      notes: ["Held: file descriptors / handles, requests and timers / listeners of the process."],
      data: { results },
      failed: results.some(({ before, after }) => after.descriptors > before.descriptors + 1),
    };
  },
};
