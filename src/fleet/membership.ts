/** In which cells a terminal is counted, and what it weighs there: who comes or goes changes what its shop's terminals weigh. */
import { type Books, list } from "./books.ts";
import { type Cell, count, createCell, weightUnit } from "./cell.ts";
import { type Dimension, dimensionNames, dimensions, type Scope, scopeOf } from "./scope.ts";
import type { Slot } from "./slot.ts";
import { looks } from "./trouble.ts";

/** A shop counts as no more than two terminals, however many it has; beyond so many they weigh the same. */
const weighsUpTo = 64;
const weightIn = (shopSize: number): number => Math.round((2 * weightUnit) / (Math.min(shopSize, weighsUpTo) + 1));

export const cellKey = (dimension: Dimension, scope: Scope): string =>
  [dimension, ...dimensions[dimension].of.map((name) => scope[name])].join("\n");

function addCell({ cells, among }: Books, cell: Cell): void {
  cells.set(cell.key, cell);
  among.set(cell.dimension, (among.get(cell.dimension) ?? 0) + 1);
}

function dropCell({ cells, among, stirred }: Books, cell: Cell): void {
  cells.delete(cell.key);
  stirred.delete(cell);
  among.set(cell.dimension, (among.get(cell.dimension) ?? 0) - 1);
}

function leaveCells(books: Books, slot: Slot): void {
  if (slot.isOpen) list(books, slot, false);
  for (const cell of slot.cells) {
    for (const look of looks) count(cell, { look, stage: slot.views[look].stage, weight: slot.weight }, -1);
    cell.members -= 1;
    if (cell.members === 0) dropCell(books, cell);
  }
  slot.cells = [];
}

function cellsOf(books: Books, { member }: Slot): readonly Cell[] {
  return dimensionNames.flatMap((dimension) => {
    const scope = scopeOf(dimension, member);
    if (!scope) return [];
    const key = cellKey(dimension, scope);
    const known = books.cells.get(key);
    const cell = known ?? createCell(key, dimension, scope);
    if (!known) addCell(books, cell);
    return [cell];
  });
}

function enterCells(books: Books, slot: Slot, weight: number): void {
  slot.weight = weight;
  slot.cells = cellsOf(books, slot);
  for (const cell of slot.cells) {
    cell.members += 1;
    for (const look of looks) count(cell, { look, stage: slot.views[look].stage, weight }, 1);
    books.stirred.add(cell);
  }
  if (slot.isOpen) list(books, slot, true);
}

function weighShop(books: Books, mates: ReadonlySet<Slot>): void {
  const weight = weightIn(mates.size);
  for (const mate of mates) {
    if (mate.weight === weight) continue;
    leaveCells(books, mate);
    enterCells(books, mate, weight);
  }
}

export function enter(books: Books, slot: Slot): void {
  const { shop } = slot.member;
  const mates = (shop === undefined ? undefined : books.shops.get(shop)) ?? new Set<Slot>();
  mates.add(slot);
  if (shop !== undefined) books.shops.set(shop, mates);
  enterCells(books, slot, weightIn(mates.size));
  weighShop(books, mates);
}

export function leave(books: Books, slot: Slot): void {
  leaveCells(books, slot);
  const { shop } = slot.member;
  const mates = shop === undefined ? undefined : books.shops.get(shop);
  if (shop === undefined || !mates?.delete(slot)) return;
  if (mates.size === 0) books.shops.delete(shop);
  weighShop(books, mates);
}
