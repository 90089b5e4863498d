/** Second look at a batch: what each message changes in the rows that are loaded, and which rows it adds. */
import type { Selectable } from "kysely";
import type { ReceivedBirth, ReceivedDropped, ReceivedReport } from "../report/received.ts";
import type { Ack } from "../report/state.ts";
import { type Keep, keptFrom } from "../store/days.ts";
import type { RecordTable, SampleTable } from "../store/schema.ts";
import { begin, classOf, hasCome, take, tell } from "../support/account.ts";
import type { TerminalName } from "../uplink/topics.ts";
import type { BootName, Boots } from "./boot-rows.ts";
import { hearCase, hearFaultSet, isNewSet } from "./case-news.ts";
import type { Cases } from "./case-rows.ts";
import { hearChunk, hearUpdate } from "./command-rows.ts";
import { datingOf, type Placed } from "./dated-batch.ts";
import { samplesOf } from "./sample-rows.ts";
import { heardTerminal, withChange } from "./terminal-news.ts";
import { type TerminalRow, type Trx, terminalKey } from "./terminal-rows.ts";

/** Everything of this boot up to this number is stored. */
export interface Receipt extends TerminalName {
  readonly boot: string;
  readonly seq: number;
}

export interface Counts {
  readonly stored: number;
  /** Came before. */
  readonly duplicates: number;
  /** Not taken: of their boot so many numbers are missing that nobody can keep account. */
  readonly unaccountable: number;
  /** Measured so long ago that it would be forgotten at once. */
  readonly outdated: number;
}

export interface Loaded {
  readonly trx: Trx;
  readonly terminals: Map<string, TerminalRow>;
  readonly boots: Boots;
  readonly cases: Cases;
  readonly keep: Keep;
  readonly nowMs: number;
}

export interface Hearing {
  hear(placed: Placed): Promise<void>;
  readonly records: readonly Selectable<RecordTable>[];
  readonly samples: readonly Selectable<SampleTable>[];
  readonly counts: Counts;
  receipts(): readonly Receipt[];
}

/** Ranges of one list of drops: a terminal tells no more. */
const mostRanges = 32;

export function rangesOf({ body }: ReceivedReport): readonly ReceivedDropped[] {
  return body.kind === "dropped" ? body.dropped.slice(0, mostRanges) : [];
}

interface Book extends Loaded {
  readonly records: Selectable<RecordTable>[];
  readonly samples: Selectable<SampleTable>[];
  readonly confirmed: Map<string, Receipt>;
  readonly counts: { -readonly [Name in keyof Counts]: number };
}

interface Stored extends Placed {
  readonly report: ReceivedReport;
  readonly dateOf: (monoMs: number) => number;
}

function confirm({ confirmed }: Book, { arrival: { from } }: Placed, ack: Ack): void {
  const { tenant, serial } = from;
  if (ack.seq > 0) confirmed.set(`${terminalKey(from)} ${ack.boot}`, { tenant, serial, ...ack });
}

function tellDropped({ boots }: Book, { terminalId }: Placed, report: ReceivedReport): void {
  for (const range of rangesOf(report)) {
    const name: BootName = { terminalId, boot: range.boot };
    const state = boots.get(name);
    boots.set(name, { ...state, account: tell(state.account, range) });
  }
}

/** Whether it is new, and is stored. */
function account(book: Book, placed: Placed, report: ReceivedReport): boolean {
  const { boots, counts } = book;
  const { boot, seq } = report.stamp;
  const name: BootName = { terminalId: placed.terminalId, boot };
  const { upTo } = boots.get(name).account;
  tellDropped(book, placed, report);
  const state = boots.get(name);
  const isKnown = hasCome(state.account, seq);
  const next = isKnown ? state.account : take(state.account, seq, classOf(report.body, placed.arrival.from.leaf));
  const isTaken = !isKnown && hasCome(next, seq);
  if (isTaken) boots.set(name, { ...state, account: next, lastSeq: Math.max(state.lastSeq, seq) });
  if (isTaken) counts.stored += 1;
  else if (isKnown) counts.duplicates += 1;
  else counts.unaccountable += 1;
  if (next.upTo > upTo || seq <= upTo) confirm(book, placed, { boot, seq: next.upTo });
  return isTaken;
}

function sample(book: Book, { report: { body, stamp }, terminalId, dateOf }: Stored): void {
  const at_ms = dateOf(stamp.monoMs);
  const measured = samplesOf(body);
  const isOutdated = at_ms < keptFrom("samples", book.keep, book.nowMs);
  if (isOutdated) book.counts.outdated += measured.length;
  else book.samples.push(...measured.map((each) => ({ ...each, terminal_id: terminalId, at_ms })));
}

async function store(book: Book, stored: Stored, terminal: TerminalRow): Promise<void> {
  const { trx, cases, nowMs } = book;
  const { arrival, report, terminalId, dateOf } = stored;
  const { stamp, body } = report;
  const { boot, seq } = stamp;
  const times = { at_ms: dateOf(stamp.monoMs), received_ms: nowMs };
  const payload = Buffer.from(arrival.payload);
  book.records.push({ terminal_id: terminalId, boot, seq, kind: body.kind, ...times, payload });
  sample(book, stored);
  if (body.kind === "case") hearCase(cases, body, { terminal, boot, dateOf, seq });
  if (body.kind === "command") await hearUpdate(trx, body.update, { terminalId, nowMs });
  if (body.kind === "chunk") await hearChunk(trx, body.chunk, { terminalId, nowMs });
}

function hearBirth(book: Book, placed: Placed, { boot, firstSeq }: ReceivedBirth): void {
  const name = { terminalId: placed.terminalId, boot };
  const state = book.boots.get(name);
  const next = begin(state.account, firstSeq);
  book.boots.set(name, { ...state, account: next });
  if (next.upTo > Math.max(state.account.upTo, firstSeq - 1)) confirm(book, placed, { boot, seq: next.upTo });
}

async function hear(book: Book, placed: Placed): Promise<void> {
  const { terminals, boots, cases } = book;
  const { said, from } = placed.arrival;
  const known = terminals.get(terminalKey(from));
  if (!known) return;
  const terminal = heardTerminal(known, placed.arrival, book.nowMs);
  terminals.set(terminalKey(from), terminal);
  const dateOf = datingOf(placed, boots);
  if (said.kind === "birth") hearBirth(book, placed, said.birth);
  if (said.kind === "report" && account(book, placed, said.report))
    await store(book, { ...placed, report: said.report, dateOf }, terminal);
  if (said.kind !== "faults" || !isNewSet(terminal, said.faults)) return;
  const change = hearFaultSet(cases, said.faults, { terminal, boot: said.faults.boot, dateOf });
  terminals.set(terminalKey(from), withChange(terminal, change, book.nowMs));
}

export function createHearing(loaded: Loaded): Hearing {
  const counts = { stored: 0, duplicates: 0, unaccountable: 0, outdated: 0 };
  const book: Book = { ...loaded, records: [], samples: [], confirmed: new Map(), counts };
  const { records, samples, confirmed } = book;
  return {
    ...{ records, samples, counts },
    receipts: () => [...confirmed.values()],
    hear: (placed) => hear(book, placed),
  };
}
