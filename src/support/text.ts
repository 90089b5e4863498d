/** A message as a block for people: when, which terminal, what, with which evidence, who must act, and how late. */
import { recurrentFrom } from "../model/alarm.ts";
import type { Unsure } from "../model/record.ts";
import type { FaultText, Language } from "../model/text.ts";
import type { ReceivedFaultSet, ReceivedReport } from "../report/received.ts";
import { auditText } from "./audit-text.ts";
import type { Heard } from "./inbox.ts";
import { measuresLines, placeText } from "./measures-text.ts";
import { standingLines } from "./standing-text.ts";
import { unsureText } from "./unsure-text.ts";
import { heartbeatText } from "./usage-text.ts";
import { words } from "./words.ts";

export interface Vocabulary {
  readonly language: Language;
  readonly colour: boolean;
  textOf(fault: string, language: Language): FaultText;
  signOf(observation: string, holds: boolean, language: Language): string;
}

export interface Hearing {
  /** Wall clock of whoever hears it. */
  readonly nowMs: number;
  /** Messages that could not be read so far, this one included. */
  readonly unreadable: number;
}

type CaseBody = Extract<ReceivedReport["body"], { kind: "case" }>;
type AttemptBody = Extract<ReceivedReport["body"], { kind: "attempt" }>;

const indent = "    ";
/** ECMA-48 SGR: red, yellow, green. */
const colours: Readonly<Record<string, number>> = { opened: 31, changed: 33, closed: 32 };

export function textOfMessage(heard: Heard, hearing: Hearing, vocabulary: Vocabulary): string {
  const [first = "", ...rest] = saidLines(heard, hearing, vocabulary);
  const who = heard.from ? `${heard.from.tenant}/${heard.from.serial}` : heard.topic;
  const kept = heard.retained ? ` ${words[vocabulary.language].kept}` : "";
  const time = new Date(hearing.nowMs).toISOString();
  const lines = [`${time}  ${who}  ${first}${kept}`, ...rest].map(printable);
  return coloured(lines, heard, vocabulary).join("\n");
}

/** What a terminal sends must not steer the screen of whoever looks. */
function printable(line: string): string {
  return line.replace(/\p{Cc}|\p{Cf}/gu, "·");
}

function coloured(lines: readonly string[], { said }: Heard, { colour }: Vocabulary): readonly string[] {
  const kind = said.kind === "report" && said.report.body.kind === "case" ? said.report.body.event.kind : "";
  const code = colour ? colours[kind] : undefined;
  const [first = "", ...rest] = lines;
  return code === undefined ? lines : [`\u001b[${code}m${first}\u001b[0m`, ...rest];
}

function saidLines({ said, bytes }: Heard, hearing: Hearing, vocabulary: Vocabulary): readonly string[] {
  const say = words[vocabulary.language];
  switch (said.kind) {
    case "report":
      return reportLines(said.report, hearing, vocabulary);
    case "birth": {
      const { terminal, audit } = said.birth;
      const { agentVersion, modem, place } = terminal;
      const there = `${say.isThere} posdiag ${agentVersion} ${Object.values(modem).join(" ")}`.trimEnd();
      const where = place ? [`${indent}${placeText(place, say)}`] : [];
      const standing = standingLines(terminal, vocabulary.language).map((line) => `${indent}${line}`);
      return [there, ...where, ...standing, ...(audit ? [`${indent}${auditText(audit, say)}`] : [])];
    }
    case "alive":
      return [said.alive.online ? say.online : say.offline];
    case "faults": {
      const { cases, unsure } = said.faults;
      const names = cases.map(({ verdict }) => faultName(verdict.fault, vocabulary));
      const open = `${say.openCases} ${names.join(", ") || say.none}`;
      return unsure ? [open, `${indent}${doubtLine(unsure, said.faults, vocabulary)}`] : [open];
    }
    case "unreadable":
      return [`${say.unreadable(hearing.unreadable)} ${said.reason}, ${bytes} B`];
  }
}

function reportLines(report: ReceivedReport, hearing: Hearing, vocabulary: Vocabulary): readonly string[] {
  const say = words[vocabulary.language];
  const { body, stamp } = report;
  switch (body.kind) {
    case "case":
      return [
        ...caseLines(body, vocabulary),
        `${indent}${say.after} ${delayOf(report, body, { ...hearing, ...vocabulary })}`,
      ];
    case "started":
      return [
        `${say.started} posdiag ${body.terminal.agentVersion}, ${body.terminal.catalogueHash}`,
        ...standingLines(body.terminal, vocabulary.language).map((line) => `${indent}${line}`),
      ];
    case "dropped":
      return body.dropped.map(({ count, class: name, firstSeq, lastSeq, boot }) => {
        const older = boot === stamp.boot ? "" : ` (${boot})`;
        return say.dropped(count, name, `${firstSeq}..${lastSeq}${older}`);
      });
    case "attempt":
      return attemptLines(body.attempt, vocabulary);
    case "command": {
      const { id, state, reason, step, audit } = body.update;
      const what = [say.command, id.slice(0, 8), say.commandStates[state] ?? state, reason, step];
      return [what.filter(Boolean).join(" "), ...(audit ? [`${indent}${auditText(audit, say)}`] : [])];
    }
    case "heartbeat":
      return [heartbeatText(body.heartbeat, say)];
    case "measures": {
      const [first = "", ...rest] = measuresLines(body.measures, say);
      return [first, ...rest.map((line) => `${indent}${line}`)];
    }
    case "chunk": {
      const { id, offset, data, total } = body.chunk;
      return [say.chunk(id.slice(0, 8), offset + data.length, total)];
    }
    case "unknown":
      return [say.unknownKind];
  }
}

