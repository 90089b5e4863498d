/** The roll of one tenant's terminals, with the counts of every cell kept as things happen, so that judging need not go through them. */

import { concernNames } from "../model/hint.ts";
import { advance, type Books, createBooks, settle } from "./books.ts";
import type { Cell } from "./cell.ts";
import type { Member, Told } from "./member.ts";
import { enter, leave } from "./membership.ts";
import { createSlot, date, hear, type Slot } from "./slot.ts";
import { looks } from "./trouble.ts";

export interface Roll {
  /** New, or with other properties than before. */
  enrol(member: Member): void;
  forget(id: number): void;
  slot(id: number): Slot | undefined;
  /** `full`: there was no room for what it told. */
  tell(id: number, told: Told): "taken" | "full" | "stranger";
  advance(nowMs: number): void;
  /** Terminals to which something happened since the last call. */
  changed(): readonly Slot[];
  /** By an incident; undefined: no longer. `spent`: nor by anything else until it is well. */
  explain(slot: Slot, incident: string | undefined, spent?: boolean): void;
  shopmates(slot: Slot): Iterable<Slot>;
  readonly books: Pick<Readonly<Books>, "cells" | "among" | "stirred" | "nowMs"> & {
    readonly failing: ReadonlyMap<Cell, ReadonlySet<Slot>>;
    readonly banks: ReadonlySet<Slot>;
  };
}

const properties = ["tenant", ...concernNames] as const;
const isSame = (a: Member, b: Member): boolean => properties.every((name) => a[name] === b[name]);

function enrol(books: Books, member: Member): void {
  const known = books.slots.get(member.id);
  if (known && isSame(known.member, member)) return;
  const slot = known ?? createSlot(member);
  if (known) leave(books, known);
  slot.member = member;
  books.slots.set(member.id, slot);
  enter(books, slot);
  settle(books, slot);
}

function forget(books: Books, id: number): void {
  const slot = books.slots.get(id);
  if (!slot) return;
  leave(books, slot);
  books.banks.delete(slot);
  books.touched.delete(slot);
  for (const look of looks) slot.views[look].change += 1;
  books.slots.delete(id);
}

function tell(books: Books, id: number, told: Told): "taken" | "full" | "stranger" {
  const slot = books.slots.get(id);
  if (!slot) return "stranger";
  const hadRoom = hear(slot, told);
  // What lies in the future is a clock that is wrong.
  date(slot, Math.min(told.atMs, books.nowMs));
  settle(books, slot);
  return hadRoom ? "taken" : "full";
}

export function createRoll(): Roll {
  const books = createBooks();
  return {
    books,
    enrol: (member) => enrol(books, member),
    forget: (id) => forget(books, id),
    slot: (id) => books.slots.get(id),
    tell: (id, told) => tell(books, id, told),
    advance: (nowMs) => advance(books, nowMs),
    changed: () => {
      const all = [...books.touched];
      books.touched.clear();
      return all;
    },
    explain: (slot, incident, spent = false) => {
      slot.incident = incident;
      slot.spent = spent;
      settle(books, slot);
    },
    shopmates: ({ member: { shop } }) => (shop === undefined ? [] : (books.shops.get(shop) ?? [])),
  };
}
