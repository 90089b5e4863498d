/** How payments ended, one vote for each: how far it got, and what hindered it. */
import { type Reading, reading } from "../model/reading.ts";
import type { Scalar } from "../model/signal-shape.ts";
import { isPulledEarly } from "./habits.ts";
import type { Happening } from "./happening.ts";

/** Hindrances that are on the way to the host, and not at the counter. */
const onTheWay: readonly (Scalar | undefined)[] = [
  "none",
  "send_failed",
  "receive_failed",
  "answer_invalid",
  "mac_wrong",
];

const ends: Readonly<Record<string, string>> = {
  approved: "answered",
  declined: "answered",
  timeout: "unanswered",
  unknown: "unanswered",
};

/** How far a payment got, where it ended. Said by code and by outcome, it is one end. */
function endIn(happening: Happening, happenings: readonly Happening[]): Reading | undefined {
  const outcome = happening.said("txn.outcome");
  const own = happenings.filter(({ payment }) => payment === happening.payment);
  const coded = own.some(({ said }) => said("txn.rc") !== undefined);
  if (coded !== (happening.said("txn.rc") !== undefined) || (!coded && outcome === undefined)) return undefined;
  if (coded) return reading("compare.payment", "answered", happening.atMs);
  const hindered = own.some(({ said }) => {
    const hindrance = said("txn.hindrance");
    return said("txn.rc_text") !== undefined || (hindrance !== undefined && !onTheWay.includes(hindrance));
  });
  const broken = hindered || isPulledEarly(happening, happenings) ? "broken_off" : "unsent";
  return reading("compare.payment", ends[String(outcome)] ?? broken, happening.atMs);
}

/** Each hindrance counts, and each payment that ended without any. */
function hindranceIn(happening: Happening, ended: boolean): Reading | undefined {
  const hindrance = happening.said("txn.hindrance");
  if (hindrance === undefined && !ended) return undefined;
  return reading("compare.hindrance", hindrance ?? "none", happening.atMs);
}

/** How far each payment got, and what hindered it, counts once. */
export function votesSince(sinceMs: number, happenings: readonly Happening[]): readonly Reading[] {
  return happenings.flatMap((happening) => {
    if (happening.atMs <= sinceMs) return [];
    const end = endIn(happening, happenings);
    const hindrance = hindranceIn(happening, end?.value === "answered");
    return [...(end ? [end] : []), ...(hindrance ? [hindrance] : [])];
  });
}
