/**
 * Counts of a day that a vendor's driver would keep, and a payment application of one card's use: made here where nobody
 * tells them. From the start of the agent, as far as the journal reaches; nothing is said where nothing was counted.
 */
import type { SignalId } from "../model/signal.ts";
import { attemptsOf, counterSignals, distinctCards, interfaces } from "./attempts.ts";
import type { Drawn } from "./drawn.ts";
import type { Happening } from "./happening.ts";

const dayMs = 86_400_000;
const minuteMs = 60_000;

function ofReaders(happenings: readonly Happening[]): Drawn {
  const byWay = interfaces.map((way) => [way, attemptsOf(way, happenings)] as const);
  const all = byWay.flatMap(([, attempts]) => attempts);
  return [
    ...byWay.flatMap(([way, attempts]) => {
      const [ok, fail] = counterSignals[way];
      const failures = attempts.reduce((sum, attempt) => sum + attempt.failures.length, 0);
      return [[ok, attempts.filter(({ read }) => read).length] as const, [fail, failures] as const];
    }),
    ["reader.distinct_cards_failed", distinctCards(all.filter(({ read }) => !read))],
    ["reader.distinct_cards_ok", distinctCards(all.filter(({ read }) => read))],
  ];
}

/** Of the card that pays now: how often it has paid or tried to, and how long ago before this. */
function ofCard(happenings: readonly Happening[]): Drawn {
  const card = happenings.at(-1)?.payer.card;
  if (card === undefined) return [];
  const uses = new Map<number, number>();
  for (const { atMs, payment, payer, said } of happenings) {
    if (payer.card === card && (said("txn.rc") ?? said("txn.outcome")) !== undefined) uses.set(payment, atMs);
  }
  const [before, last] = [...uses.values()].slice(-2);
  const minutes = before !== undefined && last !== undefined ? Math.floor((last - before) / minuteMs) : undefined;
  return [
    ["txn.daily_count_same_card", uses.size],
    ...(minutes !== undefined ? ([["txn.minutes_since_same_card", minutes]] as const) : []),
  ];
}

/** `isTold`: whether somebody who knows better says it. */
export function countDay(all: readonly Happening[], isTold: (signal: SignalId) => boolean): Drawn {
  const lastMs = all.at(-1)?.atMs ?? 0;
  const happenings = all.filter(({ atMs }) => lastMs - atMs <= dayMs);
  return [...ofReaders(happenings), ...ofCard(happenings)].filter(([signal, value]) => value !== 0 && !isTold(signal));
}
