/** A broker that serves a fleet is killed and started again: how the fleet comes back. */
import { setTimeout as delay } from "node:timers/promises";
import { type BrokerName, brokerTitle, createBroker, versionOf, whyNoMosquitto } from "./brokers.ts";
import { histogram } from "./histogram.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";
import { type Event, startFleet } from "./storm/fleet.ts";

/** What a broker of this size takes, and what an agent may do to it. */
export const caps = { connectsPerSecond: 250, attemptsInTenMinutes: 10, backMs: 600_000 };
const second = 1_000;

export interface StormOptions {
  readonly agents: number;
  readonly processes: number;
  /** How long the broker is away, by the agents' clocks. */
  readonly downS: number;
  readonly seed: number;
  readonly broker: BrokerName;
  readonly speed: number;
}

export interface Storm {
  /** By the agents' clocks, milliseconds after the broker was killed. */
  readonly attempts: readonly number[];
  readonly peakPerSecond: number;
  readonly mostOfOneAgent: number;
  readonly backMs: readonly number[];
  readonly allBack: boolean;
}

/** In the fullest second, wherever it begins. */
function peak(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  let [most, first] = [0, 0];
  for (const [index, at] of sorted.entries()) {
    while ((sorted[first] ?? at) <= at - second) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

function byAgent(events: readonly Event[]): number {
  const counts = new Map<number, number>();
  for (const { agent } of events) counts.set(agent, (counts.get(agent) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

export async function raiseStorm(options: StormOptions, say: (line: string) => void): Promise<Storm> {
  const { agents, speed, downS } = options;
  await using broker = await createBroker(options.broker);
  await broker.start();
  await using fleet = startFleet({ ...options, port: broker.port, version: versionOf[options.broker] });
  if (!(await fleet.allUpSince(0, 120_000))) throw new Error("the fleet did not come up in the first place");
  await delay((60_000 + second) / speed); // From here on a connection counts as one that has lasted.
  say(`storm: ${agents} sessions, the broker is killed`);
  const killedMs = Date.now();
  await broker.stop("SIGKILL");
  await delay((downS * second) / speed);
  const startedMs = Date.now();
  await broker.start();
  say("storm: the broker is back");
  const allBack = await fleet.allUpSince(startedMs, caps.backMs / speed);
  const since = fleet.events.filter(({ atMs }) => atMs >= killedMs);
  const tries = since.filter(({ what }) => what === "try");
  const attempts = tries.map(({ atMs }) => (atMs - killedMs) * speed);
  return {
    ...{ attempts, allBack, peakPerSecond: peak(attempts) },
    // It lasts less than ten minutes, and so all of it is within any ten.
    mostOfOneAgent: byAgent(tries),
    backMs: since.filter(({ what }) => what === "up").map(({ atMs }) => (atMs - startedMs) * speed),
  };
}

export const storm: Measurement = {
  name: "storm",
  summary: "a thousand real sessions and a broker that is killed and started again (some minutes)",
  options: {
    agents: { text: "sessions", default: "1000" },
    processes: { text: "processes that they share", default: "4" },
    down: { text: "seconds that the broker is away", default: "30" },
    seed: { text: "of every random choice; 0 draws one and prints it", default: "0" },
  },
  run: async (values, say): Promise<Outcome> => {
    const [agents, processes] = [numberOf(values, "agents", [1, 10_000]), numberOf(values, "processes", [1, 64])];
    const downS = numberOf(values, "down", [0, 600]);
    const seed = seedOf(values);
    const broker = whyNoMosquitto() ? "embedded" : "mosquitto";
    const found = await raiseStorm({ agents, processes, downS, seed, broker, speed: 1 }, say);
    const back = [...found.backMs].sort((a, b) => a - b);
    const at = (part: number) => ((back[Math.floor(part * (back.length - 1))] ?? 0) / second).toFixed(1);
    const fromLast = Math.ceil(Math.max(0, ...found.attempts) / second);
    const spans = { fromMs: 0, spanMs: Math.max(1, Math.ceil(fromLast / 60)) * second, spans: 60 };
    const held =
      found.allBack &&
      found.peakPerSecond <= caps.connectsPerSecond &&
      found.mostOfOneAgent <= caps.attemptsInTenMinutes;
    const title = `Storm: ${agents} sessions in ${processes} processes, ${brokerTitle[broker]}, away for ${downS} s, seed ${seed}: ${held ? "held" : "BROKEN"}`;
    return {
      tables: [
        {
          title,
          columns: ["what", "value", "cap"],
          rows: [
            ["attempts to connect in the fullest second", `${found.peakPerSecond}`, `${caps.connectsPerSecond}`],
            [
              "attempts of one agent within ten minutes, at most",
              `${found.mostOfOneAgent}`,
              `${caps.attemptsInTenMinutes}`,
            ],
            ["attempts in all", `${found.attempts.length}`, ""],
            ["back, of all", `${back.length} of ${agents}`, ""],
            [
              "broker back to agent back, s: half, 90 %, all",
              `${at(0.5)}, ${at(0.9)}, ${at(1)}`,
              `${caps.backMs / second}`,
            ],
          ],
        },
        histogram("Attempts to connect after the broker was killed, first 20 s", found.attempts, {
          ...{ fromMs: 0, spanMs: second, spans: 20 },
        }),
        histogram("Attempts to connect after the broker was killed, all", found.attempts, spans),
      ],
      notes: [],
      data: { seed, agents, downS, ...found },
      failed: !held,
    };
  },
};
