/**
 * The whole diagnosis as one deterministic thing: Readings in, Cases out, time as an argument. The agent, the replay
 * of a recorded log and the scenario tests all drive this and nothing else.
 */
import type { CodeBook } from "./codes/response-codes.ts";
import { createComparison } from "./compare/compare.ts";
import { type CaseBook, createCaseBook } from "./diagnose/cases.ts";
import { createEngine, type Engine } from "./diagnose/engine.ts";
import type { CaseEvent, Diagnosis } from "./model/case.ts";
import type { Capability, Catalogue, WayKind } from "./model/catalogue.ts";
import type { Evidence } from "./model/evidence.ts";
import type { Reading } from "./model/reading.ts";
import { type Book, createBook } from "./signals/book.ts";
import { detect } from "./signals/detect.ts";
import { isHearsay } from "./signals/hearsay.ts";
import { createTurns } from "./signals/turns.ts";
import { createWay } from "./signals/way.ts";

export interface Thought {
  readonly diagnosis: Diagnosis;
  readonly evidence: readonly Evidence[];
  readonly events: readonly CaseEvent[];
}

export interface Thinker {
  see(readings: readonly Reading[]): void;
  /** What the readings seen so far mean at this time. */
  think(nowMs: number): Thought;
  readonly book: Book;
  readonly cases: CaseBook;
}

export interface ThinkerOptions {
  readonly catalogue: Catalogue;
  readonly capabilities: ReadonlySet<Capability>;
  /** How long a reading counts in full, in milliseconds. */
  readonly holdMs: number;
  /** What the acquirer's response codes mean; the common table when nothing is said. */
  readonly codes?: CodeBook;
  /** Highest case number given so far in this boot; 0 when nothing is said. */
  readonly lastCaseId?: number;
}

/** An engine remembers nothing, and takes longer to make than to ask; it takes 1.4 MB, so what nobody thinks with may go. */
const engines = new WeakMap<Catalogue, Map<string, WeakRef<Engine>>>();

function engineOf(catalogue: Catalogue, capabilities: ReadonlySet<Capability>, way: WayKind | undefined): Engine {
  const made = engines.get(catalogue) ?? new Map<string, WeakRef<Engine>>();
  engines.set(catalogue, made);
  const key = `${way} ${[...capabilities].toSorted().join()}`;
  const engine = made.get(key)?.deref() ?? createEngine(catalogue, capabilities, way);
  made.set(key, new WeakRef(engine));
  return engine;
}

/** A terminal that was never meant to have a modem misses no card. */
function hasEquipment({ signal }: Reading, capabilities: ReadonlySet<Capability>): boolean {
  return capabilities.has("cellular") || !/^(modem|sim)\./.test(signal);
}

/** In flight mode there is no network to be asked of. */
const hiddenInFlight = /^modem\.(reg_state|rat|csq|rsrp_dbm|pdp_state)$/;

/** A mobile connection that is not up while the terminal goes by cable or Wi-Fi is at rest, and not lost. */
function isAtRest({ signal, value }: Reading, way: WayKind | undefined): boolean {
  return signal === "modem.pdp_state" && value === "inactive" && way !== undefined && way !== "cellular";
}

/** Told of a payment, or by the one who makes it. */
const isOfPayment = ({ signal }: Reading): boolean => signal.startsWith("txn.") || signal.startsWith("operator.");

/** Two bodies of evidence with the same fingerprint give the same diagnosis: likelihoods to a quarter of a nat. */
function fingerprint(evidence: readonly Evidence[]): string {
  return evidence
    .map(({ id, holds, reads, likelihood }) => {
      const strength = Math.round(4 * Math.log(likelihood.ifTrue / likelihood.ifFalse));
      return `${id}:${holds}:${Math.min(reads, 4)}:${strength}`;
    })
    .join();
}

export function createThinker({ catalogue, capabilities, holdMs, codes, lastCaseId = 0 }: ThinkerOptions): Thinker {
  const book = createBook();
  const comparison = createComparison(codes);
  const turns = createTurns();
  const cases = createCaseBook(catalogue, lastCaseId);
  const way = createWay();
  let flies = false;
  let last: { fingerprint: string; diagnosis: Diagnosis } | undefined;

  let mind: { readonly way: WayKind | undefined; readonly engine: Engine } | undefined;

  /** Made when it is needed first: a terminal rarely has two ways, and keeps the one that it has. */
  const engine = (): Engine => {
    if (!mind || mind.way !== way.now()) {
      mind = { way: way.now(), engine: engineOf(catalogue, capabilities, way.now()) };
    }
    return mind.engine;
  };

  function see(reading: Reading): void {
    if (reading.signal === "modem.airplane_mode") flies = reading.value === true;
    if (flies && hiddenInFlight.test(reading.signal)) return;
    if (!hasEquipment(reading, capabilities) || isAtRest(reading, way.now())) return;
    book.see(reading);
    comparison.hear(reading);
    way.hear(reading);
  }

  /** Where all is well here, it is nobody's trouble here that others have one. */
  function conclude(evidence: readonly Evidence[], newest: readonly Reading[], nowMs: number): Diagnosis {
    const own = evidence.filter((each) => !isHearsay(each));
    const alone = engine().diagnose(own, newest, nowMs);
    const isWell = alone.verdicts.length === 0 && !alone.unknown;
    return isWell || own.length === evidence.length ? alone : engine().diagnose(evidence, newest, nowMs);
  }

  function diagnose(evidence: readonly Evidence[], nowMs: number): Diagnosis {
    const newest = book.newest();
    const now = `${way.now()}|${fingerprint(evidence)}|${newest.filter(isOfPayment).map(({ value }) => value)}`;
    if (last?.fingerprint !== now) last = { fingerprint: now, diagnosis: conclude(evidence, newest, nowMs) };
    return { ...last.diagnosis, atMs: nowMs };
  }

  return {
    book,
    cases,
    see: (readings) => {
      for (const reading of readings.toSorted((a, b) => a.atMs - b.atMs)) see(reading);
    },
    think: (nowMs) => {
      for (const reading of comparison.drawn()) book.see(reading);
      const evidence = detect(catalogue.observations, book, { nowMs, holdMs, turns });
      const diagnosis = diagnose(evidence, nowMs);
      return { diagnosis, evidence, events: cases.update(diagnosis, evidence) };
    },
  };
}
