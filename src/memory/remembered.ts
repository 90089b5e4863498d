/** What survives a restart, as it lies in the file. Identities are only here as prints (`print.ts`). Every list is bounded. */

import type { RestartCause, VersionOf } from "../model/device-fact.ts";

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

/** The agent's last run, to be held against the next one. */
export interface KnownRun {
  /** Print of the boot that it was in. */
  readonly boot: string;
  /** It was told to end, and did. */
  readonly endedInOrder: boolean;
  /** Why this boot came about, and whether it counted as a brown-out. */
  readonly cause: RestartCause;
  readonly brownout: boolean;
  readonly rtcReset: boolean | null;
  readonly onBattery: boolean;
  readonly batteryFlat: boolean;
  /** The adapter's voltage fell under load. */
  readonly sagged: boolean;
  /** Prints of the crash records that were there; null: they could never be read. */
  readonly crashes: readonly string[] | null;
}

/** A version, as a print. */
export interface KnownVersion {
  readonly print: string;
  /** Wall clock in seconds; null: never seen to change. */
  readonly changedAtS: number | null;
}

/** Counters that only grow: where they stand, and by how much they grew in each hour, the newest first. */
export interface KnownTotals {
  /** Hours since 1970 by the wall clock; null while it was never set. */
  readonly hour: number | null;
  readonly totals: Readonly<Record<string, number>>;
  readonly grown: Readonly<Record<string, readonly number[]>>;
}

/** Wall clock in seconds of each event, oldest first; null: it was not set. */
export type Dates = readonly (number | null)[];

export interface KnownDevice {
  readonly run: KnownRun | null;
  readonly losses: Dates;
  readonly crashes: Dates;
  readonly brownouts: Dates;
  readonly versions: Readonly<Record<VersionOf, KnownVersion | null>>;
  readonly counters: KnownTotals;
}

export const nothingOfDevice: KnownDevice = {
  run: null,
  losses: [],
  crashes: [],
  brownouts: [],
  versions: { app: null, os: null, params: null },
  counters: { hour: null, totals: {}, grown: {} },
};

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
  readonly device: KnownDevice;
}

export const bounds = {
  cards: 8,
  pairs: 8,
  periods: 2,
  events: 64,
  spent: 48,
  dates: 32,
  crashRecords: 8,
  hours: 24,
  fileBytes: 16_384,
} as const;

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
    device: nothingOfDevice,
  };
}
