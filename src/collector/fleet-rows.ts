/** Incidents and hints as rows, and the incidents that were under way when somebody else reasoned about the fleet. */
import { sql } from "kysely";
import type { Incident } from "../fleet/incident.ts";
import type { Scope } from "../fleet/scope.ts";
import { concernNames, type Hint } from "../model/hint.ts";
import type { Store } from "../store/store.ts";
import { fieldOf, numberOf, parsed } from "../store/stored-json.ts";

/** Of an incident; so many ids are some 150 kB. */
const mostMembers = 20_000;

export interface HintRow {
  readonly hint: Hint;
  readonly incident: string;
  readonly sent: number;
}

const rowOf = (incident: Incident) => ({
  ...{ id: incident.id, tenant: incident.tenant, fault: incident.fault, concerns: JSON.stringify(incident.scope) },
  ...{ began_ms: Math.round(incident.beganMs), updated_ms: Math.round(incident.updatedMs) },
  ended_ms: incident.endedMs === undefined ? null : Math.round(incident.endedMs),
  ...{ affected: incident.affected, total: incident.total, confidence: incident.confidence },
  detail: JSON.stringify({
    ...{ members: incident.members.slice(0, mostMembers), peak: incident.peak },
    ...{ failPct: incident.failPct, peersFailPct: incident.peersFailPct, partOf: incident.partOf, hold: incident.hold },
  }),
});

const hintRowOf = ({ hint, incident, sent }: HintRow) => ({
  ...{ id: hint.id, incident_id: incident, tenant: hint.tenant, confidence: hint.confidence, sent },
  ...{ concerns: JSON.stringify(hint.concerns), figures: JSON.stringify(hint.figures) },
  ...{ issued_ms: hint.issuedS * 1_000, until_ms: hint.untilS * 1_000 },
});

const told = ["fault", "concerns", "began_ms", "updated_ms", "ended_ms", "affected", "total", "confidence", "detail"];

/** All or nothing. */
export async function writeNews(
  { db }: Store,
  { incidents, hints }: { readonly incidents: readonly Incident[]; readonly hints: readonly HintRow[] },
): Promise<void> {
  if (incidents.length === 0 && hints.length === 0) return;
  await db.transaction().execute(async (trx) => {
    for (const incident of incidents)
      await trx
        .insertInto("incidents")
        .values(rowOf(incident))
        .onConflict((conflict) =>
          conflict
            .column("id")
            .doUpdateSet(Object.fromEntries(told.map((column) => [column, sql.ref(`excluded.${column}`)]))),
        )
        .execute();
    for (const hint of hints) await trx.insertInto("hints").values(hintRowOf(hint)).execute();
  });
}

function scopeIn(text: string): Scope {
  const stored = parsed(text);
  const said = [...concernNames, "issuer" as const].flatMap((name): [string, string][] => {
    const value = fieldOf(stored, name);
    return typeof value === "string" ? [[name, value]] : [];
  });
  return Object.fromEntries(said);
}

export async function incidentsUnderWay({ db }: Store): Promise<readonly Incident[]> {
  const rows = await db.selectFrom("incidents").selectAll().where("ended_ms", "is", null).execute();
  return rows.map(({ id, tenant, fault, concerns, detail, ...row }) => ({
    ...{ id, tenant, fault, scope: scopeIn(concerns), beganMs: row.began_ms, updatedMs: row.updated_ms },
    ...{ affected: row.affected, total: row.total, confidence: row.confidence, members: [] },
    ...{ peak: numberOf(fieldOf(parsed(detail), "peak")), failPct: numberOf(fieldOf(parsed(detail), "failPct")) },
  }));
}
