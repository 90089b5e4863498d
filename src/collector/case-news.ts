/** What a report of a case, or the set of open cases, changes in what is kept of them. */
import type { Case, CaseEvent } from "../model/case.ts";
import type { Reading } from "../model/reading.ts";
import { familyOf, undecided, undecidedSeverity } from "../model/unlisted.ts";
import type { Received, ReceivedBody, ReceivedFaultSet } from "../report/received.ts";
import { severities } from "../report/words.ts";
import type { CaseDetail, KeptReading, RuledOutGroup } from "../store/case-detail.ts";
import type { CaseRow, Cases } from "./case-rows.ts";
import { wordOf } from "./stored-text.ts";
import type { Change } from "./terminal-news.ts";
import type { TerminalRow } from "./terminal-rows.ts";

/** Milliseconds since 1970 of something on the terminal's monotonic clock. */
export type DateOf = (monoMs: number) => number;

export interface Told {
  readonly terminal: TerminalRow;
  readonly boot: string;
  readonly dateOf: DateOf;
}

/** A gzip bomb of words: more than any terminal of ours says. */
const longestDetail = 200_000;

function rankOfSeverity(word: string): number {
  return Object.entries(severities).find(([name]) => name === word)?.[1] ?? severities.warning;
}

const dated = (readings: readonly Received<Reading>[], dateOf: DateOf): readonly KeptReading[] =>
  readings.map((reading) => ({ ...reading, atMs: Math.round(dateOf(reading.atMs)) }));

/** Faults that speak against by the same observation, with the same readings, come one by one. */
function ruledOutOf({ ruledOut }: Received<Case>, dateOf: DateOf): readonly RuledOutGroup[] {
  const groups = new Map<string, RuledOutGroup>();
  for (const { fault, because, holds, readings } of ruledOut) {
    const key = `${because} ${holds}`;
    const known = groups.get(key) ?? { because, holds, faults: [], readings: dated(readings, dateOf) };
    groups.set(key, { ...known, faults: [...known.faults, fault] });
  }
  return [...groups.values()];
}

function detailOf(subject: Received<Case>, snapshot: readonly Received<Reading>[], dateOf: DateOf): string {
  const { party, evidence } = subject.verdict;
  const detail: CaseDetail = {
    party,
    evidence: evidence.map((each) => ({ ...each, readings: dated(each.readings, dateOf) })),
    ruledOut: ruledOutOf(subject, dateOf),
    snapshot: dated(snapshot, dateOf),
  };
  const text = JSON.stringify(detail).replaceAll("\\u0000", "");
  return text.length <= longestDetail ? text : JSON.stringify({ ...detail, evidence: [], ruledOut: [], snapshot: [] });
}

function rowOf(subject: Received<Case>, { terminal, boot, dateOf }: Told): Omit<CaseRow, "seq" | "raises_day"> {
  const { fault, severity, probability } = subject.verdict;
  return {
    ...{ terminal_id: terminal.id, boot, case_id: subject.id },
    ...{ fault: wordOf(fault), family: wordOf(familyOf(fault)), severity: rankOfSeverity(severity), probability },
    opened_ms: Math.round(dateOf(subject.openedAtMs)),
    changed_ms: Math.round(dateOf(subject.changedAtMs)),
    closed_ms: null,
    occurrence: subject.occurrence,
  };
}

type CaseBody = Extract<ReceivedBody, { kind: "case" }>;

function endOf({ kind, atMs }: Received<CaseEvent>, { terminal, boot, dateOf }: Told): number | null {
  if (kind === "closed") return Math.round(dateOf(atMs));
  // What an earlier boot left open ended with it: the new one tells what lasts by itself.
  return terminal.boot !== null && terminal.boot !== boot ? Math.round(dateOf(atMs)) : null;
}

/** An older report than the one that the row was made of changes nothing. */
export function hearCase(cases: Cases, body: CaseBody, told: Told & { readonly seq: number }): void {
  const { event, snapshot, recurrence } = body;
  const row = rowOf(event.case, told);
  const known = cases.find(row);
  if (known && known.seq >= told.seq) return;
  cases.put({
    ...row,
    closed_ms: endOf(event, told),
    raises_day: recurrence?.raisesDay ?? null,
    seq: told.seq,
    detail: detailOf(event.case, snapshot, told.dateOf),
  });
}

function hearListed(cases: Cases, subject: Received<Case>, told: Told & { readonly seq: number }): void {
  const row = rowOf(subject, told);
  const known = cases.find(row);
  if (known && (known.seq > told.seq || isSame(known, row))) return;
  if (known) cases.put({ ...known, ...row });
  else cases.put({ ...row, raises_day: null, seq: told.seq, detail: detailOf(subject, [], told.dateOf) });
}

function isSame(known: CaseRow, row: Omit<CaseRow, "seq" | "raises_day">): boolean {
  return known.closed_ms === null && known.probability === row.probability && known.severity === row.severity;
}

/** Whether this set is news: of the boot that is known, of a later change; or of another boot, just said. */
export function isNewSet({ epoch, epoch_boot }: TerminalRow, set: ReceivedFaultSet): boolean {
  return set.boot !== epoch_boot || epoch === null || set.epoch > epoch;
}

export function hearFaultSet(cases: Cases, set: ReceivedFaultSet, told: Told): Change {
  const seq = set.coversSeq;
  for (const subject of set.cases) hearListed(cases, subject, { ...told, seq });
  const listed = new Set(set.cases.map(({ id }) => id));
  const endedMs = Math.round(told.dateOf(set.moment.monoMs));
  for (const row of cases.open(told.terminal.id)) {
    const isListed = row.boot === set.boot && (listed.has(row.case_id) || row.seq > seq || set.leftOut > 0);
    if (!isListed) cases.put({ ...row, closed_ms: Math.max(endedMs, row.opened_ms) });
  }
  const { unsure } = set;
  return {
    ...{ epoch: set.epoch, epoch_boot: set.boot },
    unsure_ms: unsure ? Math.round(told.dateOf(unsure.sinceMs)) : null,
    unsure: unsure ? JSON.stringify(unsure.candidates) : null,
  };
}

/** What the list of terminals shows of its open cases, or of its not knowing. */
export function standingOf({ unsure_ms }: TerminalRow, open: readonly CaseRow[]): Change {
  const [top] = [...open].sort((a, b) => b.severity - a.severity || b.probability - a.probability);
  if (!top && unsure_ms !== null)
    return { open_cases: 0, severity: severities[undecidedSeverity], top_fault: undecided, top_probability: null };
  return {
    open_cases: open.length,
    severity: top?.severity ?? 0,
    top_fault: top?.fault ?? null,
    top_probability: top?.probability ?? null,
  };
}
