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
  /** Milliseconds from each blow to the first answer, by the name of the trouble. */
  readonly backMs: Readonly<Record<string, readonly number[]>>;
  readonly before: Held;
  readonly after: Held;
}

interface Patient {
  readonly trouble: Trouble;
  readonly bench: Bench;
  readonly probe: ModemProbeHandle;
}

async function suffer({ trouble, bench, probe }: Patient, cycles: number, say: (line: string) => void) {
  const backMs: number[] = [];
  for (let cycle = 1; cycle <= cycles; cycle += 1) {
    await delay(servedMs);
    const startMs = performance.now();
    await trouble.strike(bench, probe);
    await until(() => probe.status().answering);
    backMs.push(performance.now() - startMs);
    if (cycle % 50 === 0) say(`${trouble.name}: ${cycle} of ${cycles}`);
  }
  return [trouble.name, backMs] as const;
}

/** So many cycles of each trouble, side by side, against probes that poll all the time. Throws when a modem is not back after 30 s. */
export async function endure(cycles: number, say: (line: string) => void): Promise<Endured> {
  const stop = new AbortController();
  const running: Promise<void>[] = [];
  const patients = await Promise.all(
    troubles.map(async (trouble, at): Promise<Patient> => {
      const bench = await startBench({ seed: 9 + at, broker: false, pace });
      const probe = probeOf(bench);
      running.push(probe.run(stop.signal));
      probe.setPace("quick");
      return { trouble, bench, probe };
    }),
  );
  const allWell = () => until(() => patients.every(({ probe }) => probe.status().answering));
  try {
    await allWell();
    await delay(servedMs);
    const before = held();
    const results = await Promise.all(patients.map((patient) => suffer(patient, cycles, say)));
    await delay(servedMs);
    return { backMs: Object.fromEntries(results), before, after: held() };
  } finally {
    stop.abort();
    await Promise.all(running);
    await Promise.all(patients.map(({ bench }) => bench.close()));
  }
}

function probeOf({ paths }: Bench): ModemProbeHandle {
  const nothing = () => {};
  return createModemProbe({
    open: serialPort({ path: paths.modem, baudRate: 115_200 }),
    clock: systemClock,
    random: seededRandom(9),
    paces: { slow: loadMs, quick: loadMs },
    ...{ log: nothing, emit: nothing },
  });
}

const row = (when: string, { descriptors, resources, listeners }: Held) =>
  [when, descriptors, resources, listeners].map(String);

export const endurance: Measurement = {
  name: "endurance",
  summary: "the port unplugged and the modem restarted hundreds of times under load",
  options,
  run: async (values, say) => {
    const { backMs, before, after } = await endure(numberOf(values, "cycles", [1, 100_000]), say);
    const rows = Object.entries(backMs).map(([name, times]) => [
      name,
      String(times.length),
      median(times).toFixed(0),
      worst(times).toFixed(0),
    ]);
    const columns = ["trouble", "times, all back", "median, ms", "worst, ms"];
    const leaks = {
      title: "What the process held, both running",
      columns: ["", "descriptors", "handles, requests, timers", "listeners"],
      rows: [row("before", before), row("after", after)],
    };
    return {
      tables: [
        { title: `The modem lives ${pace} times as fast as life; a poll every ${loadMs} ms`, columns, rows },
        leaks,
      ],
      notes: [],
      data: { backMs, before, after },
      failed: after.descriptors > before.descriptors || after.listeners > before.listeners,
    };
  },
};
