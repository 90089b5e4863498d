/** What moves by itself while the world stands as it was set: a card without firm contact, a signal that wanders, a flood of reports. */
import { type Agenda, createAgenda, type SimClock } from "./clock.ts";
import type { Range } from "./persona.ts";
import { createDice, type Dice } from "./random.ts";
import type { Signal, World } from "./world.ts";

/** How long a loose card stays in or out of contact. */
const CONTACT_MS: Range = [2_000, 20_000];
/** How often a wandering signal moves, and at most by which part of its way, so that it crosses it within minutes. */
const STEP_MS: Range = [1_500, 4_000];
const STEP = 0.12;
const REPORT_MS: Range = [8, 60];

export interface UnrestSetup {
  readonly clock: SimClock;
  readonly seed: number;
  /** The world as it was set. */
  readonly world: () => World;
  /** Something has moved. */
  readonly moved: (before: World) => void;
  /** One more report of the flood. */
  readonly report: () => void;
}

export interface Unrest {
  /** The world as the modem meets it at this moment. */
  now(): World;
  /** The world has been set: begins what it asks for and ends what it no longer does. */
  follow(): void;
}

export function createUnrest({ clock, seed, world, moved, report }: UnrestSetup): Unrest {
  const at = { touching: true, place: 0 };
  const now = (): World => {
    const set = world();
    const { signal, fading } = set;
    // Nothing moves: it is met as it was set.
    if (at.touching && fading === null) return set;
    return {
      ...set,
      sim: at.touching ? set.sim : "absent",
      signal: fading === null || signal === "none" ? signal : between(signal, fading, at.place),
    };
  };
  const move = (to: Partial<typeof at>): void => {
    const before = now();
    Object.assign(at, to);
    moved(before);
  };
  const dice = (purpose: string) => createDice(seed, purpose);
  const processes = [
    repeat(createAgenda(clock), dice("contact"), {
      every: CONTACT_MS,
      active: () => world().contact === "loose",
      step: () => move({ touching: !at.touching }),
      end: () => move({ touching: true }),
    }),
    repeat(createAgenda(clock), dice("fading"), {
      every: STEP_MS,
      active: () => world().fading !== null,
      step: (chance) => move({ place: wander(at.place, chance) }),
      end: () => move({ place: 0 }),
    }),
    repeat(createAgenda(clock), dice("storm"), {
      every: REPORT_MS,
      active: () => world().storm,
      step: report,
      end: () => {},
    }),
  ];
  return {
    now,
    follow: () => {
      for (const follow of processes) follow();
    },
  };
}

interface Process {
  readonly every: Range;
  readonly active: () => boolean;
  readonly step: (dice: Dice) => void;
  readonly end: () => void;
}

/** Takes a step every so often for as long as it is active; the returned function looks whether it is. */
function repeat(agenda: Agenda, dice: Dice, { every, active, step, end }: Process): () => void {
  let running = false;
  const next = (): void =>
    void agenda.after(dice.between(every), () => {
      step(dice);
      if (running) next();
    });
  return () => {
    if (active() === running) return;
    running = !running;
    if (running) return next();
    agenda.clear();
    end();
  };
}

/** A step to either side of a way from 0 to 1. */
function wander(place: number, dice: Dice): number {
  return Math.min(1, Math.max(0, place + (dice.roll() * 2 - 1) * STEP));
}

function between(best: Signal, worst: Signal, place: number): Signal {
  const at = (from: number, to: number) => Math.round(from + (to - from) * place);
  return { rsrp: at(best.rsrp, worst.rsrp), rsrq: at(best.rsrq, worst.rsrq), sinr: at(best.sinr, worst.sinr) };
}
