/** What people did, newest first. Who belongs to a tenant sees what was done to its terminals, and by its people. */

import type { Language } from "../../model/text.ts";
import type { Store } from "../../store/store.ts";
import { fieldOf, parsed } from "../../store/stored-json.ts";
import type { AuditView } from "../api.ts";
import { wholeIn } from "../fields.ts";
import type { Person } from "../person.ts";
import { deedText, stateText } from "../texts/words.ts";
import { readCursor, writeCursor } from "./cursor.ts";

const pageSize = 100;

function rowsOf({ db }: Store, { tenant }: Person, before: number | undefined) {
  let query = db
    .selectFrom("audit")
    .leftJoin("terminals", "terminals.id", "audit.terminal_id")
    .leftJoin("users", "users.name", "audit.who")
    .select(["audit.id", "at_ms", "who", "what", "detail", "terminals.tenant", "terminals.serial"]);
  if (tenant !== null) {
    query = query.where((eb) =>
      eb.or([
        eb("terminals.tenant", "=", tenant),
        eb.and([eb("audit.terminal_id", "is", null), eb("users.tenant", "=", tenant)]),
      ]),
    );
  }
  if (before !== undefined) query = query.where("audit.id", "<", before);
  return query
    .orderBy("audit.id", "desc")
    .limit(pageSize + 1)
    .execute();
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function detailOf({ detail }: Row): Readonly<Record<string, unknown>> {
  const stored = parsed(detail);
  return typeof stored === "object" && stored !== null && !Array.isArray(stored) ? { ...stored } : {};
}

/** What has become of commands, by id. */
async function statesOf({ db }: Store, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.map((row) => fieldOf(detailOf(row), "id")).filter((id) => typeof id === "string");
  if (ids.length === 0) return new Map();
  const found = await db.selectFrom("commands").select(["id", "state"]).where("id", "in", ids).execute();
  return new Map(found.map(({ id, state }) => [id, state]));
}

export async function auditView(
  store: Store,
  cursor: string | undefined,
  { person, language }: { readonly person: Person; readonly language: Language },
): Promise<AuditView> {
  const [before] = readCursor(cursor, "audit") ?? [];
  const rows = await rowsOf(store, person, wholeIn(before, [0, 2_147_483_647]));
  const shown = rows.slice(0, pageSize);
  const states = await statesOf(store, shown);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    rows: shown.map((row) => {
      const { id, at_ms, who, what, tenant, serial } = row;
      const detail = detailOf(row);
      const state = states.get(String(detail["id"]));
      const text = deedText(what, language);
      return {
        ...{ id, atMs: at_ms, who, what, tenant, serial },
        text: state === undefined ? text : `${text} (${stateText(state, language)})`,
        detail: state === undefined ? detail : { ...detail, state },
      };
    }),
    ...(last ? { next: writeCursor("audit", [last.id]) } : {}),
  };
}
