/**
 * Attempts to read a card: the tries of one card in a row count as one, because three tries of one card are one witness.
 */
import { findingOfStatusWord } from "../codes/status-words.ts";
import type { SignalId } from "../model/signal.ts";
import type { Happening } from "./happening.ts";

export const interfaces = ["icc", "mag", "nfc"] as const;
export type Interface = (typeof interfaces)[number];

/** What a vendor's driver counts of each in a day: reads, and failures. */
export const counterSignals = {
  icc: ["reader.icc_powerup_ok_24h", "reader.icc_powerup_fail_24h"],
  mag: ["reader.mag_ok_24h", "reader.mag_fail_24h"],
  nfc: ["reader.nfc_ok_24h", "reader.nfc_fail_24h"],
} as const satisfies Readonly<Record<Interface, readonly [SignalId, SignalId]>>;

export interface Attempt {
  readonly atMs: number;
  readonly payment: number;
  /** Its alias; where it was not named, for who cannot read a chip cannot tell whose it is, a name for the presentation. */
  readonly card: string;
  /** What each failing try showed. */
  readonly failures: readonly string[];
  readonly read: boolean;
}

const good: Readonly<Record<Interface, readonly string[]>> = {
  icc: ["atr_ok"],
  mag: ["ok"],
  nfc: ["activate_ok"],
};
const bad: Readonly<Record<Interface, readonly string[]>> = {
  icc: ["atr_failed", "mute", "apdu_timeout", "parity_error"],
  mag: [
    "no_data",
    "lrc_error",
    "parity_error",
    "start_sentinel_missing",
    "end_sentinel_error",
    "too_short",
    "too_long",
    "invalid",
    "source_missing",
  ],
  nfc: ["activate_failed", "apdu_failed"],
};
const eventOf = { icc: "reader.icc_event", mag: "reader.mag_event", nfc: "reader.nfc_event" } as const;

/** A chip that answers at first and breaks off in the middle (ISO/IEC 7816-3, 7816-4) was not read. */
function isBrokenOff({ said }: Happening): boolean {
  const word = said("reader.icc_sw");
  const finding = typeof word === "string" ? findingOfStatusWord(word) : undefined;
  return finding === "line_error" || finding === "memory_fault";
}

/** Approved, by outcome or by code (ISO 8583 field 39). */
const isPaid = ({ said }: Happening): boolean => said("txn.outcome") === "approved" || said("txn.rc") === "00";

/** What this try came to; undefined where none was made. */
function eventIn(
  way: Interface,
  happening: Happening,
): { readonly isGood: boolean; readonly word: string } | undefined {
  const word = String(happening.said(eventOf[way]));
  const isGood = good[way].includes(word);
  if (way === "icc" && isGood && isBrokenOff(happening)) return { isGood: false, word: "apdu_timeout" };
  if (isGood || bad[way].includes(word)) return { isGood, word };
  // Who breaks off in the middle says so later than that it answers; what the host was sent has been read.
  if (way === "icc" && isBrokenOff(happening)) return { isGood: false, word: "apdu_timeout" };
  const isAnswered =
    (happening.said("txn.rc") !== undefined || isPaid(happening)) && happening.said("txn.entry_mode") === way;
  return isAnswered ? { isGood: true, word: "read" } : undefined;
}

/** A card that is tried again after so long is another attempt. */
const pauseMs = 1_800_000;
/** A card without a name in the next payment is the same one, if it comes this soon. */
const againMs = 45_000;

interface Draft {
  atMs: number;
  payment: number;
  readonly card: string;
  readonly failures: string[];
  read: boolean;
}

interface Names {
  nameOf(happening: Happening): string;
  /** Whoever has paid makes room for the next. */
  paid(payment: number): void;
}

/** Names for cards that have none. */
function createNames(): Names {
  let presentation = 0;
  let last: { readonly atMs: number; readonly payment: number } | undefined;
  let paidMeanwhile = false;
  return {
    nameOf: ({ atMs, payment, payer }) => {
      if (payer.card !== undefined) return payer.card;
      const isNext = last !== undefined && last.payment !== payment && (paidMeanwhile || atMs - last.atMs > againMs);
      if (isNext) presentation += 1;
      last = { atMs, payment };
      paidMeanwhile = false;
      return `?${presentation}`;
    },
    paid: (payment) => {
      paidMeanwhile ||= last !== undefined && last.payment !== payment;
    },
  };
}

interface Try {
  readonly happening: Happening;
  readonly card: string;
  readonly event: { readonly isGood: boolean; readonly word: string };
}

/** How a try stands to the attempt before it: it says nothing new, goes on with it, or is another. */
function relationOf({ happening, card, event }: Try, last: Draft): "known" | "goes_on" | "another" {
  const { atMs, payment } = happening;
  if (last.read && last.payment === payment && event.word === "read") return "known";
  if (last.card !== card || atMs - last.atMs > pauseMs) return "another";
  // A chip that answered and breaks off in the same payment was not read after all, nor was a stripe that is found too short.
  const isHalf = isBrokenOff(happening) || event.word === "too_short";
  const isUndone = !event.isGood && last.payment === payment && isHalf;
  return !last.read || isUndone ? "goes_on" : "another";
}

/** Adds a try to the attempt that it goes on with, or as another. */
function take(attempts: Draft[], each: Try): void {
  const { atMs, payment } = each.happening;
  const last = attempts.at(-1);
  const relation = last ? relationOf(each, last) : "another";
  if (relation === "known") return;
  const goesOn = last !== undefined && relation === "goes_on";
  const attempt: Draft = goesOn ? last : { atMs, payment, card: each.card, failures: [], read: false };
  if (!goesOn) attempts.push(attempt);
  Object.assign(attempt, { atMs, payment, read: each.event.isGood });
  if (!each.event.isGood) attempt.failures.push(each.event.word);
}

/** Oldest first. */
export function attemptsOf(way: Interface, happenings: readonly Happening[]): readonly Attempt[] {
  const attempts: Draft[] = [];
  const names = createNames();
  for (const happening of happenings) {
    const event = eventIn(way, happening);
    if (event) take(attempts, { happening, card: names.nameOf(happening), event });
    if (isPaid(happening)) names.paid(happening.payment);
  }
  return attempts;
}

export function distinctCards(attempts: readonly Attempt[]): number {
  return new Set(attempts.map(({ card }) => card)).size;
}
