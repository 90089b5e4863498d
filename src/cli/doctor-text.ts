/** What the doctor's checks found, for people and for programs. Identities are cut to their last four characters in both. */
import type { Finding, Values } from "../doctor/finding.ts";
import type { Timed } from "../doctor/run.ts";
import { type Both, filled, type Outcome } from "../doctor/text.ts";
import { verdicts } from "../doctor/texts/common.ts";
import { checkIds, checkTexts, saidOf } from "../doctor/texts.ts";
import type { Language } from "../model/text.ts";
import { masked } from "./modem-inquiry.ts";
import { duration, table } from "./table.ts";

export interface Paper {
  readonly language: Language;
  readonly colour: boolean;
}

const marks: Readonly<Record<Outcome, Both>> = {
  ok: { en: "ok", "zh-CN": "正常" },
  warn: { en: "warn", "zh-CN": "警告" },
  fail: { en: "FAIL", "zh-CN": "失败" },
  skipped: { en: "skipped", "zh-CN": "跳过" },
};

/** SGR parameters of ECMA-48: green, yellow, red and bold, faint. */
const paints: Readonly<Record<Outcome, string>> = { ok: "32", warn: "33", fail: "1;31", skipped: "2" };

function painted(text: string, outcome: Outcome, { colour }: Paper): string {
  return colour ? `\u001b[${paints[outcome]}m${text}\u001b[0m` : text;
}

/** What ends in `_s` are seconds. */
function shown(values: Values, language: Language): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      return [name, typeof value === "number" && name.endsWith("_s") ? duration(value, language) : value];
    }),
  );
}

interface Sentences {
  readonly found: string;
  readonly why: string;
  readonly advice: string | undefined;
  readonly details: readonly string[];
}

export function sentencesOf({ check, reason, values, details }: Finding, language: Language): Sentences {
  const [found, advice] = saidOf(check, reason)[language];
  const words = shown(values, language);
  return {
    found: masked(filled(found, words)),
    why: checkTexts[check]().why[language],
    advice: advice === undefined ? undefined : masked(filled(advice, words)),
    details: details.map((detail) => masked(typeof detail === "string" ? detail : detail[language])),
  };
}

/** Titles and marks in columns of the same width from the first line on, so that each can be shown as it comes. */
function columns(check: Finding["check"], outcome: Outcome, { language }: Paper): string {
  const rows = checkIds.map((id) => [checkTexts[id]().title[language], id === check ? marks[outcome][language] : ""]);
  const widest = Object.values(marks).map((mark) => ["", mark[language]]);
  const lines = table([...rows, ...widest].map((row) => [...row, "|"])).split("\n");
  return lines[checkIds.indexOf(check)]?.replace(/\|$/, "") ?? "";
}

const labels = { why: { en: "why", "zh-CN": "影响" }, advice: { en: "do", "zh-CN": "处理" } } as const;

/** One check: a line, what it is about one by one, and where it warns or fails why that matters and what to do. */
export function formatFinding(finding: Finding, paper: Paper): string {
  const { check, outcome } = finding;
  const { language } = paper;
  const { found, why, advice, details } = sentencesOf(finding, language);
  const mark = marks[outcome][language];
  const head = columns(check, outcome, paper).replace(mark, painted(mark, outcome, paper));
  const isBad = outcome === "warn" || outcome === "fail";
  const below = [
    ...details.map((detail) => `- ${detail}`),
    ...(isBad ? [`${labels.why[language]}: ${why}`] : []),
    ...(advice === undefined ? [] : [`${labels.advice[language]}: ${advice}`]),
  ];
  return `${head}${printable(found)}\n${below.map((line) => `      ${printable(line)}\n`).join("")}`;
}

/** Some words come from a modem or a broker, which must not steer the terminal of whoever looks. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, "·");
}

export interface Tally {
  readonly outcome: "ok" | "warn" | "fail";
  readonly counts: Readonly<Record<Outcome, number>>;
}

export function tallyOf(all: readonly Timed[]): Tally {
  const counts = { ok: 0, warn: 0, fail: 0, skipped: 0 };
  for (const { finding } of all) counts[finding.outcome] += 1;
  return { counts, outcome: counts.fail > 0 ? "fail" : counts.warn > 0 ? "warn" : "ok" };
}

export function formatTally({ outcome, counts }: Tally, paper: Paper): string {
  const [sentence] = verdicts()[outcome][paper.language];
  return `\n${painted(filled(sentence, counts), outcome, paper)}\n`;
}

function maskedValues(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? masked(value) : value]),
  );
}

/** One object: `checks` by stable ids and reasons, the sentences in the language asked for. */
export function doctorJson(all: readonly Timed[], version: string, { language }: Paper): string {
  const checks = all.map(({ finding, ms }) => {
    const { check: id, outcome, reason, values } = finding;
    const { found, why, advice, details } = sentencesOf(finding, language);
    return { id, outcome, reason, found, why, do: advice ?? null, details, values: maskedValues(values), ms };
  });
  const { outcome, counts } = tallyOf(all);
  return `${JSON.stringify({ version, outcome, counts, checks })}\n`;
}
