/** A deployment's own wording: short enough for the screen, without card data, and never advice that does harm. */
import { findCardData } from "../../card-data/find.ts";
import {
  accusing,
  among,
  blaming,
  doubts,
  type Field,
  gives,
  musts,
  neutral,
  sentencesOf,
} from "../../faults/doubtful-advice.ts";
import { faultTexts } from "../../faults/text.ts";
import { mostLines, textLimits } from "../../faults/text-limits.ts";
import type { FaultText, Language } from "../../model/text.ts";
import type { Part } from "../syntax.ts";
import { type Complaint, complain, membersOf, type Place, quoted, unknown } from "./complaint.ts";

/** As they are called in the file. */
const fields = { name: "name", say: "say", do: "do", do_not: "doNot" } as const;
type FieldName = keyof typeof fields;
const fieldNames: readonly FieldName[] = ["name", "say", "do", "do_not"];
const nameOf = (field: Field): FieldName => fieldNames.find((name) => fields[name] === field) ?? "name";

export interface About {
  readonly fault: string;
  readonly language: Language;
}

interface Sentence extends About {
  readonly field: Field;
  readonly limit: number;
}

/** Why a sentence may not stand there; undefined when it may. */
function objection(said: string, { fault, language, field, limit }: Sentence): readonly [string, string?] | undefined {
  if (findCardData(said) !== undefined) return ["looks as if it held card data"];
  if (said.trim() === "") return ["is empty", "a text"];
  if (/\p{Cc}|\p{Cf}/u.test(said)) return ["holds a character that no screen shows", "printable text"];
  if (said.length > limit) return [`has ${said.length} characters`, `at most ${limit}`];
  const sentence = { fault, language, sentence: said };
  const doubt = doubts.find((each) => each.in.includes(field) && gives(each, sentence));
  if (doubt) return [`gives advice that does harm: ${doubt.because}`];
  if (blaming[language].test(said)) return ["blames who reads it"];
  if (among(neutral, fault) && accusing[language].test(said)) return ["makes a cardholder a suspect or a debtor"];
  return undefined;
}

interface Taken<T> {
  readonly value: T | undefined;
  readonly wrong: readonly Complaint[];
}

function takeSentence({ part, key }: Place, sentence: Sentence): Taken<string> {
  const { value } = part;
  if (typeof value !== "string")
    return { value: undefined, wrong: [complain({ part, key }, `is ${quoted(part)}`, "a text")] };
  const [what, allowed] = objection(value, sentence) ?? [];
  return what === undefined
    ? { value, wrong: [] }
    : { value: undefined, wrong: [complain({ part, key }, what, allowed)] };
}

function takeLines({ part, key }: Place, sentence: Sentence): Taken<readonly string[]> {
  const least = sentence.field === "do" ? 1 : 0;
  const count = part.items?.length ?? -1;
  if (!part.items || count < least || count > mostLines) {
    const is = part.items ? `has ${count} lines` : `is ${quoted(part)}`;
    return { value: undefined, wrong: [complain({ part, key }, is, `a list of ${least} to ${mostLines} sentences`)] };
  }
  const lines = part.items.map((item, at) => takeSentence({ part: item, key: `${key}[${at}]` }, sentence));
  const value = lines.flatMap((line) => line.value ?? []);
  return { value: value.length === count ? value : undefined, wrong: lines.flatMap(({ wrong }) => wrong) };
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fields, name);
}

function takeField(place: Place, about: About): Taken<Partial<FaultText>> {
  const { name } = place.part;
  if (!isFieldName(name)) return { value: undefined, wrong: [unknown(place, "part of a text", fieldNames)] };
  const field = fields[name];
  const limits = textLimits[about.language];
  if (field === "name" || field === "say") {
    const { value, wrong } = takeSentence(place, { ...about, field, limit: limits[field] });
    return { value: value === undefined ? undefined : { [field]: value }, wrong };
  }
  const { value, wrong } = takeLines(place, { ...about, field, limit: limits.line });
  return { value: value === undefined ? undefined : { [field]: value }, wrong };
}

/** What protects money must still be said where the deployment says it in its own words. */
function missing(place: Place, own: Partial<FaultText>, { fault, language }: About): readonly Complaint[] {
  return musts.flatMap(([faults, field, zh, en]) => {
    const pattern = language === "en" ? en : zh;
    if (!among(faults, fault) || own[field] === undefined) return [];
    const usual = faultTexts[language][fault];
    if (!usual || sentencesOf({ ...usual, ...own }, [field]).some((sentence) => pattern.test(sentence))) return [];
    const kept = sentencesOf(usual, [field]).find((sentence) => pattern.test(sentence)) ?? "";
    const part: Part = place.part.members?.find(({ name }) => name === nameOf(field)) ?? place.part;
    const at = { part, key: `${place.key}.${nameOf(field)}` };
    return [complain(at, "lacks what protects the money", `also a sentence such as: ${kept}`)];
  });
}

/** The text of one fault in one language. */
export function takeText(place: Place, about: About): Taken<Partial<FaultText>> {
  const { places, wrong } = membersOf(place);
  const taken = places.map((each) => takeField(each, about));
  const value: Partial<FaultText> = Object.assign({}, ...taken.map((each) => each.value));
  return { value, wrong: [...wrong, ...taken.flatMap((each) => each.wrong), ...missing(place, value, about)] };
}
