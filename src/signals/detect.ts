/**
 * Book × observations × now → Evidence. A level (a register, a probe) is what its newest run of readings says: it may
 * change at any instant, so older readings that disagree are history. An outcome (class `stat`, or `votes`) is a vote of the
 * window, because one success does not undo three failures.
 */
import type { ObservationDefinition, Predicate } from "../model/catalogue.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Reading } from "../model/reading.ts";
import type { EvidenceClass } from "../model/signal-shape.ts";
import type { Book } from "./book.ts";
import { decay, likelihood } from "./likelihood.ts";
import { answers, newestRun } from "./predicate.ts";
import type { Turns } from "./turns.ts";

const readingsShown = 4;

export interface Ageing {
  readonly nowMs: number;
  /** How long a reading counts in full: two poll periods on a device, for ever in a log that has ended. */
  readonly holdMs: number;
  /** What is remembered between two looks; without it every outcome in the book counts. */
  readonly turns?: Turns;
}

function weigh(readings: readonly Reading[], ageing: Ageing, evidence: EvidenceClass): number {
  return readings.reduce((sum, reading) => sum + decay(ageing.nowMs - reading.atMs, ageing.holdMs, evidence), 0);
}

type Sighting = Omit<Evidence, "id">;

const isOutcome = (evidence: EvidenceClass): boolean => evidence === "stat";

function levelSighting(observation: ObservationDefinition, book: Book, ageing: Ageing): Sighting | undefined {
  const run = newestRun(observation.when, book);
  if (!run) return undefined;
  const weight = weigh(run.readings, ageing, observation.class);
  return {
    holds: run.holds,
    sinceMs: run.readings[0]?.atMs ?? ageing.nowMs,
    reads: run.readings.length,
    likelihood: likelihood(
      { yes: run.holds ? weight : 0, no: run.holds ? 0 : weight, votes: isOutcome(observation.class) },
      observation.class,
    ),
    readings: run.readings.slice(-readingsShown),
  };
}

type Votable = Extract<Predicate, { is: unknown } | { below: unknown } | { above: unknown }>;

function votedSighting(
  { when, class: evidence, since = [] }: ObservationDefinition & { readonly when: Votable },
  book: Book,
  ageing: Ageing,
): Sighting | undefined {
  const longAgo = Number.NEGATIVE_INFINITY;
  const sinceMs = Math.max(longAgo, ...since.map((id) => ageing.turns?.turnedMs(id) ?? longAgo));
  const page = book.of(when.signal);
  const all = answers(when, page);
  const counting = (wanted: boolean) => page.filter(({ atMs }, at) => all[at] === wanted && atMs >= sinceMs);
  const [yes, no] = [counting(true), counting(false)];
  if (yes.length + no.length === 0) return undefined;
  const tally = { yes: weigh(yes, ageing, evidence), no: weigh(no, ageing, evidence), votes: true };
  const judged = likelihood(tally, evidence);
  const holds = judged.ifTrue > judged.ifFalse;
  const readings = holds ? yes : no;
  return {
    holds,
    sinceMs: readings[0]?.atMs ?? ageing.nowMs,
    reads: readings.length,
    likelihood: judged,
    readings: readings.slice(-readingsShown),
  };
}

function isVotable(
  observation: ObservationDefinition,
): observation is ObservationDefinition & { readonly when: Votable } {
  const { when } = observation;
  const votes = isOutcome(observation.class) || observation.votes === true;
  return votes && ("is" in when || "below" in when || "above" in when);
}

/** Evidence for every observation the book can answer, in the order of the table. */
export function detect(
  observations: Readonly<Record<string, ObservationDefinition>>,
  book: Book,
  ageing: Ageing,
): readonly Evidence[] {
  const seen = new Map<string, Evidence>();
  const put = (id: string, sighting: Sighting | undefined) => sighting && seen.set(id, { id, ...sighting });
  const rows = Object.entries(observations);
  // Levels first: an outcome only counts as long as they have said what they say now.
  for (const [id, row] of rows) if (!isVotable(row)) put(id, levelSighting(row, book, ageing));
  ageing.turns?.follow([...seen.values()]);
  for (const [id, row] of rows) if (isVotable(row)) put(id, votedSighting(row, book, ageing));
  return rows.flatMap(([id]) => seen.get(id) ?? []);
}
