/** Which terminals an incident concerns, by thousands: read once for each change of it, whoever looks. */

import type { Store } from "../store/store.ts";
import { fieldOf, listOf, numberOf, parsed } from "../store/stored-json.ts";

export interface IncidentDetail {
  /** Terminals that fail now, by id. */
  readonly members: ReadonlySet<number>;
  /** Restarts and updates of this version had better wait. */
  readonly hold: string | undefined;
}

interface Known {
  readonly id: string;
  readonly updated_ms: number;
}

export interface IncidentDetails {
  /** By id; those that are gone meanwhile are left out. */
  of(rows: readonly Known[]): Promise<ReadonlyMap<string, IncidentDetail>>;
}

const mostKept = 300;

function detailOf(text: string): IncidentDetail {
  const stored = parsed(text);
  const hold = fieldOf(fieldOf(stored, "hold"), "version");
  const members = listOf(fieldOf(stored, "members"))
    .map(numberOf)
    .filter((id) => id > 0);
  return { members: new Set(members), hold: typeof hold === "string" ? hold : undefined };
}

export function createIncidentDetails({ db }: Store): IncidentDetails {
  const kept = new Map<string, { readonly updatedMs: number; readonly detail: IncidentDetail }>();
  const read = async (ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return;
    const rows = await db
      .selectFrom("incidents")
      .select(["id", "updated_ms", "detail"])
      .where("id", "in", ids)
      .execute();
    for (const { id, updated_ms, detail } of rows) {
      kept.delete(id);
      kept.set(id, { updatedMs: updated_ms, detail: detailOf(detail) });
    }
  };
  return {
    of: async (rows) => {
      await read(rows.filter(({ id, updated_ms }) => kept.get(id)?.updatedMs !== updated_ms).map(({ id }) => id));
      const found = rows.flatMap(({ id }): [string, IncidentDetail][] => {
        const known = kept.get(id);
        return known ? [[id, known.detail]] : [];
      });
      for (const id of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(id);
      return new Map(found);
    },
  };
}
