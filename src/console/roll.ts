/**
 * All terminals as they are now, each in a few words, kept in this process and brought up to date from what changed in the store. Counts over
 * the whole fleet are made of it: with 100,000 terminals the database would need a second for them, for every person who looks.
 */
import { sql } from "kysely";
import type { Store } from "../store/store.ts";

export interface Member {
  readonly id: number;
  readonly tenant: string;
  readonly serial: string;
  readonly online: boolean;
  readonly severity: number;
  /** Of the gravest open case; empty: none. */
  readonly fault: string;
  readonly seenMs: number;
  readonly changedMs: number;
  readonly carrier: string;
  readonly region: string;
  readonly acquirer: string;
  readonly version: string;
  readonly shop: string;
}

export interface Change {
  /** Undefined: it is new. */
  readonly before: Member | undefined;
  readonly now: Member;
}

export interface Roll {
  readonly members: ReadonlyMap<number, Member>;
  /** Everything anew: what was written late, with an earlier time, is found as well. */
  load(): Promise<void>;
  /** What changed since the last time. */
  catchUp(): Promise<readonly Change[]>;
}

const pageSize = 5_000;
/** Rows are seen when they are committed, which is after the time they bear. */
const lateMs = 10_000;

const columns = [
  ...(["id", "tenant", "serial", "online", "severity", "top_fault", "seen_ms", "changed_ms"] as const),
  ...(["carrier", "region", "acquirer", "agent_version", "shop"] as const),
];

function select({ db }: Store) {
  return db.selectFrom("terminals").select(columns).limit(pageSize);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];

/** The same word once: 100,000 terminals have a few dozen carriers, regions and versions between them. */
function createWords(): (text: string | null) => string {
  const known = new Map<string, string>();
  return (text) => {
    const word = text ?? "";
    const kept = known.get(word);
    if (kept === undefined) known.set(word, word);
    return kept ?? word;
  };
}

/** Written out: objects that are put together of others take twice the room and are slow to look through. */
function memberOf(row: Row, word: (text: string | null) => string): Member {
  return {
    id: row.id,
    tenant: word(row.tenant),
    serial: row.serial,
    online: row.online === 1,
    severity: row.severity,
    fault: word(row.top_fault),
    seenMs: row.seen_ms,
    changedMs: row.changed_ms,
    carrier: word(row.carrier),
    region: word(row.region),
    acquirer: word(row.acquirer),
    version: word(row.agent_version),
    shop: word(row.shop),
  };
}

async function* allOf(store: Store): AsyncGenerator<readonly Row[]> {
  let after = 0;
  while (true) {
    const rows = await select(store).where("id", ">", after).orderBy("id").execute();
    yield rows;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < pageSize) return;
  }
}

async function* changedSince(store: Store, sinceMs: number): AsyncGenerator<readonly Row[]> {
  let [at, id] = [sinceMs, 0];
  while (true) {
    const rows = await select(store)
      .where(sql<boolean>`(changed_ms, id) > (${at}, ${id})`)
      .orderBy("changed_ms")
      .orderBy("id")
      .execute();
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    [at, id] = [last.changed_ms, last.id];
  }
}

export function createRoll(store: Store): Roll {
  let members = new Map<number, Member>();
  let newestMs = 0;
  const word = createWords();
  const note = (all: Map<number, Member>, rows: readonly Row[]): readonly Change[] => {
    const news = rows.filter(({ id, changed_ms }) => all.get(id)?.changedMs !== changed_ms);
    const changes = news.map((row) => ({ before: all.get(row.id), now: memberOf(row, word) }));
    for (const { now } of changes) all.set(now.id, now);
    for (const { changed_ms } of rows) newestMs = Math.max(newestMs, changed_ms);
    return changes;
  };
  return {
    get members() {
      return members;
    },
    load: async () => {
      const all = new Map<number, Member>();
      for await (const rows of allOf(store)) note(all, rows);
      members = all;
    },
    catchUp: async () => {
      const changes: Change[] = [];
      for await (const rows of changedSince(store, newestMs - lateMs)) changes.push(...note(members, rows));
      return changes;
    },
  };
}
