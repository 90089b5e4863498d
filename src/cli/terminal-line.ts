/** A terminal as JSON for programs: one flat object in a list, and all that is known of one. */
import type { CaseView, IncidentView, ReadingView, TerminalView } from "../console/api.ts";
import { type FleetTerminal, severityOf } from "../support/fleet-view.ts";
import { type Shown, unknownTime } from "./terminal-text.ts";

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(terminal: FleetTerminal): Fields {
  const { tenant, serial, online = null, seenMs = null, version = null, place, unsure } = terminal;
  const { shop = null, region = null, acquirer = null, carrier = null } = place;
  return {
    ...{ kind: "terminal", tenant, terminal: serial, online, seen_ms: seenMs, severity: severityOf(terminal) ?? null },
    ...{ shop, region, acquirer, carrier, version },
    unsure: unsure ? { since_ms: unsure.sinceMs ?? null, candidates: unsure.candidates } : null,
  };
}

export function listLine(terminal: FleetTerminal): string {
  const open = terminal.open.map(({ fault, severity, probability, openedMs = null }) => {
    return { fault, severity, probability, opened_ms: openedMs };
  });
  return JSON.stringify({ ...fieldsOf(terminal), open });
}

const readingFields = ({ signal, value, quality, ageMs }: ReadingView): Fields => ({
  ...{ signal, value, quality, age_ms: ageMs },
});

function caseFields(subject: CaseView): Fields {
  const { fault, name, severity, probability, party, occurrence, evidence, ruledOut } = subject;
  const { openedMs, changedMs, closedMs, raisesDay } = subject;
  const known = (ms: number) => (ms === unknownTime ? null : ms);
  return {
    ...{ fault, name, severity: severityWords[severity], probability, party: party.map(({ id }) => id) },
    ...{ say: subject.say, do: subject.do, do_not: subject.doNot },
    ...{ opened_ms: known(openedMs), changed_ms: known(changedMs), closed_ms: closedMs },
    ...{ occurrence, raises_24h: raisesDay },
    evidence: evidence.map(({ id, weight, readings }) => ({ id, weight, readings: readings.map(readingFields) })),
    ruled_out: ruledOut.map(({ faults, because, readings }) => {
      return { faults, because, readings: readings.map(readingFields) };
    }),
  };
}

const severityWords = ["none", "warning", "minor", "major", "critical"] as const;

function incidentFields({ id, fault, text, concerns, affected, total, confidence, ...rest }: IncidentView): Fields {
  const { beganMs, endedMs, hold } = rest;
  return { id, fault, text, concerns, affected, total, confidence, began_ms: beganMs, ended_ms: endedMs, hold };
}

function historyFields({ history, gaps, commands, incidents, identity }: TerminalView): Fields {
  const {
    boot,
    catalogueHash,
    clock,
    clockOffMs,
    data,
    memoryKb,
    waiting,
    dropped,
    audit,
    modem,
    pack,
    hasFallenBack,
  } = identity;
  return {
    history: history.map(caseFields),
    gaps,
    commands: commands.map(({ id, verb, who, state, reason, updatedMs }) => {
      return { id, verb, who, state, reason, updated_ms: updatedMs };
    }),
    incidents: incidents.map(incidentFields),
    agent: {
      ...{ boot, catalogue_hash: catalogueHash, clock, clock_off_ms: clockOffMs, rss_kb: memoryKb, waiting, dropped },
      ...{ data_month_kb: data.monthKb, data_day_kb: data.dayKb, data_budget_kb: data.budgetKb },
      ...{ data_pack: pack.inUse, data_given_up: pack.givenUp, config_fell_back: hasFallenBack },
      audit_doubt: audit.doubt,
    },
    modem,
  };
}

export function terminalLine({ terminal, verdicts, view }: Shown): string {
  return JSON.stringify({
    ...fieldsOf(terminal),
    verdicts: verdicts.map(caseFields),
    ...(view ? historyFields(view) : {}),
  });
}
