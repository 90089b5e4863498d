/** Which profile fits a modem best, and why: recognition is a table with scores, never a chain of conditions. */
import type { ModemIdentity } from "../at/parse/identity.ts";
import { identityParts, type ProfileMatch, type VendorProfile } from "./profile.ts";

export interface Identified {
  readonly profile: VendorProfile;
  readonly score: number;
  /** In words, for people. */
  readonly reason: string;
}

/** A model is worth more than the maker, who has many; firmware tells apart what shares a model name. */
const points = { manufacturer: 10, model: 20, revision: 20 } as const;

/** Score of one rule; undefined when a part of it does not fit. */
export function scoreOf(match: ProfileMatch, identity: ModemIdentity): number | undefined {
  let score = 0;
  for (const part of identityParts) {
    const pattern = match[part];
    if (!pattern) continue;
    if (!pattern.test(identity[part] ?? "")) return undefined;
    score += points[part];
  }
  return score;
}

function reasonOf(match: ProfileMatch, identity: ModemIdentity): string {
  const parts = identityParts.filter((part) => match[part]);
  if (parts.length === 0) return "no profile of a family matches";
  return parts.map((part) => `${part} "${identity[part]}" matches ${match[part]}`).join(", ");
}

/**
 * The best profile of the list; of equals the first, so special families stand before general ones. Undefined only when
 * the list has none that matches everything.
 */
export function identify(identity: ModemIdentity, profiles: readonly VendorProfile[]): Identified | undefined {
  let best: Identified | undefined;
  for (const profile of profiles) {
    for (const match of profile.match) {
      const score = scoreOf(match, identity);
      if (score === undefined || (best && best.score >= score)) continue;
      best = { profile, score, reason: reasonOf(match, identity) };
    }
  }
  return best;
}
