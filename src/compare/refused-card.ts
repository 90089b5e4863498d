/** The card that was refused last: what its chip shows, how it fared read in another way, and how its bank's cards did before. */
import type { Drawn } from "./drawn.ts";
import type { Happening } from "./happening.ts";
import type { Answer } from "./refusals.ts";
import { type Spoken, wordFor } from "./spoken.ts";

const dayMs = 86_400_000;
/** Whoever is refused in one way tries the other at once. */
const otherWayMs = 1_800_000;

/** EMV Book 3 Annex C5: byte 2 bit 7, the application has expired; bit 4, the card is new. */
const hasBit = (bits: string, bit: string): boolean => bits.split(",").includes(bit);

function bitsOf(refused: Answer, happenings: readonly Happening[]): readonly string[] {
  return happenings.flatMap(({ payment, payer, said, atMs }) => {
    const isOwn = payment === refused.payment || (payer.card !== undefined && payer.card === refused.payer.card);
    const bits = isOwn && Math.abs(atMs - refused.atMs) <= dayMs ? said("reader.tvr_bits") : undefined;
    return typeof bits === "string" ? [bits] : [];
  });
}

function expiryOf(refused: Answer, happenings: readonly Happening[]): "in_date" | "over" | "unclear" {
  const told = happenings.findLast(
    ({ payment, said }) => payment === refused.payment && said("txn.expiry") !== undefined,
  );
  if (told) return told.said("txn.expiry") === "expired" ? "over" : "in_date";
  const bits = bitsOf(refused, happenings);
  if (bits.length === 0) return "unclear";
  return bits.some((each) => hasBit(each, "B2b7")) ? "over" : "in_date";
}

/** The same card read in another way soon after. */
function otherWay(refused: Answer, answers: readonly Answer[]): "none" | "approved" | "refused" | "unclear" {
  const { card, entry } = refused.payer;
  if (card === undefined || entry === undefined) return "unclear";
  const own = answers.filter(({ payer, atMs }) => payer.card === card && Math.abs(atMs - refused.atMs) <= otherWayMs);
  const others = own.filter(({ payer }) => payer.entry !== undefined && payer.entry !== entry);
  if (others.length === 0) return "none";
  return others.some(({ meaning, atMs }) => meaning === "none" && atMs > refused.atMs) ? "approved" : "refused";
}

/** Whether cards of the bank were approved a day and more before. */
function before(refused: Answer, answers: readonly Answer[]): "approved" | "unclear" {
  const { issuer, card } = refused.payer;
  const known = answers.some(({ meaning, payer, atMs }) => {
    const same = (issuer !== undefined && payer.issuer === issuer) || (card !== undefined && payer.card === card);
    return meaning === "none" && same && refused.atMs - atMs >= dayMs;
  });
  return known ? "approved" : "unclear";
}

/** What the host said beside the code, each time that it refused so. */
function textsOf({ meaning }: Answer, answers: readonly Answer[]): readonly string[] {
  return answers
    .flatMap((other) => (other.meaning === meaning && other.text !== undefined ? [other.text] : []))
    .slice(-4);
}

interface Surroundings {
  readonly answers: readonly Answer[];
  readonly happenings: readonly Happening[];
  readonly talk: readonly Spoken[];
}

/** Drawn of the compare signals about the refused card. */
export function compareRefusedCard(refused: Answer | undefined, { answers, happenings, talk }: Surroundings): Drawn {
  if (!refused) {
    return [
      ["compare.refusal_words", "none"],
      ["compare.refused_expiry", "unclear"],
      ["compare.refused_new_card", false],
      ["compare.refused_other_way", "none"],
      ["compare.refused_before", "unclear"],
    ];
  }
  const bits = bitsOf(refused, happenings);
  return [
    ["compare.refusal_words", wordFor(refused, textsOf(refused, answers), talk)],
    ["compare.refused_expiry", expiryOf(refused, happenings)],
    ["compare.refused_new_card", bits.some((each) => hasBit(each, "B2b4"))],
    ["compare.refused_other_way", otherWay(refused, answers)],
    ["compare.refused_before", before(refused, answers)],
  ];
}
