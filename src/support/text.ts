/** A message as a block for people: when, which terminal, what, with which evidence, who must act. */
import type { FaultText, Language } from "../model/text.ts";
import type { ReceivedReport } from "../report/received.ts";
import type { Heard } from "./inbox.ts";

export interface Vocabulary {
  readonly language: Language;
  textOf(fault: string, language: Language): FaultText;
  signOf(observation: string, holds: boolean, language: Language): string;
}

type CaseBody = Extract<ReceivedReport["body"], { kind: "case" }>;

const indent = "    ";

function evidenceLines({ event }: CaseBody, { language, signOf }: Vocabulary): string[] {
  return event.case.verdict.evidence.map(({ id, readings }) => {
    const newest = readings.at(-1);
    const proof = newest ? ` (${newest.signal} = ${String(newest.value ?? newest.quality)})` : "";
    return `${indent}because ${signOf(id, true, language)}${proof}`;
  });
}

function ruledOutLines({ event }: CaseBody, { language, textOf, signOf }: Vocabulary): string[] {
  return event.case.ruledOut.map(
    ({ fault, because, holds }) => `${indent}not ${textOf(fault, language).name}: ${signOf(because, holds, language)}`,
  );
}

function caseLines(body: CaseBody, words: Vocabulary): string[] {
  const { kind, case: told } = body.event;
  const { fault, probability, severity, party } = told.verdict;
  const { name, say } = words.textOf(fault, words.language);
  const again = told.occurrence > 1 ? `, time ${told.occurrence} since boot` : "";
  const head = `case ${told.id} ${kind}: ${name} (${fault}, ${Math.round(probability * 100)} %, ${severity}${again})`;
  if (kind === "closed") return [head];
  return [
    head,
    `${indent}${say}`,
    ...evidenceLines(body, words),
    ...ruledOutLines(body, words),
    `${indent}to act: ${party.join(", ")}`,
  ];
}

function reportLines({ body }: ReceivedReport, words: Vocabulary): string[] {
  switch (body.kind) {
    case "case":
      return caseLines(body, words);
    case "started":
      return [`agent ${body.terminal.agentVersion} started, catalogue ${body.terminal.catalogueHash}`];
    case "dropped":
      return body.dropped.map(
        (lost) => `had to drop ${lost.count} ${lost.class} records, ${lost.firstSeq} to ${lost.lastSeq}`,
      );
    case "unknown":
      return ["a record of a kind that this version does not know"];
  }
}

function saidLines({ said }: Heard, words: Vocabulary): string[] {
  switch (said.kind) {
    case "report":
      return reportLines(said.report, words);
    case "birth": {
      const { manufacturer, model, revision } = said.birth.terminal.modem;
      return [
        `is there: posdiag ${said.birth.terminal.agentVersion}, modem ${[manufacturer, model, revision].join(" ").trim() || "not known yet"}`,
      ];
    }
    case "alive":
      return [said.alive.online ? "online" : "offline"];
    case "faults": {
      const names = said.faults.cases.map(({ verdict }) => words.textOf(verdict.fault, words.language).name);
      return [`open cases: ${names.join(", ") || "none"}`];
    }
    case "unreadable":
      return [`cannot be read: ${said.reason}`];
  }
}

/** `time` as it is to be shown. */
export function textOfMessage(heard: Heard, time: string, words: Vocabulary): string {
  const [first = "", ...rest] = saidLines(heard, words);
  const who = heard.from ? `${heard.from.tenant}/${heard.from.serial}` : heard.topic;
  const kept = heard.retained ? " [kept by the broker]" : "";
  return [`${time}  ${who}  ${first}${kept}`, ...rest].join("\n");
}