function caseLines({ event, recurrence }: CaseBody, vocabulary: Vocabulary): readonly string[] {
  const { language } = vocabulary;
  const say = words[language];
  const { verdict, occurrence } = event.case;
  const { fault, severity, party } = verdict;
  // Certainty is for those who stand at the terminal.
  const probability = `${Math.min(99, Math.round(verdict.probability * 100))} %`;
  const again = [
    ...(occurrence > 1 ? [say.time(occurrence)] : []),
    ...(recurrence && recurrence.raisesDay >= recurrentFrom ? [say.recurrent(recurrence.raisesDay)] : []),
    ...(recurrence && recurrence.untold > 0 ? [say.untold(recurrence.untold)] : []),
  ];
  const details = [fault, probability, say.severities[severity] ?? severity, ...again].join(", ");
  const head = `${say.events[event.kind] ?? event.kind}  ${faultName(fault, vocabulary)}  (${details})`;
  if (event.kind === "closed") return [head];
  return [
    head,
    `${indent}${vocabulary.textOf(fault, language).say}`,
    ...evidenceLines(event, vocabulary),
    ...ruledOutLines(event, vocabulary),
    `${indent}${say.toAct} ${party.map((name) => say.parties[name] ?? name).join(", ")}`,
  ];
}

function evidenceLines(event: CaseBody["event"], { language, signOf }: Vocabulary): readonly string[] {
  return event.case.verdict.evidence.map(({ id, readings }) => {
    const newest = readings.at(-1);
    const proof = newest ? ` (${newest.signal} = ${newest.value ?? newest.quality})` : "";
    return `${indent}${words[language].because} ${signOf(id, true, language)}${proof}`;
  });
}

function ruledOutLines(event: CaseBody["event"], vocabulary: Vocabulary): readonly string[] {
  const { language, signOf } = vocabulary;
  return event.case.ruledOut.map(({ fault, because, holds }) => {
    return `${indent}${words[language].ruledOut} ${faultName(fault, vocabulary)}: ${signOf(because, holds, language)}`;
  });
}

function attemptLines(attempt: AttemptBody["attempt"], vocabulary: Vocabulary): readonly string[] {
  const { rung, reply, helped, fault } = attempt;
  const say = words[vocabulary.language];
  const seconds = `${(attempt.tookMs / 1_000).toFixed(0)} s`;
  const values = (readings: AttemptBody["attempt"]["before"]) =>
    readings.map(({ signal, value, quality }) => `${signal} = ${value ?? quality}`).join(", ");
  return [
    `${say.tried(say.rungs[rung] ?? rung, faultName(fault, vocabulary))}  (${say.helped[helped] ?? helped}, ${seconds})`,
    `${indent}${say.attemptReplies[reply] ?? reply}`,
    `${indent}${say.measuredBefore} ${values(attempt.before)}`,
    `${indent}${say.measuredAfter} ${values(attempt.after)}`,
  ];
}

function doubtLine({ sinceMs, candidates }: Unsure, { moment }: ReceivedFaultSet, vocabulary: Vocabulary): string {
  const wallMs = moment.wallMs - (moment.monoMs - sinceMs);
  const since = moment.clock === "none" ? undefined : new Date(wallMs).toISOString();
  const nameOf = (fault: string) => faultName(fault, vocabulary);
  return unsureText(candidates, { language: vocabulary.language, since, nameOf });
}

/** A fault that this version's catalogue does not know is told by its id. */
function faultName(fault: string, { language, textOf }: Vocabulary): string {
  return textOf(fault, language).name || fault;
}

/** From what happened to now, if the terminal knows the time. */
function delayOf(
  { stamp }: ReceivedReport,
  { event }: CaseBody,
  { nowMs, language }: Hearing & Pick<Vocabulary, "language">,
): string {
  if (stamp.clock === "none") return words[language].clockUnset;
  const happenedMs = stamp.wallMs - (stamp.monoMs - event.atMs);
  return `${((nowMs - happenedMs) / 1000).toFixed(1)} s`;
}
