/** What stands in the collector's database at a moment: incidents, the first hint, and what terminals tell. */
import { setTimeout as delay } from "node:timers/promises";
import { changedTerminals } from "../../../src/collector/fleet-changes.ts";
import { troubleOf } from "../../../src/fleet/trouble.ts";
import type { Store } from "../../../src/store/store.ts";
import { fieldOf, listOf, numberOf, parsed } from "../../../src/store/stored-json.ts";

export const carrier = "46000";
export const outage = "cell.carrier_outage";
const lookMs = 1_000;

export interface Sighting {
  readonly fault: string;
  /** As it is stored: JSON. */
  readonly concerns: string;
  readonly isOver: boolean;
  readonly affected: number;
  readonly total: number;
  readonly peak: number;
  /** Serials. */
  readonly members: readonly string[];
}

export async function serialsOf({ db }: Store): Promise<ReadonlyMap<number, string>> {
  const rows = await db.selectFrom("terminals").select(["id", "serial"]).execute();
  return new Map(rows.map(({ id, serial }) => [id, serial]));
}

export async function incidentsIn({ db }: Store, serials: ReadonlyMap<number, string>): Promise<readonly Sighting[]> {
  const rows = await db.selectFrom("incidents").selectAll().execute();
  return rows.map(({ fault, concerns, ended_ms, affected, total, detail }) => {
    const stored = parsed(detail);
    const members = listOf(fieldOf(stored, "members")).map((id) => serials.get(numberOf(id)) ?? "unknown");
    const peak = numberOf(fieldOf(stored, "peak"));
    return { fault, concerns, isOver: ended_ms !== null, affected, total, peak, members };
  });
}

/** It is called what it is: this carrier, everywhere, and its outage. */
export const isRight = ({ fault, concerns }: Sighting): boolean =>
  fault === outage && concerns === JSON.stringify({ carrier });

export async function hasHint({ db }: Store): Promise<boolean> {
  return (await db.selectFrom("hints").select("id").limit(1).execute()).length > 0;
}

/** Terminals that tell a trouble of the radio or of the path, as a case or by their candidates. */
export async function telling(store: Store, serials: ReadonlyMap<number, string>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const rows of changedTerminals(store, 0))
    for (const { id, faults } of rows)
      if (faults.some((fault) => ["radio", "path"].includes(troubleOf(fault) ?? "")))
        found.push(serials.get(id) ?? "unknown");
  return found;
}

/** Terminals with an open case of the outage. */
export async function sure({ db }: Store): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("cases")
    .innerJoin("terminals", "terminals.id", "cases.terminal_id")
    .select("terminals.serial")
    .distinct()
    .where("cases.fault", "=", outage)
    .where("cases.closed_ms", "is", null)
    .execute();
  return rows.map(({ serial }) => serial);
}

/** Looks each second until it has seen enough, or the time is over. `look` hears the seconds since the beginning. */
export async function watch(forS: number, look: (atS: number) => Promise<boolean>): Promise<void> {
  const beganMs = Date.now();
  for (let atS = 0; atS <= forS; atS = Math.round((Date.now() - beganMs) / 1_000)) {
    if (await look(atS)) return;
    await delay(lookMs);
  }
}
