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
import { decay, type Likelihood, likelihood, withOnset } from "./likelihood.ts";
import { answers, newestRun, type Run } from "./predicate.ts";
import type { Turns } from "./turns.ts";

const readingsShown = 4;
/** One vote may be anything; two in a row may be the beginning of something. */
const leastOnset = 2;

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

/** What evidence is found in. */
interface Records {
  readonly book: Book;
  readonly ageing: Ageing;
}

/** Before this nothing that was read for an observation counts. */
function countsFromMs(
  { since = [], endsWith, endsWithAnswer }: ObservationDefinition,
  holds: boolean,
  { book, ageing: { turns } }: Records,
): number {
  const longAgo = Number.NEGATIVE_INFINITY;
  const answered =
    endsWithAnswer && holds ? book.of("compare.payment").findLast(({ value }) => value === "answered") : undefined;
  const contrary = endsWith && holds ? newestRun(endsWith, book) : undefined;
  const contraryMs = contrary?.holds ? contrary.readings.at(-1)?.atMs : undefined;
  return Math.max(
    answered?.atMs ?? longAgo,
    contraryMs ?? longAgo,
    ...since.map((id) => turns?.turnedMs(id) ?? longAgo),
  );
}

/** Within so long of a look that said the contrary, one look may as well be a slip. */
const soonMs = 30_000;
/** What the first of them counts. */
const firstContrary = 0.5;

/** A look at a register or a probe that contradicts the one before it, and that no second has confirmed. */
function isFirstContrary({ before, readings }: Run, evidence: EvidenceClass): boolean {
  const [only, second] = readings;
  const measured = evidence === "state" || evidence === "probe";
  return measured && before !== undefined && only !== undefined && !second && only.atMs - before.atMs <= soonMs;
}

function levelSighting(observation: ObservationDefinition, run: Run, records: Records): Sighting | undefined {
  const { holds } = run;
  const fromMs = countsFromMs(observation, holds, records);
  const readings = run.readings.filter(({ atMs }) => atMs >= fromMs);
  const [first] = readings;
  if (!first) return undefined;
  const isFirst = isFirstContrary(run, observation.class);
  const weight = weigh(readings, records.ageing, observation.class) * (isFirst ? firstContrary : 1);
  const votes = isOutcome(observation.class);
  return {
    holds,
    sinceMs: first.atMs,
    reads: readings.length,
    likelihood: likelihood({ yes: holds ? weight : 0, no: holds ? 0 : weight, votes }, observation.class),
    readings: readings.slice(-readingsShown),
  };
}

type Votable = Extract<Predicate, { is: unknown } | { below: unknown } | { above: unknown }>;

interface Votes {
  /** Oldest first. */
  readonly yes: readonly Reading[];
  readonly no: readonly Reading[];
}

/** What has just begun is not to be outvoted by all that went well before: its newest votes are weighed by themselves, too. */
function judge({ yes, no }: Votes, evidence: EvidenceClass, ageing: Ageing): Likelihood {
  const weight = (readings: readonly Reading[]) => weigh(readings, ageing, evidence);
  const whole = likelihood({ yes: weight(yes), no: weight(no), votes: true }, evidence);
  const lastNo = no.at(-1);
  const lately = lastNo ? yes.filter(({ atMs }) => atMs > lastNo.atMs) : [];
  if (lately.length < leastOnset) return whole;
  return withOnset(whole, { yes: weight(lately), among: yes.length + no.length }, evidence);
}

function votedSighting(
  observation: ObservationDefinition & { readonly when: Votable },
  records: Records,
): Sighting | undefined {
  const { when, class: evidence } = observation;
  const { book, ageing } = records;
  const sinceMs = countsFromMs(observation, false, records);
  const page = book.of(when.signal);
  const all = answers(when, page);
  const counting = (wanted: boolean) => page.filter(({ atMs }, at) => all[at] === wanted && atMs >= sinceMs);
  const [yes, no] = [counting(true), counting(false)];
  if (yes.length + no.length === 0) return undefined;
  const judged = judge({ yes, no }, evidence, ageing);
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

type Table = Readonly<Record<string, ObservationDefinition>>;

interface Row {
  readonly id: string;
  readonly observation: ObservationDefinition;
  /** The same, where its readings are votes. */
  readonly voted: (ObservationDefinition & { readonly when: Votable }) | undefined;
}

/** A table is never changed, and has hundreds of rows. */
const tables = new WeakMap<Table, readonly Row[]>();

function rowsOf(table: Table): readonly Row[] {
  const known = tables.get(table);
  if (known) return known;
  const rows = Object.entries(table).map(
    ([id, observation]): Row => ({ id, observation, voted: isVotable(observation) ? observation : undefined }),
  );
  tables.set(table, rows);
  return rows;
}

/** Evidence for every observation the book can answer, in the order of the table. */
export function detect(observations: Table, book: Book, ageing: Ageing): readonly Evidence[] {
  const records = { book, ageing };
  const rows = rowsOf(observations);
  const levels = new Map<Row, Run>();
  for (const row of rows) {
    const run = row.voted ? undefined : newestRun(row.observation.when, book);
    if (run) levels.set(row, run);
  }
  // First since when each level says what it says: readings only count as long as those below them have.
  ageing.turns?.follow(
    Array.from(levels, ([{ id }, { holds, before, readings }]) => ({
      id,
      holds,
      turned: before !== undefined,
      sinceMs: readings[0]?.atMs ?? ageing.nowMs,
    })),
  );
  return rows.flatMap((row) => {
    const run = levels.get(row);
    const voted = row.voted && votedSighting(row.voted, records);
    const sighting = run ? levelSighting(row.observation, run, records) : voted;
    return sighting ? [{ id: row.id, ...sighting }] : [];
  });
}
