/** Cards that are bad as such: one that fails by stripe and by chip, or several of one issuer while those of others are read. */
import { type Attempt, attemptsOf } from "./attempts.ts";
import type { Drawn } from "./drawn.ts";
import type { Happening } from "./happening.ts";

const dayMs = 86_400_000;

const failing = (attempts: readonly Attempt[]): ReadonlySet<string> =>
  new Set(attempts.flatMap(({ failures, card }) => (failures.length > 0 && !card.startsWith("?") ? [card] : [])));

/** The chip and its antenna are one, the stripe is another part. */
function failsEveryWay(happenings: readonly Happening[]): boolean {
  const stripes = failing(attemptsOf("mag", happenings));
  const chips = failing([...attemptsOf("icc", happenings), ...attemptsOf("nfc", happenings)]);
  return [...stripes].some((card) => chips.has(card));
}

/** All that fail are of one issuer, and cards of others are read. */
function isBatch(happenings: readonly Happening[]): boolean {
  const issuerOf = new Map(
    happenings.flatMap(({ payer }) => (payer.card && payer.issuer ? [[payer.card, payer.issuer]] : [])),
  );
  const attempts = attemptsOf("icc", happenings);
  const bad = failing(attempts);
  const issuers = new Set([...bad].map((card) => issuerOf.get(card)));
  const [only] = issuers;
  if (bad.size < 2 || issuers.size !== 1 || only === undefined) return false;
  return attempts.some(({ card, read }) => read && !bad.has(card) && issuerOf.has(card) && issuerOf.get(card) !== only);
}

/** Drawn of the compare signal about single cards. */
export function compareCards(all: readonly Happening[]): Drawn {
  const lastMs = all.at(-1)?.atMs ?? 0;
  const happenings = all.filter(({ atMs }) => lastMs - atMs <= dayMs);
  if (happenings.length === 0) return [];
  if (failsEveryWay(happenings)) return [["compare.bad_card", "every_way"]];
  return [["compare.bad_card", isBatch(happenings) ? "batch" : "none"]];
}
