/** The cells whose troubles are more than their peers and their own past lead to expect, strongest first. */
import { type Cell, freshOf, rest, spansMs, type Tally, tallyOf } from "./cell.ts";
import { cellKey } from "./membership.ts";
import { chanceWithin, expected, likelihoodRatio, logOdds } from "./odds.ts";
import type { Roll } from "./roll.ts";
import { type Dimension, dimensions } from "./scope.ts";

export interface Suspect {
  readonly cell: Cell;
  /** Place in {@link spansMs}. */
  readonly span: number;
  readonly tally: Tally;
  /** Log odds that what fails here has one cause. */
  readonly odds: number;
}

type Cells = ReadonlyMap<string, Cell>;

/** Fewer peers than that are no comparison. */
const leastPeers = 3;

function without(whole: Cell | undefined, cell: Cell, span: number): Tally | undefined {
  if (!whole || whole === cell) return undefined;
  const { look } = dimensions[cell.dimension];
  const peers = rest(tallyOf(whole, span, look), tallyOf(cell, span));
  return peers.fine + peers.fresh < leastPeers ? undefined : peers;
}

/**
 * Whom it is compared with; undefined: there is nobody without whom it could not be judged. One carrier in one region must stand out from
 * that carrier elsewhere and from the other carriers there: what fails with the whole region is the region's.
 */
function peersOf(cells: Cells, cell: Cell, span: number): readonly Tally[] | undefined {
  const fleet = without(cells.get(cellKey("fleet", {})), cell, span);
  if (cell.dimension !== "place") return fleet ? [fleet] : [];
  const there = without(cells.get(cellKey("region", cell.scope)), cell, span);
  const elsewhere = without(cells.get(cellKey("carrier", cell.scope)), cell, span);
  return there && elsewhere && fleet ? [fleet, there, elsewhere] : undefined;
}

/** Within a shop every terminal counts in full: there it is asked whether all of them fail. */
const inFull = ({ fine, fresh }: Tally): Tally => ({ fine, fresh, fineWeight: fine, freshWeight: fresh });

function judge({ books }: Roll, cell: Cell, span: number): Suspect | undefined {
  const { costs, leastShare } = dimensions[cell.dimension];
  if (freshOf(cell, span) < 2) return undefined;
  const own = tallyOf(cell, span);
  if (own.fresh < leastShare * (own.fresh + own.fine)) return undefined;
  const peers = peersOf(books.cells, cell, span);
  if (!peers) return undefined;
  const usual = books.cells.get(cellKey("fleet", {}))?.past?.perHour(books.nowMs) ?? 0;
  const perHour = Math.max(usual, cell.past?.perHour(books.nowMs) ?? 0);
  const tally = cell.dimension === "shop" ? inFull(own) : own;
  const ratio = likelihoodRatio(tally, expected(chanceWithin(perHour, spansMs[span] ?? 0), peers));
  const among = cell.dimension === "shop" ? 1 : (books.among.get(cell.dimension) ?? 1) * spansMs.length;
  const odds = logOdds(ratio, costs, among);
  return odds > 0 ? { cell, span, tally: own, odds } : undefined;
}

/** Longer spans say more of what spreads slowly, and less of a shop: it opens and closes. */
const spansOf = (dimension: Dimension): readonly number[] => (dimension === "shop" ? [0, 1] : [0, 1, 2]);

export function suspectsOf(roll: Roll): readonly Suspect[] {
  const found: Suspect[] = [];
  for (const cell of roll.books.stirred) {
    if (freshOf(cell, spansMs.length - 1) === 0) roll.books.stirred.delete(cell);
    else found.push(...spansOf(cell.dimension).flatMap((span) => judge(roll, cell, span) ?? []));
  }
  return found.toSorted((a, b) => b.odds - a.odds);
}
