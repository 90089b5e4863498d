/** What a fleet does to a host that is down: a thousand real schedules and governors in virtual time, beside a naive agent. */
import { type Random, seededRandom } from "../../src/base/random.ts";
import { rungs } from "../../src/probes/rungs.ts";
import { simulateAgent, visits } from "../support/simulated-agent.ts";
import { histogram } from "./histogram.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";
import type { Table } from "./table.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
/** A small shop sells every ten minutes. */
const paymentMs = 10 * minute;
const naiveMs = minute;

export interface Fleet {
  readonly agents: number;
  readonly hours: number;
  readonly seed: number;
  /** All terminals learn of it at one instant, or each by its first payment that fails. */
  readonly start: "at_once" | "by_payments";
  /** A host that refuses answers at once, and so the next look comes sooner than with one that is silent. */
  readonly host: "silent" | "refusing";
}

/** One agent's connections to the host, in milliseconds since the host went down, and the bytes it may have spent. */
export interface Life {
  readonly arrivals: readonly number[];
  readonly bytes: number;
}

/** When a terminal notices: its payments come at random. */
function noticeMs(start: Fleet["start"], random: Random): number {
  return start === "at_once" ? 0 : -Math.log(1 - random()) * paymentMs;
}

async function live({ hours, seed, start, host }: Fleet, at: number): Promise<Life> {
  const agent = simulateAgent({ seed: seed + at, isUp: () => host === "refusing" });
  await agent.clock.advance(noticeMs(start, seededRandom(seed ^ (at + 1))));
  agent.probe.setPace("quick");
  await agent.clock.advance(Math.max(0, hours * hour - agent.clock.monoMs()));
  await agent.end();
  const bytes = agent.climbs.reduce((sum, { rung }) => sum + rungs[rung].bytes, 0);
  return { arrivals: visits(agent.climbs), bytes };
}

/** Every life of the fleet, one after the other. */
export async function liveAll(fleet: Fleet): Promise<readonly Life[]> {
  const lives: Life[] = [];
  for (let at = 0; at < fleet.agents; at += 1) lives.push(await live(fleet, at));
  return lives;
}

/** An agent that connects once a minute from the moment in which it notices. */
export function liveNaively({ agents, hours, seed, start }: Fleet): readonly Life[] {
  return Array.from({ length: agents }, (_, at) => {
    const first = noticeMs(start, seededRandom(seed ^ (at + 1)));
    const times = Math.ceil(Math.max(0, hours * hour - first) / naiveMs);
    return { arrivals: Array.from({ length: times }, (__, time) => first + time * naiveMs), bytes: 0 };
  });
}

/** Arrivals by span, the fullest span first in mind: how many came in the worst one. */
export function peak(lives: readonly Life[], spanMs: number): number {
  const counts = new Map<number, number>();
  for (const at of lives.flatMap(({ arrivals }) => arrivals)) {
    const span = Math.floor(at / spanMs);
    counts.set(span, (counts.get(span) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

const starts = { at_once: "all at one instant", by_payments: "each by its first failed payment" } as const;

function row(what: string, fleet: Fleet, lives: readonly Life[]): readonly string[] {
  const total = lives.reduce((sum, { arrivals }) => sum + arrivals.length, 0);
  const busiest = Math.max(...lives.map(({ arrivals }) => arrivals.length));
  const perSecond = peak(lives, second);
  return [
    what,
    starts[fleet.start],
    fleet.host,
    String(perSecond),
    ((100 * perSecond) / fleet.agents).toFixed(1),
    String(peak(lives, minute)),
    String(total),
    (total / fleet.agents).toFixed(1),
    String(busiest),
  ];
}

const columns = ["agent", "notices", "host", "peak /s", "% of fleet", "peak /min", "total", "each", "most"];

function charts(lives: readonly Life[], naive: readonly Life[]): readonly Table[] {
  const arrivals = (of: readonly Life[]) => of.flatMap((life) => life.arrivals);
  return [
    histogram("posdiag, arrivals a second, first 20 s", arrivals(lives), { fromMs: 0, spanMs: second, spans: 20 }),
    histogram("posdiag, arrivals in 5 minutes, first 2 hours", arrivals(lives), {
      fromMs: 0,
      spanMs: 5 * minute,
      spans: 24,
    }),
    histogram("posdiag, arrivals an hour, 24 hours", arrivals(lives), { fromMs: 0, spanMs: hour, spans: 24 }),
    histogram("naive, arrivals a second, first 20 s of any minute", arrivals(naive), {
      fromMs: 0,
      spanMs: second,
      spans: 20,
    }),
  ];
}

export const herd: Measurement = {
  name: "herd",
  summary: "what a fleet does to a host that is down, beside an agent that tries once a minute",
  options: {
    agents: { text: "terminals", default: "1000" },
    hours: { text: "virtual hours of outage", default: "24" },
    seed: { text: "of every random choice; 0 draws one and prints it", default: "0" },
  },
  run: async (values, say): Promise<Outcome> => {
    const [agents, hours] = [numberOf(values, "agents", [1, 100_000]), numberOf(values, "hours", [1, 168])];
    const seed = seedOf(values);
    say(`herd: ${agents} agents, ${hours} hours, seed ${seed}`);
    const rows: (readonly string[])[] = [];
    let drawn: readonly Table[] = [];
    for (const start of ["at_once", "by_payments"] as const) {
      for (const host of ["silent", "refusing"] as const) {
        const fleet: Fleet = { agents, hours, seed, start, host };
        const [lives, naive] = [await liveAll(fleet), liveNaively(fleet)];
        rows.push(row("posdiag", fleet, lives), row("naive", fleet, naive));
        if (start === "at_once" && host === "silent") drawn = charts(lives, naive);
      }
    }
    const title = `Herd: ${agents} terminals, host down for ${hours} h, seed ${seed}; connections to the host`;
    return {
      tables: [{ title, columns, rows }, ...drawn],
      notes: ["Naive: one connection a minute, from the moment in which the terminal notices."],
      data: { seed, agents, hours, rows },
      failed: false,
    };
  },
};
