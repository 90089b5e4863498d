/** What the mind costs at the size of a large estate: a thousand changes between two judgements, then a carrier of half the fleet. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { seededRandom } from "../../../src/base/random.ts";
import type { Told } from "../../../src/fleet/member.ts";
import { createFleetMind, type FleetMind } from "../../../src/fleet/mind.ts";
import { carriers, createWorld, pick, type Terminal } from "./world.ts";

export interface Scale {
  readonly terminals: number;
  readonly bytesEach: number;
  /** Milliseconds of processor time of a judgement with the thousand changes before it. */
  readonly usualMs: number;
  readonly worstMs: number;
  /** Of the judgements in which the outage is named and grows. */
  readonly outageMs: number;
  readonly outageWorstMs: number;
  readonly named: number;
}

/** What is left after everything that is no longer needed is gone. */
function heapBytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc()");
  return process.memoryUsage().heapUsed;
}

const startMs = Date.UTC(2026, 2, 3, 11);
const stepMs = 10_000;
const changes = 1_000;
const steps = 60;

interface Timing {
  readonly mind: FleetMind;
  nowMs: number;
}

function step(timing: Timing, told: readonly (readonly [number, Told])[]): readonly [number, number] {
  timing.nowMs += stepMs;
  const begun = process.cpuUsage();
  for (const [id, each] of told) timing.mind.hear(id, each);
  const { incidents } = timing.mind.judge(timing.nowMs);
  const { user, system } = process.cpuUsage(begun);
  return [(user + system) / 1_000, incidents.length];
}

const presence = ({ member }: Terminal, online: boolean, atMs: number): readonly [number, Told] => [
  member.id,
  { kind: "presence", online, atMs },
];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Terminals that come and go by chance: whoever went comes back ten seconds later. */
function everyday(timing: Timing, terminals: readonly Terminal[], seed: number): readonly number[] {
  const random = seededRandom(seed);
  let away: readonly Terminal[] = [];
  return Array.from({ length: steps }, () => {
    const back = away.map((each) => presence(each, true, timing.nowMs));
    away = Array.from({ length: changes / 2 }, () => pick(terminals, random));
    return step(timing, [...back, ...away.map((each) => presence(each, false, timing.nowMs))])[0];
  });
}

export function measureScale(terminals: number, seed: number): Scale {
  const world = createWorld(terminals, seededRandom(seed));
  const before = heapBytes();
  let last = 0;
  const newId = (): string => {
    last += 1;
    return `i${last}`;
  };
  const timing: Timing = { mind: createFleetMind({ newId }), nowMs: startMs };
  for (const { member } of world.terminals) timing.mind.enrol(member);
  step(
    timing,
    world.terminals.map((each) => presence(each, true, startMs)),
  );
  const bytesEach = Math.round((heapBytes() - before) / terminals);
  const usual = everyday(timing, world.terminals, seed);
  // A thousand of them are heard of every ten seconds, until all are.
  const struck = world.terminals.filter(({ member }) => member.carrier === carriers[0]?.[0]);
  const outage: number[] = [];
  let named = 0;
  for (let from = 0; from < struck.length; from += changes) {
    const lost = struck.slice(from, from + changes).map((each) => presence(each, false, timing.nowMs));
    const [ms, incidents] = step(timing, lost);
    outage.push(ms);
    named += incidents;
  }
  return {
    ...{ terminals, bytesEach, usualMs: mean(usual), worstMs: Math.max(...usual) },
    ...{
      outageMs: mean(outage),
      outageWorstMs: Math.max(...outage),
      named: named > 0 ? timing.mind.counts().underWay : 0,
    },
  };
}
