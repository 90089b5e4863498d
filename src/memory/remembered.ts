/** What survives a restart, as it lies in the file. Identities are only here as prints (`print.ts`). Every list is bounded. */

/** Bytes since a counter began. */
export interface Count {
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

/** A card as a carrier bills it. */
export interface Card {
  readonly card: string;
  /** Day on which it was first seen here; null while the clock was never set. */
  readonly firstDay: string | null;
  /** Newest last, at most two: a clock that jumps into the next month and back finds the old one again. */
  readonly periods: readonly { readonly from: string; readonly bytes: number }[];
}

/** A card in a module. */
export interface Pair {
  /** Null while the module has not said its IMEI. */
  readonly module: string | null;
  readonly card: string;
  /** First day on which data went through; null before. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** On how many days data went through. */
  readonly goodDays: number;
  /** Nothing speaks against it any more: later changes are measured against it. */
  readonly settled: boolean;
}

/** Up to where a counter has been booked. `life` changes when the counter began anew though its value may not have fallen. */
export interface Mark extends Count {
  readonly name: string;
  readonly life: string;
}

/** Seconds before the file was written. */
export interface RecentAges {
  readonly flaps: readonly number[];
  readonly cells: readonly number[];
  readonly restarts: readonly number[];
}

export interface Spent {
  readonly name: string;
  readonly day: string;
  readonly count: number;
}

/** Network settings, as a print. */
export interface KnownSettings {
  readonly print: string;
  /** Wall clock in seconds; null: never seen to change. */
  readonly changedAtS: number | null;
  /** Somebody was answered with them. */
  readonly proved: boolean;
}

export interface Remembered {
  readonly salt: string;
  /** The one met last at the end. */
  readonly cards: readonly Card[];
  readonly pairs: readonly Pair[];
  readonly marks: { readonly modem: Mark | null; readonly interface: Mark | null };
  /** Bytes of which neither card nor month is known yet. */
  readonly unbookedBytes: number;
  /** Wall clock in seconds when it was written; null while it was not set. */
  readonly savedAtS: number | null;
  readonly recent: RecentAges;
  readonly settings: KnownSettings | null;
  readonly spent: readonly Spent[];
}

export const bounds = { cards: 8, pairs: 8, periods: 2, events: 64, spent: 48, fileBytes: 8_192 } as const;

export function nothingRemembered(salt: string): Remembered {
  return {
    salt,
    cards: [],
    pairs: [],
    marks: { modem: null, interface: null },
    unbookedBytes: 0,
    savedAtS: null,
    recent: { flaps: [], cells: [], restarts: [] },
    settings: null,
    spent: [],
  };
}
