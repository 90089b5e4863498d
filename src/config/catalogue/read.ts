/**
 * A deployment's catalogue file → what it changes, or everything that is wrong with it at once. Taken whole or not at all: half
 * of an acquirer's wording would be worse than none of it.
 */
import type { Adaptation } from "../../faults/adapt.ts";
import { type FaultText, type Language, languages } from "../../model/text.ts";
import { type Problem, position } from "../problem.ts";
import { type Part, readParts } from "../syntax.ts";
import { type Complaint, complain, membersOf, type Place, unknown } from "./complaint.ts";
import { faultIds, takeDropped, takeParties, takeRates } from "./faults.ts";
import { takeText } from "./texts.ts";

export type ReadCatalogue =
  | { readonly kind: "adaptation"; readonly adaptation: Adaptation }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] };

/** Beyond this nobody reads on; the rest is counted. */
const mostProblems = 200;

const sections = ["texts", "rates", "party", "drop"] as const;

type Texts = Partial<Record<Language, Record<string, Partial<FaultText>>>>;

function isLanguage(name: string): name is Language {
  return languages.some((known) => known === name);
}

function takeTexts(place: Place): { readonly value: Texts; readonly wrong: readonly Complaint[] } {
  const value: Texts = {};
  const { places, wrong } = membersOf(place);
  const complaints = [...wrong];
  for (const inLanguage of places) {
    const language = inLanguage.part.name;
    if (!isLanguage(language)) {
      complaints.push(unknown(inLanguage, "language", languages));
      continue;
    }
    const faults = membersOf(inLanguage);
    complaints.push(...faults.wrong);
    for (const each of faults.places) {
      const fault = each.part.name;
      if (!faultIds.includes(fault) && fault !== "unlisted") {
        complaints.push(unknown(each, "fault", [...faultIds, "unlisted"]));
        continue;
      }
      const taken = takeText(each, { fault, language });
      complaints.push(...taken.wrong);
      value[language] = { ...value[language], [fault]: taken.value ?? {} };
    }
  }
  return { value, wrong: complaints };
}

/** What is said of a fault that is dropped as well. */
function contradictions(members: readonly Part[], drop: readonly string[]): readonly Complaint[] {
  const of = (part: Part, key: string): readonly Complaint[] =>
    (part.members ?? []).flatMap((member) => {
      const place = { part: member, key: `${key}.${member.name}` };
      return drop.includes(member.name)
        ? [complain(place, "contradicts drop, which names it too")]
        : of(member, place.key);
    });
  return members.flatMap((member) => of(member, member.name));
}

function readMembers(members: readonly Part[]): {
  readonly adaptation: Adaptation;
  readonly wrong: readonly Complaint[];
} {
  const root: Part = { offset: 0, name: "", value: undefined, members, items: undefined };
  const { places, wrong } = membersOf({ part: root, key: "" });
  const strangers = places.filter(({ part }) => !sections.some((known) => known === part.name));
  const section = <T>(name: (typeof sections)[number], take: (place: Place) => T, none: T): T => {
    const found = places.find(({ part }) => part.name === name);
    return found ? take(found) : none;
  };
  const texts = section("texts", takeTexts, { value: {}, wrong: [] });
  const rates = section("rates", takeRates, { value: {}, wrong: [] });
  const party = section("party", takeParties, { value: {}, wrong: [] });
  const drop = section("drop", takeDropped, { value: [], wrong: [] });
  const all = [wrong, strangers.map((place) => unknown(place, "section", sections)), texts.wrong, rates.wrong];
  return {
    adaptation: { texts: texts.value, rates: rates.value, party: party.value, drop: drop.value },
    wrong: [...all, party.wrong, drop.wrong, contradictions(members, drop.value)].flat(),
  };
}

export function readCatalogueFile(text: string): ReadCatalogue {
  const { members, problems } = readParts(text);
  const { adaptation, wrong } = readMembers(members);
  const placed = wrong
    .toSorted((a, b) => a.offset - b.offset)
    .slice(0, mostProblems)
    .map(({ offset, ...complaint }) => ({ ...complaint, ...position(text, offset) }));
  const more = wrong.length - placed.length;
  const all = [...problems, ...placed, ...(more > 0 ? [{ key: "", what: `and ${more} more errors` }] : [])];
  return all.length > 0 ? { kind: "invalid", problems: all } : { kind: "adaptation", adaptation };
}
