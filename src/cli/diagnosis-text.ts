/** A diagnosis for a person: what is wrong, what to do and what not, then the evidence and what was ruled out. */
import { builtInTexts, signOf, type TextBook } from "../faults/text.ts";
import type { Language } from "../model/text.ts";
import type { DiagnosisView, EvidenceView, ReadingView, VerdictView } from "../model/view.ts";
import { duration, table } from "./table.ts";
import { words } from "./words.ts";

/** What a fault is called. */
type Names = (fault: string) => string;

/** `texts`: the deployment's own names of faults; those of the program when nothing is said. */
export function formatDiagnosis(view: DiagnosisView, language: Language, texts: TextBook = builtInTexts): string {
  const names: Names = (fault) => texts.textOf(fault, language).name;
  const say = words[language];
  if (view.verdicts.length === 0 && !view.unknown) return `${say.well}\n`;
  const known = view.verdicts.map((verdict) => formatVerdict(verdict, language)).join("\n");
  const ended = view.ended_s === undefined ? "" : `${say.ended} ${view.ended_s}\n`;
  const parts = [
    ended,
    view.unknown ? formatCandidates(view, language, names) : known,
    rivals(view, language, names),
    ruledOut(view, language, names),
  ];
  if (view.unknown) parts.push(nextTests(view, language, names));
  if (view.code) parts.push(view.code.lines.map((line) => `${line}\n`).join(""));
  return parts.filter(Boolean).join("\n");
}

function formatVerdict(verdict: VerdictView, language: Language): string {
  const say = words[language];
  const sure = `${verdict.fault}, ${percent(verdict.probability)}, ${verdict.severity}, ${verdict.party.join(" + ")}`;
  return [
    `${verdict.say}\n  (${sure})\n`,
    verdict.recurrent_24h === undefined ? "" : `${say.recurrent(verdict.recurrent_24h)}\n`,
    list(say.toDo, verdict.do),
    list(say.notToDo, verdict.do_not),
    `${say.evidence}\n${evidence(verdict.evidence, language)}`,
  ].join("");
}

function formatCandidates(view: DiagnosisView, language: Language, nameOf: Names): string {
  const say = words[language];
  const rows = view.verdicts.map(({ fault, probability }) => [nameOf(fault), fault, percent(probability)]);
  return `${say.notKnown}\n${rows.length === 0 ? "" : `${say.candidates}\n${table(rows)}`}`;
}

function percent(probability: number): string {
  // Certainty is for those who stand at the terminal.
  return `${Math.min(99, Math.round(probability * 100))} %`;
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${title}\n${lines.map((line) => `  - ${line}\n`).join("")}`;
}

function evidence(items: readonly EvidenceView[], language: Language): string {
  return table(
    items.map(({ id, readings, weight }) => {
      const newest = readings.at(-1);
      return [signOf(id, true, language), newest ? readingText(newest, language) : "", `${weight.toFixed(1)} nat`];
    }),
  );
}

function readingText({ signal, value, age_s }: ReadingView, language: Language): string {
  const space = language === "en" ? " " : "";
  return `${signal} = ${value ?? "-"}, ${duration(age_s, language)}${space}${words[language].ago}`;
}

function rivals(view: DiagnosisView, language: Language, nameOf: Names): string {
  if (view.rivals.length === 0) return "";
  const rows = view.rivals.map(({ fault, probability }) => [nameOf(fault), fault, percent(probability)]);
  return `${words[language].rivals}\n${table(rows)}`;
}

function ruledOut(view: DiagnosisView, language: Language, nameOf: Names): string {
  if (view.ruled_out.length === 0) return "";
  const say = words[language];
  const rows = view.ruled_out.map(({ fault, because }) => [
    nameOf(fault),
    `${say.because} ${signWords(because, language)}`,
  ]);
  return `${say.ruledOut}\n${table(rows)}`;
}

/** `not <sign>`: the sign speaks by not being there. */
function signWords(because: string, language: Language): string {
  const [, id] = /^not (.+)$/.exec(because) ?? [];
  return id === undefined ? signOf(because, true, language) : signOf(id, false, language);
}

function nextTests(view: DiagnosisView, language: Language, nameOf: Names): string {
  if (view.next_tests.length === 0) return "";
  const say = words[language];
  const rows = view.next_tests.map(({ text, cost, separates }) => [
    text,
    duration(cost, language),
    `${say.separates} ${separates.map((fault) => nameOf(fault)).join(" / ")}`,
  ]);
  return `${say.nextTests}\n${table(rows)}`;
}
