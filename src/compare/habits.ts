/** What is done at the counter: chip cards swiped, cards pulled out early, payments broken off. */
import type { CodeBook } from "../codes/response-codes.ts";
import type { Scalar } from "../model/signal-shape.ts";
import type { Drawn } from "./drawn.ts";
import type { Happening } from "./happening.ts";
import { type End, isPast, ofOne } from "./past.ts";

const hourMs = 3_600_000;
/** A chip that failed and a stripe that is then swiped belong together for so long. */
const fallbackMs = 600_000;
const pulledMs = 10_000;

const chipFailures: readonly (Scalar | undefined)[] = ["atr_failed", "mute", "apdu_timeout", "parity_error"];
const cancellations: readonly (Scalar | undefined)[] = ["cancelled", "input_timeout", "no_card_in_time"];

/** Who taps is asked for the chip because of the amount. */
const isFallbackRefused = ({ said, payer }: Happening, codes: CodeBook): boolean => {
  if (payer.entry === "nfc") return false;
  const code = said("txn.rc");
  return (
    said("txn.hindrance") === "chip_card_swiped" ||
    (said("txn.chip_on_card") === true && said("txn.outcome") === "aborted") ||
    (typeof code === "string" && codes(code) === "fallback_refused")
  );
};

/** Field 60.5 as the terminal sends it: 2 after a chip that failed. */
function chipFailedBefore(swipe: Happening, happenings: readonly Happening[], lastFlag: Scalar | undefined): boolean {
  const before = happenings.filter(({ atMs, payer }) => {
    return atMs <= swipe.atMs && swipe.atMs - atMs <= fallbackMs && payer.card === swipe.payer.card;
  });
  return lastFlag === "2" || before.some(({ said }) => chipFailures.includes(said("reader.icc_event")));
}

/** Whether this payment was broken off because the card was pulled out while the chip was spoken to. */
export function isPulledEarly({ atMs, payment, said }: Happening, happenings: readonly Happening[]): boolean {
  const toldSo = said("txn.hindrance") === "card_removed" && said("txn.rc") === undefined;
  if (said("txn.outcome") !== "aborted" && !toldSo) return false;
  // Who has seen that it cannot be sent takes the card out.
  const unsent = happenings.some((other) => other.payment === payment && other.said("txn.hindrance") === "send_failed");
  if (unsent) return false;
  return happenings.some((other) => {
    // A card taken out a moment before may be the customer's who has just gone.
    const near = other.payment === payment && other.atMs <= atMs && atMs - other.atMs <= pulledMs;
    return near && (other.said("reader.icc_event") === "removed" || other.said("txn.hindrance") === "card_removed");
  });
}

/** One that is told in two ways is one. */
const togetherMs = 10_000;

const cancelledTimes = (broken: readonly Happening[]): number =>
  broken.filter(({ atMs }, at) => at === 0 || atMs - (broken[at - 1]?.atMs ?? 0) > togetherMs).length;

/** Drawn of the compare signals about habits: of the last payments, and where it is said so of the last hour. */
export function compareHabits(all: readonly Happening[], ends: readonly End[], codes: CodeBook): Drawn {
  const lastMs = all.at(-1)?.atMs ?? 0;
  const happenings = all.filter(({ atMs }) => lastMs - atMs <= hourMs);
  const fresh = happenings.filter((happening) => !isPast(happening, ends, ofOne));
  const swipes = fresh.filter((happening) => isFallbackRefused(happening, codes));
  const lastSwipe = swipes.at(-1);
  const flags = fresh.flatMap(({ said }) => said("txn.last_ic_failed_flag") ?? []);
  const broken = happenings.filter(({ said }) => cancellations.includes(said("txn.hindrance")));
  return [
    ["compare.swipes_of_chip_cards", new Set(swipes.map(({ payment }) => payment)).size],
    ["compare.early_removals", fresh.filter((happening) => isPulledEarly(happening, happenings)).length],
    ["compare.cancellations", cancelledTimes(broken)],
    ...(lastSwipe
      ? ([["compare.chip_failed_before_swipe", chipFailedBefore(lastSwipe, happenings, flags.at(-1))]] as const)
      : []),
  ];
}
