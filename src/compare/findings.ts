/** What chips, kernels and readers say of single cards, and whether it is one card's trouble. */
import { findingOfStatusWord } from "../codes/status-words.ts";
import { findingOfOutcome, findingOfVerification } from "../codes/verification-bits.ts";
import type { Scalar } from "../model/signal-shape.ts";
import type { CardFinding } from "../model/signals/meanings.ts";
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
    byHindrance[text(said("txn.hindrance"))] ??
    findingOfOutcome(text(said("reader.contactless_outcome"))) ??
    (said("txn.expiry") === "expired" ? "expired" : undefined);
  if (found) return found;
  const outcome = said("txn.outcome");
  const answered = said("txn.rc") !== undefined || outcome === "approved" || outcome === "declined";
  return answered ? "none" : undefined;
}

const momentMs = 60_000;
const spellMs = 600_000;

/** Two cards held together for a moment, and one alone after it. */
function isPassing(at: Happening, happenings: readonly Happening[]): boolean {
  const others = happenings.filter(
    (other) =>
      other !== at && other.said("reader.nfc_event") === "collision" && Math.abs(other.atMs - at.atMs) <= spellMs,
  );
  const read = happenings.some(
    ({ atMs, said }) => said("reader.nfc_event") === "activate_ok" && atMs >= at.atMs && atMs - at.atMs <= momentMs,
  );
  return others.length === 0 && read;
}

/** A card without a directory of applications says 6A82, and the terminal goes through its own list (EMV Book 1 12.3). */
function isGoneOn(at: Happening, happenings: readonly Happening[]): boolean {
  return happenings.some(({ payment, atMs, payer, said }) => {
    const later =
      atMs >= at.atMs && (payment === at.payment || (payer.card !== undefined && payer.card === at.payer.card));
    // Where nobody says how the card was read, its approval will do: the chip was just spoken to.
    const isOfChip = payer.entry === "icc" || (payer.entry === undefined && said("txn.rc") === "00");
    const byChip = said("reader.icc_sw") === "9000" || (said("txn.rc") !== undefined && isOfChip);
    return later && atMs - at.atMs <= momentMs && byChip;
  });
}

/** Nothing has come after it yet: the terminal may be on its way through its list. */
const isUnderWay = (at: Happening, happenings: readonly Happening[]): boolean =>
  !happenings.some(({ atMs, payment, said }) => {
    const ended = said("reader.icc_event") === "removed" || said("txn.outcome") !== undefined;
    const again = said("reader.icc_sw") === "6A82" || said("txn.hindrance") !== undefined;
    return atMs > at.atMs && (payment !== at.payment || ended || again);
  });

/** What is a matter of the moment, or of the way through a transaction, is no finding. */
function lastingFinding(happening: Happening, happenings: readonly Happening[]): CardFinding | undefined {
  const found = findingIn(happening);
  const isSilentWord = found === "no_application" && happening.said("txn.hindrance") === undefined;
  const passing =
    (found === "collision" && isPassing(happening, happenings)) ||
    (isSilentWord && (isUnderWay(happening, happenings) || isGoneOn(happening, happenings)));
  return passing ? "none" : found;
}

/** Drawn of the compare signals about findings. */
export function compareFindings(happenings: readonly Happening[], ends: readonly End[]): Drawn {
  const seen = happenings.flatMap((happening) => {
    const finding = lastingFinding(happening, happenings);
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
