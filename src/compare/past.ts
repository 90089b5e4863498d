/** When a trouble at the counter is past: payments have ended since, in whatever way, and time has gone by. */
import type { Happening } from "./happening.ts";

export interface Patience {
  /** So many payments later it is past. */
  readonly payments: number;
  /** With one payment later it is past after so long. */
  readonly afterOneMs: number;
}

/** One card's trouble goes with its holder. */
export const ofOne: Patience = { payments: 3, afterOneMs: 600_000 };
export const ofMany: Patience = { payments: 8, afterOneMs: 3_600_000 };

export interface End {
  readonly payment: number;
  readonly atMs: number;
}

/** When each payment ended, oldest first. */
export function endsOf(happenings: readonly Happening[]): readonly End[] {
  const ends = new Map<number, number>();
  for (const { atMs, payment, said } of happenings) {
    const hindrance = said("txn.hindrance");
    const ended = said("txn.rc") ?? said("txn.outcome") ?? (hindrance === "none" ? undefined : hindrance);
    if (ended !== undefined) ends.set(payment, atMs);
  }
  return [...ends].map(([payment, atMs]) => ({ payment, atMs }));
}

/** `trouble`: the payment that it was met in, and when. */
export function isPast(trouble: End, ends: readonly End[], { payments, afterOneMs }: Patience): boolean {
  const later = ends.filter(({ payment }) => payment > trouble.payment);
  const lastMs = later.at(-1)?.atMs ?? trouble.atMs;
  return later.length >= payments || (later.length > 0 && lastMs - trouble.atMs > afterOneMs);
}
