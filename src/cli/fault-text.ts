/** The catalogue for a person at a command line: the list of faults, and one fault in full. */
import { families } from "../faults/families.ts";
import { signOf, type TextBook } from "../faults/text.ts";
import { conditionOf } from "../faults/texts/conditions.ts";
import { type Effect, type FaultPage, familyOf } from "../handbook/page.ts";
import { handbookWords } from "../handbook/words.ts";
import type { Language } from "../model/text.ts";
import { procedureText, remedyRows } from "./fault-remedies.ts";
import { table } from "./table.ts";

interface Titles {
  readonly known: string;
  readonly severity: string;
  readonly acts: string;
  readonly needs: string;
  readonly rate: string;
  readonly rank: string;
  readonly toDo: string;
  readonly notToDo: string;
  readonly remedies: string;
  readonly shows: string;
  readonly follows: string;
  readonly like: string;
  readonly forThis: string;
  readonly forOther: string;
  readonly source: string;
}

const titles: Readonly<Record<Language, Titles>> = {
  en: {
    known: "known",
    severity: "severity",
    acts: "who acts",
    needs: "on",
    rate: "rate",
    rank: "rank",
    toDo: "What to do:",
    notToDo: "What not to do:",
    remedies: "Remedies, and what must hold first:",
    shows: "What shows it:",
    follows: "And so:",
    like: "Looks like:",
    forThis: "for this one:",
    forOther: "for that one:",
    source: "source",
  },
  "zh-CN": {
    known: "如何得知",
    severity: "级别",
    acts: "处理方",
    needs: "适用",
    rate: "频度",
    rank: "次序",
    toDo: "请这样做：",
    notToDo: "请不要：",
    remedies: "处理办法及前提：",
    shows: "表现：",
    follows: "进而：",
    like: "容易混淆：",
    forThis: "支持本故障：",
    forOther: "支持该故障：",
    source: "来源",
  },
};

/** A line a fault, under its family. */
export function faultList(pages: readonly FaultPage[], texts: TextBook, language: Language): string {
  const known = Object.keys(families).filter((family) => pages.some(({ id }) => familyOf(id) === family));
  const sections = known.map((family) => {
    const members = pages.filter(({ id }) => familyOf(id) === family);
    const rows = members.map(({ id }) => [id, texts.textOf(id, language).name]);
    return `${families[family]?.[language] ?? family}\n${table(rows)}`;
  });
  return sections.join("\n");
}

function effectRow({ kind, id, likelihood }: Effect, language: Language): readonly string[] {
  const said = kind === "sign" ? signOf(id, true, language) : conditionOf(id, language);
  return [handbookWords[language].likelihood[likelihood], said];
}

function section(title: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? "" : `${title}\n${table(rows)}`;
}

const bullets = (lines: readonly string[]): readonly (readonly string[])[] => lines.map((line) => [`- ${line}`]);

function facts({ definition }: FaultPage, language: Language): readonly (readonly string[])[] {
  const [words, title] = [handbookWords[language], titles[language]];
  const { severity, party, knownBy, needs, rate, rank, source } = definition;
  const needed = needs === undefined ? [words.anyTerminal] : needs.map((need) => words.capability[need]);
  return [
    [title.severity, words.severity[severity]],
    [title.acts, party.map((each) => words.party[each]).join(language === "en" ? ", then " : "、")],
    [title.known, words.knownBy[knownBy]],
    [title.needs, needed.join(language === "en" ? " and " : "、")],
    [title.rate, words.rate[rate]],
    ...(rank === undefined ? [] : [[title.rank, words.rank[rank]]]),
    [title.source, source],
  ];
}

function likeRows(page: FaultPage, texts: TextBook, language: Language): readonly (readonly string[])[] {
  const title = titles[language];
  const sign = (id: string | undefined): string => (id === undefined ? "-" : signOf(id, true, language));
  return page.like.map(({ fault, forThis, forOther }) => [
    fault,
    texts.textOf(fault, language).name,
    `${title.forThis} ${sign(forThis)}`,
    `${title.forOther} ${sign(forOther)}`,
  ]);
}

/** One fault in full. */
export function faultText(page: FaultPage, texts: TextBook, language: Language): string {
  const [title, text] = [titles[language], texts.textOf(page.id, language)];
  const parts = [
    `${page.id}: ${text.name}\n${text.say}\n`,
    section(title.toDo, bullets(text.do)),
    section(title.notToDo, bullets(text.doNot)),
    table(facts(page, language), 0),
    section(title.remedies, remedyRows(page.id, texts, language)),
    procedureText(page.id, language),
    section(
      title.shows,
      page.effects.map((effect) => effectRow(effect, language)),
    ),
    section(
      title.follows,
      page.follows.map((effect) => effectRow(effect, language)),
    ),
    section(title.like, likeRows(page, texts, language)),
  ];
  return parts.filter(Boolean).join("\n");
}
