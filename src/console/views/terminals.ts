/**
 * The list of terminals by pages. A page goes on where the last one ended, so that what changes meanwhile is neither shown twice nor passed
 * over. Which ones is found in this process, what they are is read from the store.
 */
import type { Store } from "../../store/store.ts";
import type { TerminalSort, TerminalState, TerminalsView } from "../api.ts";
import type { Overview } from "../overview.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { areKeys, isSort, keysOf, type TerminalFilter } from "../search.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import type { Looking } from "./incident.ts";
import { rowColumns, type StoredRow, viewRow } from "./row.ts";

export interface TerminalsQuery {
  readonly filter: TerminalFilter;
  readonly sort: TerminalSort;
  readonly after: readonly (string | number)[] | undefined;
}

const pageSize = 50;
const longestWord = 64;
const states = ["all", "failing", "offline", "ok"] as const satisfies readonly TerminalState[];
const words = ["fault", "family", "carrier", "region", "acquirer", "version", "shop"] as const;

/** Undefined: it is none of ours. */
function keysIn(cursor: string, sort: TerminalSort): readonly (string | number)[] | undefined {
  const keys = readCursor(cursor, sort);
  return keys && areKeys(keys, sort) ? keys : undefined;
}

/** From a query; what is not understood is refused, because a filter that is passed over shows the wrong terminals. */
export function readTerminalsQuery(query: (name: string) => string | undefined): TerminalsQuery | Refusal {
  const said = words.flatMap((name): [string, string][] => {
    const value = query(name);
    return value === undefined ? [] : [[name, value]];
  });
  const q = query("q")?.trim().toLowerCase();
  const [sort, state] = [query("sort") ?? "worst", states.find((known) => known === (query("state") ?? "all"))];
  const long = [...said, ["q", q ?? ""] as const].find(([, value]) => value.length > longestWord);
  if (long || !state) return refuse("bad_request", long?.[0] ?? "state");
  if (!isSort(sort)) return refuse("bad_request", "sort");
  const cursor = query("cursor");
  const after = cursor === undefined ? undefined : keysIn(cursor, sort);
  if (cursor !== undefined && !after) return refuse("bad_request", "cursor");
  return { filter: { ...Object.fromEntries(said), ...(q ? { q } : {}), state }, sort, after };
}

async function rowsOf({ db }: Store, ids: readonly number[]): Promise<ReadonlyMap<number, StoredRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("terminals").select(rowColumns).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function terminalsView(
  { store, overview }: { readonly store: Store; readonly overview: Overview },
  query: TerminalsQuery,
  looking: Looking,
): Promise<TerminalsView> {
  const { tenant } = looking.person;
  const { total, found } = overview.search({ ...query, tenant, most: pageSize + 1 });
  const shown = found.slice(0, pageSize);
  const rows = await rowsOf(
    store,
    shown.map(({ id }) => id),
  );
  const last = found.length > pageSize ? shown.at(-1) : undefined;
  return {
    rows: shown.flatMap(({ id }) => {
      const row = rows.get(id);
      return row ? [viewRow(row, looking)] : [];
    }),
    total,
    ...(last ? { next: writeCursor(query.sort, keysOf(last, query.sort)) } : {}),
  };
}
