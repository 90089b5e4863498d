/** One terminal for a person: what is wrong in words, since when, by which evidence, who must act, and what was before. */
import type { CaseView, CommandView, IncidentView, ReadingView, TerminalView } from "../console/api.ts";
import type { FleetTerminal } from "../support/fleet-view.ts";
import { type FleetWords, fleetWords } from "../support/fleet-view-words.ts";
import {
  connectionText,
  doubtText,
  painted,
  percentText,
  placeText,
  printable,
  type Reader,
  spanText,
  timeText,
} from "./fleet-text.ts";
import { table } from "./table.ts";

export interface Shown {
  readonly terminal: FleetTerminal;
  /** Open, gravest first. */
  readonly verdicts: readonly CaseView[];
  /** All that a database has; a broker keeps no more than the open cases. */
  readonly view?: TerminalView | undefined;
}

export function formatTerminal({ terminal, verdicts, view }: Shown, reader: Reader): string {
  const say = fleetWords[reader.language];
  const parts = [
    headLines(terminal, view, reader),
    ...verdicts.map((each) => caseLines(each, reader)),
    terminal.unsure ? [painted(printable(doubtText(terminal.unsure, reader, true)), "major", reader)] : [],
    verdicts.length === 0 && !terminal.unsure ? [say.allWell] : [],
    ...(view ? historyParts(view, reader) : []),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function headLines(terminal: FleetTerminal, view: TerminalView | undefined, reader: Reader): readonly string[] {
  const { tenant, serial, online, seenMs, place, version } = terminal;
  const say = fleetWords[reader.language];
  const span = online && view && seenMs !== undefined ? spanText(seenMs, reader.nowMs, reader.language) : undefined;
  const connection = joined([connectionText(terminal, reader), span && say.heard(span)], say);
  const rows = [
    placeText(place, reader),
    joined([version && `${say.agent} posdiag ${version}`, view && modemText(view, say)], say),
    view ? upkeepText(view.identity, say) : "",
  ];
  return [`${tenant}/${serial}  ${connection}`, ...rows.filter(Boolean).map((row) => `  ${row}`)].map(printable);
}

function joined(parts: readonly (string | undefined)[], { comma }: FleetWords): string {
  return parts.filter(Boolean).join(comma);
}

function modemText({ identity }: TerminalView, say: FleetWords): string {
  const { manufacturer, model, revision } = identity.modem;
  const named = [manufacturer, model, revision].filter(Boolean).join(" ");
  return named && `${say.modem} ${named}`;
}

const worthSayingMs = 5_000;

function upkeepText({ waiting, dropped, data, clockOffMs, audit }: TerminalView["identity"], say: FleetWords): string {
  const off = clockOffMs ?? 0;
  const parts = [
    waiting === null ? "" : say.records(waiting, dropped ?? 0),
    data.monthKb === null ? "" : say.data(data.monthKb, data.dayKb ?? 0, data.budgetKb ?? 0),
    Math.abs(off) < worthSayingMs ? "" : say.clockOff(Math.round(off / 1_000)),
    audit.doubt ?? "",
  ];
  return joined(parts, say);
}

function caseLines(subject: CaseView, reader: Reader): readonly string[] {
  const { fault, party, occurrence, raisesDay } = subject;
  const say = fleetWords[reader.language];
  const since = [
    subject.openedMs === unknownTime ? say.clockUnset : sinceText(subject, reader),
    occurrence > 1 ? say.times(occurrence) : "",
    (raisesDay ?? 0) > 1 ? say.recurrent(raisesDay ?? 0) : "",
  ];
  return [
    painted(printable(titleOf(subject, say)), severityOf(subject), reader),
    ...[
      joined(since, say),
      subject.say,
      `${say.toAct}${party.map(({ name }) => name).join(" + ")}`,
      ...listed(say.toDo, subject.do),
      ...listed(say.notToDo, subject.doNot),
      ...listed(
        say.evidence,
        subject.evidence.map(({ text, readings }) => proven(text, readings, reader)),
      ),
      ...listed(
        say.ruledOut,
        subject.ruledOut.map(
          ({ text, because, readings }) => `${text}${say.colon}${say.because}${proven(because, readings, reader)}`,
        ),
      ),
      say.handbook(fault),
    ].map((line) => `  ${printable(line)}`),
  ];
}

/** What a case has that began while the terminal's clock was not set. */
export const unknownTime = 0;

const painting = ["", "", "", "major", "critical"] as const;

function severityOf({ severity }: CaseView): string {
  return painting[severity];
}

function titleOf({ severityName, name, fault, probability }: CaseView, say: FleetWords): string {
  return `${severityName}  ${name} (${fault}${say.comma}${percentText(probability)})`;
}

function sinceText({ openedMs }: CaseView, { language, nowMs }: Reader): string {
  return fleetWords[language].from(timeText(openedMs), spanText(openedMs, nowMs, language));
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  - ${line}`)];
}

/** Of each signal the newest reading. */
function proven(sign: string, readings: readonly ReadingView[], { language }: Reader): string {
  const say = fleetWords[language];
  const newest = new Map(readings.map((reading) => [reading.signal, reading]));
  const values = [...newest.values()].map(({ name, value, unit, quality }) => {
    return `${name}${say.colon}${value === null ? quality : `${value} ${unit}`.trimEnd()}`;
  });
  return values.length === 0 ? sign : `${sign} (${values.join(say.comma)})`;
}

function historyParts(view: TerminalView, reader: Reader): readonly (readonly string[])[] {
  const { history, gaps, commands, incidents } = view;
  const say = fleetWords[reader.language];
  const part = (title: string, rows: readonly (readonly string[])[]) => (rows.length === 0 ? [] : [title, lined(rows)]);
  return [
    part(
      say.incidents,
      incidents.map((each) => incidentRow(each, reader)),
    ),
    history.length === 0 ? [say.noHistory] : [],
    part(
      say.history,
      history.map((each) => pastRow(each, reader)),
    ),
    part(
      say.gaps,
      gaps.map((each) => gapRow(each, say)),
    ),
    part(say.commands, commands.map(commandRow)),
  ];
}

function lined(rows: readonly (readonly string[])[]): string {
  return table(rows.map((row) => row.map(printable))).trimEnd();
}

function incidentRow({ beganMs, endedMs, text, hold }: IncidentView, { language, nowMs }: Reader): readonly string[] {
  return [timeText(beganMs), spanText(beganMs, endedMs ?? nowMs, language), [text, hold].filter(Boolean).join(" ")];
}

function pastRow(past: CaseView, { language }: Reader): readonly string[] {
  const { openedMs, closedMs, severityName, name, fault, probability } = past;
  const { comma } = fleetWords[language];
  const title = `${name} (${fault}${comma}${percentText(probability)})`;
  return [timeText(openedMs), spanText(openedMs, closedMs ?? openedMs, language), severityName, title];
}

function gapRow({ boot, from, to, dropped }: TerminalView["gaps"][number], say: FleetWords): readonly string[] {
  const numbers = from === to ? `${from}` : `${from}–${to}`;
  return [say.gap(boot, numbers), dropped ? say.dropped : ""];
}

function commandRow({ id, verbName, who, stateText, reasonText, updatedMs }: CommandView): readonly string[] {
  const became = [stateText, reasonText].filter(Boolean).join(" ");
  return [timeText(updatedMs), id.slice(0, 8), verbName ?? "", who ?? "", became];
}
