/** What chips, kernels and readers say of single cards, and whether it is one card's trouble. */
import { findingOfStatusWord } from "../codes/status-words.ts";
import { findingOfOutcome, findingOfVerification } from "../codes/verification-bits.ts";
import type { Scalar } from "../model/signal-shape.ts";
import type { CardFinding } from "../model/signals/compare.ts";
import type { Drawn } from "./drawn.ts";
import type { Happening } from "./happening.ts";
import type { End } from "./past.ts";
import { newestOf, scopeOf } from "./scope.ts";

const byHindrance: Readonly<Record<string, CardFinding>> = {
  no_application: "no_application",
  card_blocked: "blocked",
  card_expired: "expired",
  over_contactless_limit: "other_interface",
};

const text = (value: Scalar | undefined): string => (typeof value === "string" ? value : "");

/** `none`: a card that was read, or a payment that was answered, without any. Undefined: nothing was looked at. */
export function findingIn({ said }: Happening): CardFinding | undefined {
  const found =
    (said("reader.nfc_event") === "collision" ? "collision" : undefined) ??
    findingOfVerification(text(said("reader.tvr_bits"))) ??
    findingOfStatusWord(text(said("reader.icc_sw"))) ??
    findingOfOutcome(text(said("reader.contactless_outcome"))) ??
    byHindrance[text(said("txn.hindrance"))] ??
    (said("txn.expiry") === "expired" ? "expired" : undefined);
  if (found) return found;
  const outcome = said("txn.outcome");
  const answered = said("txn.rc") !== undefined || outcome === "approved" || outcome === "declined";
  return answered ? "none" : undefined;
}

/** Drawn of the compare signals about findings. */
export function compareFindings(happenings: readonly Happening[], ends: readonly End[]): Drawn {
  const seen = happenings.flatMap((happening) => {
    const finding = findingIn(happening);
    const { atMs, payment, payer } = happening;
    return finding ? [{ atMs, payment, payer, kind: finding === "none" ? undefined : finding }] : [];
  });
  if (seen.length === 0) return [];
  const newest = newestOf(seen, ends);
  const cards = scopeOf(newest?.outcomes ?? [], ({ card }) => card, { one: "one_card", several: "several_cards" });
  return [
    ["compare.finding", newest?.trouble.kind ?? "none"],
    ["compare.finding_cards", cards],
  ];
}
