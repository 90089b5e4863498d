/** All that is known of one terminal. */

import type { Store } from "../../store/store.ts";
import { candidatesIn } from "../../store/unsure.ts";
import type { IdentityView, TerminalView } from "../api.ts";
import { signalName, signalUnit } from "../texts/signal-name.ts";
import { clockText, identityText } from "../texts/words.ts";
import { viewCase } from "./case.ts";
import { commandsOf } from "./command.ts";
import { gapsOf } from "./gaps.ts";
import { incidentsOf, type Looking } from "./incident.ts";
import { type Telling, viewRow } from "./row.ts";
import { measuredSignals } from "./series.ts";

export interface TerminalKey {
  readonly tenant: string;
  readonly serial: string;
}

export function terminalRow({ db }: Store, { tenant, serial }: TerminalKey) {
  return db
    .selectFrom("terminals")
    .selectAll()
    .where("tenant", "=", tenant)
    .where("serial", "=", serial)
    .executeTakeFirst();
}

export type StoredTerminal = NonNullable<Awaited<ReturnType<typeof terminalRow>>>;

function identityOf(row: StoredTerminal, { language }: Telling): IdentityView {
  const told = (word: string | null) =>
    word === null || word === "" || word === "full" ? null : identityText(word, language);
  return {
    ...{ boot: row.boot, bornMs: row.born_ms, agentVersion: row.agent_version, catalogueHash: row.catalogue_hash },
    pack: { inUse: row.data_pack, givenUp: row.data_given_up },
    hasFallenBack: row.config_fell_back === 1,
    modem: { manufacturer: row.modem_manufacturer, model: row.modem_model, revision: row.modem_revision },
    clock: row.clock === null ? null : clockText(row.clock, language),
    clockOffMs: row.clock_off_ms,
    data: {
      ...{ monthKb: row.data_month_kb, dayKb: row.data_day_kb, budgetKb: row.data_budget_kb },
      ...{ rung: told(row.data_rung), reason: told(row.data_reason) },
    },
    ...{ memoryKb: row.rss_kb, waiting: row.waiting, dropped: row.dropped },
    audit: { lines: row.audit_lines, head: row.audit_head, doubt: told(row.audit_doubt) },
  };
}

function unsureOf({ unsure, unsure_ms }: StoredTerminal, { texts, language }: Telling): TerminalView["unsure"] {
  if (unsure_ms === null) return null;
  const named = candidatesIn(unsure).map((each) => ({ ...each, name: texts.textOf(each.fault, language).name }));
  return { sinceMs: unsure_ms, candidates: named };
}

function cases({ db }: Store, terminal: number) {
  return db.selectFrom("cases").selectAll().where("terminal_id", "=", terminal);
}

function openCases(store: Store, terminal: number) {
  return cases(store, terminal)
    .where("closed_ms", "is", null)
    .orderBy("severity", "desc")
    .orderBy("probability", "desc")
    .limit(50)
    .execute();
}

function closedCases(store: Store, terminal: number) {
  return cases(store, terminal).where("closed_ms", "is not", null).orderBy("opened_ms", "desc").limit(50).execute();
}

function boots({ db }: Store, terminal: number) {
  return db
    .selectFrom("boots")
    .select(["boot", "up_to", "last_seq", "came", "dropped"])
    .where("terminal_id", "=", terminal)
    .orderBy("updated_ms", "desc")
    .limit(20)
    .execute();
}

export async function terminalView(store: Store, row: StoredTerminal, looking: Looking): Promise<TerminalView> {
  const [open, closed, booted, commands, incidents, measured] = await Promise.all([
    openCases(store, row.id),
    closedCases(store, row.id),
    boots(store, row.id),
    commandsOf(store, row.id, looking.language),
    incidentsOf(store, row.id, looking),
    measuredSignals(store, row),
  ]);
  return {
    atMs: looking.nowMs,
    row: viewRow(row, looking),
    identity: identityOf(row, looking),
    unsure: unsureOf(row, looking),
    verdicts: open.map((each) => viewCase(each, looking)),
    history: closed.map((each) => viewCase(each, looking)),
    gaps: gapsOf(booted),
    ...{ commands, incidents },
    measured: measured.map((signal) => ({
      signal,
      name: signalName(signal, looking.language),
      unit: signalUnit(signal),
    })),
  };
}
