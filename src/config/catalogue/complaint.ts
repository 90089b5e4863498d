/** What is wrong at one place of a deployment's catalogue file; the place is an offset until the whole text is at hand. */
import { nearest } from "../nearest.ts";
import type { Part } from "../syntax.ts";

export interface Complaint {
  /** Names from the outside in, e.g. `texts.en.sim.absent.do`. */
  readonly key: string;
  readonly offset: number;
  readonly what: string;
  readonly allowed?: string;
}

/** A part of the file, and the names that lead to it. */
export interface Place {
  readonly part: Part;
  readonly key: string;
}

const longestQuote = 40;

/** More than there are faults; every one that is unknown costs a search for what it was meant to be. */
export const mostNames = 300;

export function tooMany(place: Place, count: number): Complaint {
  return complain(place, `holds ${count} of them`, `at most ${mostNames}`);
}

/** As the file had it, short enough for a line. Never of a text that may hold card data. */
export function quoted({ value, members, items }: Part): string {
  if (members) return "an object";
  if (items) return "a list";
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

export function complain({ part, key }: Place, what: string, allowed?: string): Complaint {
  return { key, offset: part.offset, what, ...(allowed === undefined ? {} : { allowed }) };
}

export function unknown(place: Place, kind: string, known: readonly string[]): Complaint {
  const meant = nearest(place.part.name, known);
  const list = known.length > 12 ? undefined : known.join(", ");
  return complain(place, meant === undefined ? `unknown ${kind}` : `unknown ${kind}, did you mean ${meant}?`, list);
}

/** Members of an object, each with its key; what is no object, or has a name twice, is complained of. */
export function membersOf({ part, key }: Place): { readonly places: readonly Place[]; readonly wrong: Complaint[] } {
  if (!part.members) {
    return { places: [], wrong: [complain({ part, key }, `is ${quoted(part)}`, "an object { … }")] };
  }
  if (part.members.length > mostNames) {
    return { places: [], wrong: [tooMany({ part, key }, part.members.length)] };
  }
  const places = part.members.map((member) => ({
    part: member,
    key: key === "" ? member.name : `${key}.${member.name}`,
  }));
  const seen = new Set<string>();
  const twice = places.filter(({ part: { name } }) => seen.size === seen.add(name).size);
  return { places, wrong: twice.map((place) => complain(place, "is given more than once")) };
}
