/** One day of a fleet, told to the mind as it would hear it, and what the mind made of it. */
import { seededRandom } from "../../../src/base/random.ts";
import type { HintOrder } from "../../../src/fleet/hints.ts";
import type { Incident } from "../../../src/fleet/incident.ts";
import { createFleetMind, type FleetMind } from "../../../src/fleet/mind.ts";
import { background, type Truth } from "./background.ts";
import type { Happening, Span } from "./happenings.ts";
import { reports } from "./payments.ts";
import type { Story } from "./troubles.ts";
import { between, createWorld, type World } from "./world.ts";

export interface Day {
  readonly world: World;
  /** From the trouble's beginning on. */
  readonly watched: Span;
  /** What is true of the whole fleet, and of shops of their own. */
  readonly truths: readonly Truth[];
  readonly everyday: readonly Truth[];
  /** Every state of every incident, as it was told. */
  readonly told: readonly Incident[];
  readonly hints: readonly HintOrder[];
}

const hourMs = 3_600_000;
const stepMs = 10_000;
const coarseMs = 60_000;
const firstDayMs = Date.UTC(2026, 2, 2);

interface Heard {
  readonly told: Incident[];
  readonly hints: HintOrder[];
}

function tell(mind: FleetMind, { id, told, member }: Happening): void {
  if (member) mind.enrol(member);
  if (told) mind.hear(id, told);
}

/** Judged every ten seconds where it counts, and before that only so often that it learns. */
function live(mind: FleetMind, happenings: readonly Happening[], { fromMs, toMs }: Span): Heard {
  const heard: Heard = { told: [], hints: [] };
  let next = 0;
  for (let nowMs = firstDayMs; nowMs < toMs; nowMs += nowMs < fromMs - coarseMs ? coarseMs : stepMs) {
    for (let each = happenings[next]; each && each.atMs <= nowMs; each = happenings[next]) {
      tell(mind, each);
      next += 1;
    }
    const { incidents, hints } = mind.judge(nowMs);
    heard.told.push(...incidents);
    heard.hints.push(...hints);
  }
  return heard;
}

function ids(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `i${last}`;
  };
}

export interface DayOptions {
  readonly seed: number;
  readonly terminals: number;
  readonly story: Story;
  /** Watched from the trouble's beginning; it lasts a little longer. */
  readonly watchMs: number;
  /** In which it learns before the day that counts. */
  readonly learnsDays: number;
  /** The trouble's hour of the day, drawn between these. */
  readonly hours: readonly [number, number];
}

export function liveDay({ seed, terminals, story, watchMs, hours, learnsDays }: DayOptions): Day {
  const random = seededRandom(seed);
  const world = createWorld(terminals, random);
  const fromMs = firstDayMs + (24 * learnsDays + between(...hours, random)) * hourMs;
  const watched = { fromMs, toMs: fromMs + watchMs };
  const whole = { fromMs: firstDayMs, toMs: watched.toMs };
  const everyday = background(world, whole, random);
  const span = { fromMs, toMs: watched.toMs + hourMs / 2 };
  const trouble = story({ world, span, random });
  const outage = trouble.issuer === undefined ? undefined : { issuer: trouble.issuer, span };
  const paid = reports(world.terminals, { fromMs: fromMs - 6 * hourMs, toMs: watched.toMs }, { outage, random });
  const all = [...everyday.happenings, ...trouble.happenings, ...paid].toSorted((a, b) => a.atMs - b.atMs);
  const mind = createFleetMind({ newId: ids() });
  for (const { member } of world.terminals) {
    mind.enrol(member);
    mind.hear(member.id, { kind: "presence", online: true, atMs: firstDayMs });
  }
  return { world, watched, truths: trouble.truths, everyday: everyday.truths, ...live(mind, all, watched) };
}
