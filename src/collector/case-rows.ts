/**
 * The cases of the terminals of one batch. A report of a case tells all of it; the set of open cases heals what was lost, and ends
 * what it no longer lists.
 */
import type { Selectable } from "kysely";
import type { Dialect } from "../store/dialect.ts";
import type { CaseTable } from "../store/schema.ts";
import { isOneOf } from "./many-keys.ts";
import { writeRows } from "./many-rows.ts";
import type { Trx } from "./terminal-rows.ts";

/** Without its detail, which may be long, where that stays as it is. */
export type CaseRow = Omit<Selectable<CaseTable>, "id" | "detail"> & { readonly detail?: string };

export interface CaseName {
  readonly terminal_id: number;
  readonly boot: string;
  readonly case_id: number;
}

export interface Cases {
  find(name: CaseName): CaseRow | undefined;
  open(terminalId: number): readonly CaseRow[];
  put(row: CaseRow): void;
  /** Terminals of which a case was put. */
  readonly touched: ReadonlySet<number>;
  save(): Promise<void>;
}

const keyOf = ({ terminal_id, boot, case_id }: CaseName): string => `${terminal_id} ${boot} ${case_id}`;

const light = [
  ...(["terminal_id", "boot", "case_id", "fault", "family", "severity", "probability", "opened_ms"] as const),
  ...(["changed_ms", "closed_ms", "occurrence", "raises_day", "seq"] as const),
] as const;

interface Wanted {
  readonly trx: Trx;
  readonly dialect: Dialect;
}

/** All that are open, and those that the batch tells of. */
async function load(
  { trx, dialect }: Wanted,
  terminalIds: readonly number[],
  names: readonly CaseName[],
): Promise<readonly CaseRow[]> {
  if (terminalIds.length === 0) return [];
  const all = trx.selectFrom("cases").select(light);
  const theirs = { columns: { terminal_id: "integer" }, keys: terminalIds.map((id) => [id]) } as const;
  const open = await all.where(isOneOf(dialect, theirs)).where("closed_ms", "is", null).execute();
  if (names.length === 0) return open;
  const columns = { terminal_id: "integer", boot: "text", case_id: "bigint" } as const;
  const keys = names.map(({ terminal_id, boot, case_id }) => [terminal_id, boot, case_id]);
  return [...open, ...(await all.where(isOneOf(dialect, { columns, keys })).execute())];
}

async function update(trx: Trx, { terminal_id, boot, case_id, detail: _, ...row }: CaseRow): Promise<void> {
  await trx
    .updateTable("cases")
    .set(row)
    .where("terminal_id", "=", terminal_id)
    .where("boot", "=", boot)
    .where("case_id", "=", case_id)
    .execute();
}

export async function loadCases(
  { trx, dialect }: Wanted,
  terminalIds: readonly number[],
  names: readonly CaseName[],
): Promise<Cases> {
  const known = new Map((await load({ trx, dialect }, terminalIds, names)).map((row) => [keyOf(row), row]));
  const changed = new Set<string>();
  const touched = new Set<number>();
  return {
    touched,
    find: (name) => known.get(keyOf(name)),
    open: (terminalId) => [...known.values()].filter((row) => row.terminal_id === terminalId && row.closed_ms === null),
    put: (row) => {
      const told = row.detail ?? known.get(keyOf(row))?.detail;
      known.set(keyOf(row), told === undefined ? row : { ...row, detail: told });
      changed.add(keyOf(row));
      touched.add(row.terminal_id);
    },
    save: async () => {
      const rows = [...changed].flatMap((key) => known.get(key) ?? []);
      const told = rows.flatMap(({ detail, ...row }) => (detail === undefined ? [] : [{ ...row, detail }]));
      await writeRows(trx, dialect, { table: "cases", rows: told, key: ["terminal_id", "boot", "case_id"] });
      for (const row of rows) if (row.detail === undefined) await update(trx, row);
    },
  };
}
