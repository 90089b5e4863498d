/** Names of faults and of their families, and which family a fault is of. */
import { families } from "../faults/families.ts";
import type { TextBook } from "../faults/text.ts";
import type { Language } from "../model/text.ts";
import { familyOf, unlistedOf } from "../model/unlisted.ts";
import type { SeverityName, SeverityRank } from "./api.ts";

/** One that nobody has listed is of the family that it is a trouble of, where that is known. */
export function familyIn(fault: string): string {
  const of = unlistedOf(fault);
  return of !== undefined && Object.hasOwn(families, of) ? of : familyOf(fault);
}

export function familyName(family: string, texts: TextBook, language: Language): string {
  const known = Object.hasOwn(families, family) ? families[family]?.[language] : undefined;
  return known ?? texts.textOf(family, language).name;
}

export const severityNames = [
  "none",
  "warning",
  "minor",
  "major",
  "critical",
] as const satisfies readonly SeverityName[];

/** Ranks as they are stored; what is none counts as nothing. */
export function rankOf(severity: number): SeverityRank {
  return ranks.find((rank) => rank === severity) ?? 0;
}

const ranks = [0, 1, 2, 3, 4] as const satisfies readonly SeverityRank[];
