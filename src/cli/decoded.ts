/** A code that was read out, as support sees it: a table for people, an object for programs. */
import { catalogue } from "../faults/index.ts";
import { signOf, textOf } from "../faults/text.ts";
import { lettersOf, placeOf } from "../last-resort/alphabet.ts";
import type { Mistake } from "../last-resort/check-characters.ts";
import { type Meaning, meaningOf, type Named } from "../last-resort/meaning.ts";
import type { Heard } from "../last-resort/reading.ts";
import type { Age } from "../last-resort/seen.ts";
import type { Language } from "../model/text.ts";
import { words as supportWords } from "../support/words.ts";
import { decodeWords, type Slip } from "./decode-words.ts";
import { duration, table } from "./table.ts";

export type Told = Extract<Heard, { kind: "told" }>;

export interface Decoded extends Told {
  readonly meaning: Meaning;
  readonly nowMs: number;
  /** Beside what was read of the same terminal before. */
  readonly age: Age;
}

export const decoded = (told: Told, nowMs: number, age: Age): Decoded => ({
  ...{ ...told, nowMs, age },
  meaning: meaningOf(told.content),
});

/** Where the characters went wrong, and what they are. */
export function slipsOf({ places, kind, word }: Mistake): readonly Slip[] {
  return places.map((at) => ({ ...placeOf(at), is: kind === "surplus" ? "" : lettersOf(word.slice(at, at + 1)) }));
}

function nameOf(named: Named, language: Language): string {
  const say = decodeWords[language];
  if (named.kind === "id") return `${textOf(named.id, language).name} (${named.id})`;
  return named.kind === "newer" ? say.newer(named.number) : say[named.kind];
}

function signName(named: Named, language: Language): string {
  return named.kind === "id" ? signOf(named.id, true, language) : nameOf(named, language);
}

const definitionOf = ({ fault }: Meaning) => (fault.kind === "id" ? catalogue.faults[fault.id] : undefined);

function faultRows({ meaning }: Decoded, language: Language): readonly string[][] {
  const say = decodeWords[language];
  const { fault, isKnown, leastChance } = meaning;
  if (fault.kind === "nothing") return [[say.fault, say.nothing]];
  const chance = say.chance(`${Math.round(leastChance * 100)} %`);
  const party = (definitionOf(meaning)?.party ?? []).map((each) => supportWords[language].parties[each] ?? each);
  return [
    [say.fault, nameOf(fault, language)],
    ["", isKnown ? chance : `${say.candidate}, ${chance}`],
    ...(party.length > 0 ? [[say.party, party.join(" + ")]] : []),
    ...(fault.kind === "id" ? [[say.say, textOf(fault.id, language).say]] : []),
    ...meaning.evidence.map((sign, at) => [at === 0 ? say.evidence : "", signName(sign, language)]),
    [say.lasted, say.atLeast(duration(meaning.leastMinutes * 60, language))],
  ];
}

function madeText({ meaning, nowMs }: Decoded, language: Language): string {
  const say = decodeWords[language];
  const { madeMs, upMinutes = 0, clock } = meaning;
  if (madeMs === undefined) return say.sinceStart(duration(upMinutes * 60, language));
  const ageS = (nowMs - madeMs) / 1_000;
  const age = ageS < -60 ? say.ahead(duration(-ageS, language)) : say.ago(duration(Math.max(0, ageS), language));
  return `${new Date(madeMs).toISOString().slice(0, 16)}Z, ${age} (${say.clocks[clock] ?? clock})`;
}

function warnings({ mistake, authenticity, age }: Decoded, language: Language): readonly string[] {
  const say = decodeWords[language];
  const { kind } = mistake ?? {};
  const slips = mistake && kind ? slipsOf(mistake).map((slip) => say.slips[kind](slip)) : [];
  const isTrusted = authenticity === "authentic";
  return [
    ...slips,
    ...(mistake && !isTrusted ? [say.readAgain] : []),
    ...(age.kind === "older" ? [say.older(duration(age.byMinutes * 60, language))] : []),
    ...(age.kind === "again" ? [say.again] : []),
  ];
}

export function formatDecoded(told: Decoded, language: Language): string {
  const say = decodeWords[language];
  const { terminal, meaning } = told;
  const rows = [
    ...faultRows(told, language),
    [say.made, madeText(told, language)],
    [say.terminal, terminal ? `${terminal.tenant}/${terminal.serial}` : say.unnamed],
    [say.boot, meaning.boot],
    [say.code, told.text],
  ];
  const head = [say.authenticity[told.authenticity], ...warnings(told, language)];
  return `${head.map((line) => `${line}\n`).join("")}${table(rows)}`;
}

const idOf = (named: Named) => (named.kind === "id" ? named.id : named.kind === "newer" ? named.number : null);

/** `fault` is an id, `null` for none, or the number that this version does not know; so are the signs. */
export function decodedObject(told: Decoded, language: Language): object {
  const { meaning, nowMs, terminal, mistake, age } = told;
  const { fault, madeMs } = meaning;
  const text = fault.kind === "id" ? textOf(fault.id, language) : undefined;
  return {
    authenticity: told.authenticity,
    terminal: terminal ? `${terminal.tenant}/${terminal.serial}` : null,
    ...{ known: meaning.isKnown, fault: idOf(fault), name: text?.name ?? null, say: text?.say ?? null },
    ...{ do: text?.do ?? [], do_not: text?.doNot ?? [], party: definitionOf(meaning)?.party ?? [] },
    probability_at_least: meaning.leastChance,
    evidence: meaning.evidence.map((sign) => ({ id: idOf(sign), text: signName(sign, language) })),
    lasted_min_at_least: meaning.leastMinutes,
    made: madeMs === undefined ? null : `${new Date(madeMs).toISOString().slice(0, 16)}Z`,
    age_s: madeMs === undefined ? null : Math.round((nowMs - madeMs) / 1_000),
    up_min: meaning.upMinutes ?? null,
    ...{ clock: meaning.clock, boot_ends_in: meaning.boot, code: told.text },
    slip: mistake ? { kind: mistake.kind, characters: slipsOf(mistake) } : null,
    replayed: age.kind === "older",
  };
}
