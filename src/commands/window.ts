/**
 * Which commands have been here: the newest by id with their answer, all others by the time at which they were issued. Bounded, and
 * still no command runs twice, whatever the clock of the terminal says.
 */
import { type FinalState, isFinal } from "../model/command.ts";
import { type Entry, mostEntries, type Remembered } from "./entry.ts";

export interface Window {
  find(id: string): Entry | undefined;
  /** Whether it may have been here and been forgotten. */
  isForgotten(issuedS: number): boolean;
  /** Room for one more that may run: not while all that is remembered is under way. */
  hasRoom(): boolean;
  /** What was issued up to then counts as having been here. `nowS`: the wall clock, if it can be trusted. */
  forget(issuedS: number, nowS: number | undefined): void;
  add(entry: Entry, nowS: number | undefined): void;
  change(id: string, change: Partial<Entry>): void;
  /** False when it is final already: the first word counts. */
  settle(id: string, state: FinalState, change?: Partial<Entry>): boolean;
  untold(): readonly Entry[];
  content(): Remembered;
}

/** As far into the future as who asks may be ahead of us. */
export const aheadS = 300;

export function createWindow({ floorS, entries }: Remembered): Window {
  let floor = floorS;
  let list: readonly Entry[] = entries;

  function change(id: string, more: Partial<Entry>): void {
    list = list.map((entry) => (entry.id === id ? { ...entry, ...more } : entry));
  }

  /** One from the far future, taken while there was no clock, must not shut the door until then. */
  function forget(issuedS: number, nowS: number | undefined): void {
    floor = Math.max(floor, nowS === undefined ? issuedS : Math.min(issuedS, nowS + aheadS));
  }

  /** The oldest of those that are over; one that nobody has been told of only when there is no other. */
  function makeRoom(nowS: number | undefined): void {
    const over = list.filter(({ state }) => isFinal(state));
    const oldest = over.find(({ told }) => told) ?? over[0];
    if (!oldest) return;
    forget(oldest.issuedS, nowS);
    list = list.filter(({ id }) => id !== oldest.id);
  }

  return {
    find: (id) => list.find((entry) => entry.id === id),
    isForgotten: (issuedS) => issuedS <= floor,
    hasRoom: () => list.length < mostEntries || list.some(({ state }) => isFinal(state)),
    forget,
    add: (entry, nowS) => {
      list = [...list, entry];
      if (list.length > mostEntries) makeRoom(nowS);
    },
    change,
    settle: (id, state, more = {}) => {
      const entry = list.find((each) => each.id === id);
      if (!entry || isFinal(entry.state)) return false;
      change(id, { ...more, state, told: false });
      return true;
    },
    untold: () => list.filter(({ state, told }) => isFinal(state) && !told),
    content: () => ({ floorS: floor, entries: list }),
  };
}
