/** Text of a file about modems → what it adds, or everything that is wrong with it. Taken whole or not at all. */
import { type Problem, position } from "../../config/problem.ts";
import { type Part, readParts } from "../../config/syntax.ts";
import type { OwnModems } from "../../modem/modem-knowledge.ts";
import { takeLayouts } from "./layouts.ts";
import { takeProfiles } from "./profiles.ts";
import { takeQuirks } from "./quirks.ts";
import { type Place, Reader } from "./reader.ts";

export type ReadModems = { readonly modems: OwnModems } | { readonly problems: readonly Problem[] };

const mostProblems = 100;

export function readModemsFile(text: string): ReadModems {
  const { members, problems } = readParts(text);
  const root: Part = { offset: 0, name: "", value: undefined, members, items: undefined };
  const reader = new Reader();
  const places = reader.members({ part: root, key: "" }, ["profiles", "quirks", "usb"]);
  const section = <T>(name: string, take: (reader: Reader, place: Place) => readonly T[]): readonly T[] => {
    const place = places.get(name);
    return place ? take(reader, place) : [];
  };
  const modems: OwnModems = {
    profiles: section("profiles", takeProfiles),
    quirks: section("quirks", takeQuirks),
    layouts: section("usb", takeLayouts),
  };
  const placed = reader.wrong.map(({ offset, ...complaint }) => ({ ...complaint, ...position(text, offset) }));
  const all = [...problems, ...placed].slice(0, mostProblems);
  return all.length > 0 ? { problems: all } : { modems };
}
