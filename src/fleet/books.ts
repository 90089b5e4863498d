/** What the roll of one tenant keeps, and how one terminal is counted in it. */
import { type Cell, count, type Stage, spansMs } from "./cell.ts";
import { type Dimension, dimensions } from "./scope.ts";
import { isWell, type Slot, standing } from "./slot.ts";
import { type Look, looks } from "./trouble.ts";
import { createWheel, type Wheel } from "./wheel.ts";

interface Alarm {
  readonly slot: Slot;
  readonly look: Look;
  readonly change: number;
}

export interface Books {
  readonly slots: Map<number, Slot>;
  readonly cells: Map<string, Cell>;
  /** Cells of each dimension. */
  readonly among: Map<Dimension, number>;
  /** Cells in which something has begun lately: all others have nothing to be judged. */
  readonly stirred: Set<Cell>;
  readonly shops: Map<string, Set<Slot>>;
  /** By cell: terminals that fail somehow, and that nothing explains. */
  readonly failing: Map<Cell, Set<Slot>>;
  /** Terminals that say an issuer is not reached. */
  readonly banks: Set<Slot>;
  /** Terminals to which something happened. */
  readonly touched: Set<Slot>;
  readonly wheel: Wheel<Alarm>;
  nowMs: number;
}

export function createBooks(): Books {
  return {
    ...{ slots: new Map(), cells: new Map(), among: new Map(), stirred: new Set<Cell>(), shops: new Map() },
    ...{ failing: new Map(), banks: new Set<Slot>(), touched: new Set<Slot>(), wheel: createWheel(), nowMs: 0 },
  };
}

/** Explained is taken out of all counts: what is left is what still wants an explanation. */
function stageNow(slot: Slot, look: Look, nowMs: number): Stage {
  if (slot.incident !== undefined || slot.spent) return "out";
  const is = standing(slot, look);
  if (is !== "failing") return is;
  const ageMs = nowMs - (slot.views[look].sinceMs ?? nowMs);
  if (ageMs < spansMs[0]) return 0;
  if (ageMs < spansMs[1]) return 1;
  return ageMs < spansMs[2] ? 2 : "old";
}

/** What turns out to be part of an incident is no habit of the cell, and is unlearned. */
function learn(slot: Slot, look: Look, one: 1 | -1): void {
  const { sinceMs } = slot.views[look];
  if (sinceMs === undefined) return;
  for (const { past, dimension } of slot.cells) if (dimensions[dimension].look === look) past?.began(one, sinceMs);
}

function recount(books: Books, slot: Slot, look: Look): void {
  const { [look]: seen } = slot.views;
  const before = seen.stage;
  const stage = stageNow(slot, look, books.nowMs);
  if (stage === before) return;
  for (const cell of slot.cells) {
    count(cell, { look, stage: before, weight: slot.weight }, -1);
    count(cell, { look, stage, weight: slot.weight }, 1);
    if (typeof stage === "number") books.stirred.add(cell);
  }
  seen.stage = stage;
  seen.change += 1;
  if (before === "fine" && stage === 0) learn(slot, look, 1);
  if (typeof before === "number" && stage === "out" && slot.incident !== undefined) learn(slot, look, -1);
  if (typeof stage !== "number") return;
  books.wheel.set((seen.sinceMs ?? books.nowMs) + spansMs[stage], { slot, look, change: seen.change });
}

/** Into or out of the lists of those that want an explanation, of all its cells. */
export function list({ failing }: Books, slot: Slot, isOpen: boolean): void {
  for (const cell of slot.cells) {
    const all = failing.get(cell) ?? new Set();
    if (isOpen) all.add(slot);
    else all.delete(slot);
    if (all.size > 0) failing.set(cell, all);
    else failing.delete(cell);
  }
}

/** After anything has happened to it. */
export function settle(books: Books, slot: Slot): void {
  if (slot.spent && isWell(slot)) slot.spent = false;
  for (const look of looks) recount(books, slot, look);
  const isOpen = slot.incident === undefined && !slot.spent && !isWell(slot);
  if (isOpen !== slot.isOpen) list(books, slot, isOpen);
  slot.isOpen = isOpen;
  if (slot.troubles.bank > 0) books.banks.add(slot);
  else books.banks.delete(slot);
  books.touched.add(slot);
}

/** What is fresh becomes old without anybody telling. Time never goes back. */
export function advance(books: Books, nowMs: number): void {
  books.nowMs = Math.max(books.nowMs, nowMs);
  for (const { slot, look, change } of books.wheel.due(books.nowMs))
    if (slot.views[look].change === change) recount(books, slot, look);
}
