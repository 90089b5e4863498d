/**
 * Who is told of an incident, and how often. A hint goes to a terminal that has told a trouble the incident explains: once when that is known,
 * again when two thirds of its time are over, when the figures have changed by much, or when it was away, and once when it is over. All in
 * all so many at a time.
 */
import type { Figure, Hint } from "../model/hint.ts";
import { areTelling, concernOf, figuresOf } from "./figures.ts";
import type { Incident } from "./incident.ts";
import type { Dimension } from "./scope.ts";

export interface HintOrder {
  readonly incident: string;
  /** Ids of terminals. */
  readonly to: readonly number[];
  readonly hint: Omit<Hint, "id">;
}

export interface HintPace {
  /** How long a hint holds, in seconds. */
  readonly validS: number;
  /** A terminal hears no more often of changed figures, in seconds. */
  readonly leastS: number;
  /** What counts as changed, in points of a percent. */
  readonly points: number;
  /** So many terminals at one judgement; the others wait for the next. */
  readonly most: number;
}

/** Of an outage that grows each is told half a dozen times at most. A terminal without a clock believes a hint for a quarter of an hour at most: within that it is said again. */
export const usualPace: HintPace = { validS: 1_200, leastS: 60, points: 15, most: 2_000 };
/** Who was away is told again, but no terminal more often than this. */
const awayS = 60;
/** How long the last one holds, which says that it is over. */
const lastS = 300;

export interface Receiver {
  readonly id: number;
  /** When it came online last. */
  readonly onlineMs: number;
}

/** Of an incident: whom it is to be told. */
export interface Concerned {
  readonly incident: Incident;
  readonly dimension: Dimension | "issuer";
  /** Terminals whose own trouble it explains. */
  readonly to: readonly Receiver[];
}

interface Sent {
  readonly atMs: number;
  readonly figures: readonly Figure[];
}

export interface Hints {
  /** `under way`, of all incidents; `ended`: those that have just. */
  due(underWay: readonly Concerned[], ended: readonly Concerned[], nowMs: number): readonly HintOrder[];
  /** Terminals that waited because there were too many, all judgements together. */
  readonly deferred: number;
}

function hasChanged(now: readonly Figure[], then: readonly Figure[], points: number): boolean {
  return now.some(({ signal, value }) => {
    const before = then.find((figure) => figure.signal === signal)?.value;
    if (typeof value === "number" && typeof before === "number") return Math.abs(value - before) >= points;
    return value !== before;
  });
}

interface Asked {
  readonly figures: readonly Figure[];
  readonly pace: HintPace;
  readonly nowMs: number;
}

function isDue({ onlineMs }: Receiver, sent: Sent | undefined, { figures, pace, nowMs }: Asked): boolean {
  if (!sent) return true;
  const ageS = (nowMs - sent.atMs) / 1_000;
  if (onlineMs > sent.atMs && ageS >= awayS) return true;
  return ageS >= (2 * pace.validS) / 3 || (ageS >= pace.leastS && hasChanged(figures, sent.figures, pace.points));
}

function hintOf({ incident, dimension }: Concerned, nowMs: number, validS: number): Omit<Hint, "id"> {
  const issuedS = Math.floor(nowMs / 1_000);
  return {
    ...{ tenant: incident.tenant, issuedS, untilS: issuedS + validS, confidence: incident.confidence },
    ...{ concerns: concernOf(incident.scope), figures: figuresOf(dimension, incident) },
  };
}

export function createHints(pace: HintPace): Hints {
  const book = new Map<string, Map<number, Sent>>();
  let deferred = 0;

  function orders(concerned: Concerned, room: number, nowMs: number): readonly HintOrder[] {
    const { incident, to } = concerned;
    const hint = hintOf(concerned, nowMs, pace.validS);
    if (hint.figures.length === 0) return [];
    const isTelling = areTelling(concerned.dimension, incident);
    const sent = book.get(incident.id) ?? new Map<number, Sent>();
    book.set(incident.id, sent);
    // Who was told of more is told of less: else it believes in an outage that is nearly over.
    const due = to.filter(
      (each) =>
        (isTelling || sent.has(each.id)) && isDue(each, sent.get(each.id), { figures: hint.figures, pace, nowMs }),
    );
    const now = due.slice(0, room).map(({ id }) => id);
    deferred += due.length - now.length;
    for (const id of now) sent.set(id, { atMs: nowMs, figures: hint.figures });
    return now.length > 0 ? [{ incident: incident.id, to: now, hint }] : [];
  }

  /** To everybody with whom the last one is still in force. */
  function last(concerned: Concerned, nowMs: number): readonly HintOrder[] {
    const { id } = concerned.incident;
    const sent = book.get(id);
    book.delete(id);
    if (!sent) return [];
    const to = [...sent].filter(([, { atMs }]) => nowMs - atMs < pace.validS * 1_000).map(([member]) => member);
    return to.length > 0 ? [{ incident: id, to, hint: hintOf(concerned, nowMs, lastS) }] : [];
  }

  return {
    due: (underWay, ended, nowMs) => {
      const all = ended.flatMap((each) => last(each, nowMs));
      let room = pace.most;
      for (const concerned of underWay) {
        const found = orders(concerned, room, nowMs);
        room -= found.reduce((sum, { to }) => sum + to.length, 0);
        all.push(...found);
      }
      const kept = new Set(underWay.map(({ incident }) => incident.id));
      for (const id of book.keys()) if (!kept.has(id)) book.delete(id);
      return all;
    },
    get deferred() {
      return deferred;
    },
  };
}
