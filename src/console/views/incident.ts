/** Incidents for people: one trouble that many terminals have in common, in one sentence, with those it concerns. */

import { concernNames } from "../../model/hint.ts";
import { unlistedOf } from "../../model/unlisted.ts";
import type { Store } from "../../store/store.ts";
import { fieldOf, listOf, parsed } from "../../store/stored-json.ts";
import type { IncidentDetailView, IncidentView } from "../api.ts";
import type { IncidentDetail, IncidentDetails } from "../incident-details.ts";
import { maySeeTenant, type Person } from "../person.ts";
import { concernText, everythingText, holdText, incidentText } from "../texts/incident.ts";
import { signalName } from "../texts/signal-name.ts";
import { rowColumns, type Telling, viewRow } from "./row.ts";

const dayMs = 86_400_000;
const mostShown = 100;
const mostTerminals = 200;

const dimensions = [...concernNames, "issuer"] as const;

function concernsOf(text: string): IncidentView["concerns"] {
  const stored = parsed(text);
  const said = dimensions.flatMap((name): [string, string][] => {
    const value = fieldOf(stored, name);
    return typeof value === "string" ? [[name, value]] : [];
  });
  return Object.fromEntries(said);
}

/** All but the detail, which may list thousands of terminals. */
const columns = [
  ...(["id", "tenant", "fault", "concerns", "began_ms", "updated_ms", "ended_ms"] as const),
  ...(["affected", "total", "confidence"] as const),
];

function incidents({ db }: Store, { tenant }: Person) {
  const all = db.selectFrom("incidents").select(columns);
  return tenant === null ? all : all.where("tenant", "=", tenant);
}

type Row = Awaited<ReturnType<ReturnType<typeof incidents>["execute"]>>[number];

function viewOf(row: Row, { hold }: IncidentDetail, { language, texts }: Telling): IncidentView {
  const { id, tenant, fault, affected, total, confidence } = row;
  const concerns = concernsOf(row.concerns);
  const isEverything = unlistedOf(fault) !== undefined && Object.keys(concerns).length === 0;
  const name = isEverything ? everythingText(language) : texts.textOf(fault, language).name;
  return {
    ...{ id, tenant, fault, name, concerns, affected, total, confidence },
    text: incidentText({ name, affected, total, common: concernText(concerns, language) }, language),
    ...{ beganMs: row.began_ms, updatedMs: row.updated_ms, endedMs: row.ended_ms },
    hold: hold === undefined ? null : holdText(hold, language),
  };
}

const underWayFirst = (a: Row, b: Row): number => {
  if ((a.ended_ms === null) !== (b.ended_ms === null)) return a.ended_ms === null ? -1 : 1;
  return b.began_ms - a.began_ms;
};

/** Those under way, then those that ended in the last `withinMs`. */
async function recent(store: Store, person: Person, sinceMs: number): Promise<readonly Row[]> {
  const rows = await incidents(store, person)
    .where((eb) => eb.or([eb("ended_ms", "is", null), eb("ended_ms", ">=", sinceMs)]))
    .orderBy("began_ms", "desc")
    .limit(mostShown)
    .execute();
  return rows.toSorted(underWayFirst);
}

export interface Looking extends Telling {
  readonly person: Person;
  readonly nowMs: number;
  readonly details: IncidentDetails;
}

async function recentViews(
  store: Store,
  looking: Looking,
  sinceMs: number,
): Promise<readonly (IncidentView & { of: IncidentDetail })[]> {
  const rows = await recent(store, looking.person, sinceMs);
  const details = await looking.details.of(rows);
  return rows.flatMap((row) => {
    const of = details.get(row.id);
    return of ? [{ ...viewOf(row, of, looking), of }] : [];
  });
}

const plain = ({ of: _, ...view }: IncidentView & { of: IncidentDetail }): IncidentView => view;

/** Under way, or ended in the last day. */
export async function currentIncidents(store: Store, looking: Looking): Promise<readonly IncidentView[]> {
  return (await recentViews(store, looking, looking.nowMs - dayMs)).map(plain);
}

/** Of the last 30 days. */
export async function allIncidents(store: Store, looking: Looking): Promise<readonly IncidentView[]> {
  return (await recentViews(store, looking, looking.nowMs - 30 * dayMs)).map(plain);
}

export async function incidentsOf(store: Store, terminal: number, looking: Looking): Promise<readonly IncidentView[]> {
  const views = await recentViews(store, looking, looking.nowMs - dayMs);
  return views.filter(({ of }) => of.members.has(terminal)).map(plain);
}

async function hintsOf({ db }: Store, incident: string, { language }: Telling): Promise<IncidentDetailView["hints"]> {
  const hints = await db
    .selectFrom("hints")
    .selectAll()
    .where("incident_id", "=", incident)
    .orderBy("issued_ms", "desc")
    .limit(20)
    .execute();
  return hints.map(({ id, issued_ms, until_ms, sent, confidence, figures }) => ({
    ...{ id, issuedMs: issued_ms, untilMs: until_ms, sent, confidence },
    figures: listOf(parsed(figures)).flatMap((figure) => {
      const [signal, value] = [fieldOf(figure, "signal"), fieldOf(figure, "value")];
      if (typeof signal !== "string" || (typeof value !== "string" && typeof value !== "number")) return [];
      return [{ signal, name: signalName(signal, language), value }];
    }),
  }));
}

/** Undefined: there is none that this person may see. */
export async function incidentView(
  store: Store,
  id: string,
  looking: Looking,
): Promise<IncidentDetailView | undefined> {
  if (!/^[!-~]{1,100}$/.test(id)) return undefined;
  const row = await store.db.selectFrom("incidents").select(columns).where("id", "=", id).executeTakeFirst();
  if (!row || !maySeeTenant(looking.person, row.tenant)) return undefined;
  const of = (await looking.details.of([row])).get(id);
  if (!of) return undefined;
  const members = [...of.members].slice(0, mostTerminals);
  const terminals =
    members.length === 0
      ? []
      : await store.db
          .selectFrom("terminals")
          .select(rowColumns)
          .where("id", "in", members)
          .where("tenant", "=", row.tenant)
          .orderBy("severity", "desc")
          .orderBy("changed_ms", "desc")
          .execute();
  return {
    ...viewOf(row, of, looking),
    terminals: terminals.map((each) => viewRow(each, looking)),
    hints: await hintsOf(store, id, looking),
  };
}
