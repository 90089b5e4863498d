/** A card as a thing in a drawer: what its chip, stripe and antenna are like, and the account behind it. */
import type { Account } from "../acquirer/account.ts";

/** `dirty` chips can be wiped. `blocked`: the issuer has blocked the application. `foreign`: of a scheme not taken here. */
export const CHIPS = ["none", "good", "worn", "dirty", "dead", "blocked", "foreign", "spoilt"] as const;
export const STRIPES = ["good", "worn", "demagnetised", "short"] as const;

export interface Card {
  readonly name: string;
  readonly chip: (typeof CHIPS)[number];
  readonly stripe: (typeof STRIPES)[number];
  readonly contactless: "none" | "good";
  /** Days until its last day, below 0 when that is over; and days since its first. */
  readonly daysLeft: number;
  readonly daysOld: number;
  readonly account: Account;
}

/** How the application calls a date that is near, or over. */
export function expiryOf(card: Card, clockAheadDays: number): "ok" | "soon" | "expired" {
  const left = card.daysLeft - clockAheadDays;
  if (left < 0) return "expired";
  return left <= 30 ? "soon" : "ok";
}

/** Bits of the terminal verification results (EMV Book 3 Annex C5) that follow from dates and from the data on the chip. */
export function verificationOf(card: Card, clockAheadDays: number): string | undefined {
  const bits = [
    ...(card.chip === "spoilt" ? ["B1b6"] : []),
    ...(card.daysLeft < clockAheadDays ? ["B2b7"] : []),
    ...(card.daysOld < -clockAheadDays ? ["B2b6"] : []),
  ];
  return bits.length > 0 ? bits.join(",") : undefined;
}
