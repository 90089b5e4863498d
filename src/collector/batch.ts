/**
 * Messages into the database, many in one transaction, each report once: whoever else has written it meanwhile, its number is in the
 * account of its boot. What may be confirmed to terminals comes out, for after the commit.
 */
import type { Keep } from "../store/days.ts";
import type { Store } from "../store/store.ts";
import type { Arrival } from "./arrival.ts";
import { type BootName, loadBoots } from "./boot-rows.ts";
import { standingOf } from "./case-news.ts";
import { type CaseName, loadCases } from "./case-rows.ts";
import { dateAnew, hearClocks, type Placed, sayingOf } from "./dated-batch.ts";
import { type Counts, createHearing, type Receipt, rangesOf } from "./hearing.ts";
import { writeRows } from "./many-rows.ts";
import type { Note } from "./note-book.ts";
import { withChange } from "./terminal-news.ts";
import { loadTerminals, saveTerminals, type Trx, terminalKey } from "./terminal-rows.ts";

export interface Batch {
  readonly arrivals: readonly Arrival[];
  readonly notes: readonly Note[];
  readonly keep: Keep;
  readonly nowMs: number;
}

export interface Written extends Counts {
  /** What may be confirmed to terminals. */
  readonly receipts: readonly Receipt[];
}

function bootsOf({ arrival, terminalId }: Placed): readonly BootName[] {
  const ranges = arrival.said.kind === "report" ? rangesOf(arrival.said.report) : [];
  return [sayingOf(arrival).boot, ...ranges.map(({ boot }) => boot)].map((boot) => ({ terminalId, boot }));
}

function casesOf({ arrival: { said }, terminalId }: Placed): readonly CaseName[] {
  if (said.kind === "faults")
    return said.faults.cases.map(({ id }) => ({ terminal_id: terminalId, boot: said.faults.boot, case_id: id }));
  if (said.kind !== "report" || said.report.body.kind !== "case") return [];
  const { stamp, body } = said.report;
  return [{ terminal_id: terminalId, boot: stamp.boot, case_id: body.event.case.id }];
}

const tellsOfCases = ({ arrival: { said } }: Placed): boolean =>
  said.kind === "faults" || (said.kind === "report" && said.report.body.kind === "case");

async function write(trx: Trx, { dialect }: Store, batch: Batch): Promise<Written> {
  const { arrivals, nowMs, keep } = batch;
  const terminals = await loadTerminals(trx, dialect, { names: arrivals.map(({ from }) => from), nowMs });
  const before = new Map(terminals);
  const placed = arrivals.flatMap((arrival): readonly Placed[] => {
    const row = terminals.get(terminalKey(arrival.from));
    return row ? [{ arrival, terminalId: row.id }] : [];
  });
  const boots = await loadBoots(trx, dialect, placed.flatMap(bootsOf));
  for (const shift of hearClocks(placed, boots)) await dateAnew(trx, shift);
  const telling = placed.filter(tellsOfCases);
  const ids = [...new Set(telling.map(({ terminalId }) => terminalId))];
  const cases = await loadCases({ trx, dialect }, ids, telling.flatMap(casesOf));
  const hearing = createHearing({ trx, terminals, boots, cases, keep, nowMs });
  for (const each of placed) await hearing.hear(each);
  for (const [key, row] of terminals) {
    const isTold = cases.touched.has(row.id) || row.unsure_ms !== before.get(key)?.unsure_ms;
    if (isTold) terminals.set(key, withChange(row, standingOf(row, cases.open(row.id)), nowMs));
  }
  await saveTerminals(trx, dialect, [...terminals.values()]);
  await boots.save(nowMs);
  await cases.save();
  await writeRows(trx, dialect, { table: "records", rows: hearing.records });
  await writeRows(trx, dialect, { table: "samples", rows: hearing.samples });
  return { ...hearing.counts, receipts: hearing.receipts() };
}

const nothing: Written = {
  ...{ stored: 0, duplicates: 0, unaccountable: 0, outdated: 0 },
  receipts: [],
};

async function writeNotes(trx: Trx, { notes, nowMs }: Batch): Promise<void> {
  if (notes.length === 0) return;
  const rows = notes.map((note) => ({ ...note, at_ms: nowMs, who: "collector" }));
  await trx.insertInto("audit").values(rows).execute();
}

/** All of it or nothing. @throws what the database says */
export function writeBatch(store: Store, batch: Batch): Promise<Written> {
  return store.db.transaction().execute(async (trx) => {
    await writeNotes(trx, batch);
    return batch.arrivals.length > 0 ? write(trx, store, batch) : nothing;
  });
}
