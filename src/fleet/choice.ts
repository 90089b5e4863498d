/** Which of the suspected cells is named: strong enough, borne out by what terminals tell, and the best account of it. */
import { spansMs } from "./cell.ts";
import { fitOf } from "./naming.ts";
import { confidenceOf } from "./odds.ts";
import type { Roll } from "./roll.ts";
import { type Dimension, dimensions } from "./scope.ts";
import { isShopsOwn } from "./shop.ts";
import type { Slot } from "./slot.ts";
import type { Suspect } from "./suspects.ts";
import type { Trouble } from "./trouble.ts";

export interface Choice {
  readonly suspect: Suspect;
  readonly slots: readonly Slot[];
  readonly confidence: number;
}

/** An outage gathers whoever began to fail within so long before it was seen, at least. */
export const gatherMs = 900_000;
/** Only so many near equals are compared by what their terminals tell. */
const mostCompared = 6;
const nearEqual = 0.75;

export function gather(roll: Roll, { cell, span }: Suspect): readonly Slot[] {
  const { failing, nowMs } = roll.books;
  const { look } = dimensions[cell.dimension];
  const fromMs = nowMs - Math.max(gatherMs, spansMs[span] ?? 0);
  return [...(failing.get(cell) ?? [])].filter((slot) => {
    const { sinceMs } = slot.views[look];
    if (sinceMs === undefined || sinceMs < fromMs) return false;
    return look !== "air" || !isShopsOwn(roll, slot, cell.scope);
  });
}

const tells = (slots: readonly Slot[], ...of: readonly Trouble[]): number =>
  slots.filter(({ troubles }) => of.some((trouble) => troubles[trouble] > 0)).length;

type Question = (slots: readonly Slot[], suspect: Suspect) => boolean;

/** A tenth of them tell something like it. */
const told =
  (...of: readonly Trouble[]): Question =>
  (slots) =>
    tells(slots, ...of) >= Math.max(1, 0.1 * slots.length);
/** So large a share fell silent at one blow: an evening takes longer. */
const atOnce =
  (share: number): Question =>
  (_, { span, tally }) =>
    span === 0 && tally.fresh >= share * (tally.fresh + tally.fine);
const either =
  (...questions: readonly Question[]): Question =>
  (slots, suspect) =>
    questions.some((asks) => asks(slots, suspect));

/**
 * Somebody blames the line or the supply: a shop's terminals have one acquirer, often one carrier, and would fail together for these as well.
 * Of two that fail both must tell.
 */
function isShops(slots: readonly Slot[]): boolean {
  const isClear = tells(slots, "line", "power") > 0;
  return isClear && (slots.length > 2 || tells(slots, "line", "power", "path") === slots.length);
}

/** Silence may be an evening, and asks for more than itself. */
const isBorneOut: Readonly<Partial<Record<Dimension, Question>>> = {
  fleet: either(told("host", "path", "program", "own", "radio"), atOnce(0.6)),
  carrier: either(told("radio", "path", "host"), atOnce(0.3)),
  place: either(told("radio", "path", "host"), atOnce(0.3)),
  region: either(told("power", "line"), (slots) => tells(slots, "radio", "path") >= 0.3 * slots.length, atOnce(0.65)),
  shop: isShops,
};

/** One shop is never more than a shop, and two are chance. */
function isWide(dimension: Dimension, slots: readonly Slot[]): boolean {
  const shops = new Set(slots.map(({ member: { shop, id } }) => shop ?? id));
  return dimension === "shop" ? slots.length >= 2 : shops.size >= 3;
}

function isNameable(suspect: Suspect, slots: readonly Slot[]): boolean {
  const { dimension } = suspect.cell;
  const { leastShare } = dimensions[dimension];
  return (
    isWide(dimension, slots) &&
    slots.length >= leastShare * (slots.length + suspect.tally.fine) &&
    (isBorneOut[dimension]?.(slots, suspect) ?? true)
  );
}

/** The first of each cell: its strongest span. */
function nearest(roll: Roll, suspects: readonly Suspect[]): readonly Omit<Choice, "confidence">[] {
  const seen = new Set<string>();
  const found: Omit<Choice, "confidence">[] = [];
  for (const suspect of suspects) {
    const [best] = found;
    if (found.length >= mostCompared || (best && suspect.odds < nearEqual * best.suspect.odds)) break;
    if (seen.has(suspect.cell.key)) continue;
    const slots = gather(roll, suspect);
    if (!isNameable(suspect, slots)) continue;
    seen.add(suspect.cell.key);
    found.push({ suspect, slots });
  }
  return found;
}

/** Suspects come strongest first. */
export function choose(roll: Roll, suspects: readonly Suspect[]): Choice | undefined {
  const ranked = nearest(roll, suspects)
    .map((each) => ({ ...each, score: each.suspect.odds + fitOf(each.suspect.cell.dimension, each.slots) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best) return undefined;
  const margin = second ? best.score - second.score : Number.POSITIVE_INFINITY;
  return { ...best, confidence: Math.min(confidenceOf(best.suspect.odds), confidenceOf(margin)) };
}
