/** Which refusal the comparison is about. */
import type { RefusalMeaning } from "../model/signals/meanings.ts";
import type { Payer } from "./happening.ts";
import type { End } from "./past.ts";
import { type Answer, kindOf } from "./refusals.ts";
import { type Newest, newestOf } from "./scope.ts";
import { isNamed, type Spoken } from "./spoken.ts";

const dayMs = 86_400_000;

/** What a number in a table refuses it refuses for days. */
const lasting: readonly RefusalMeaning[] = [
  "merchant_unknown",
  "merchant_frozen",
  "not_permitted_to_terminal",
  "terminal_unknown",
  "terminal_asleep",
  "place_not_allowed",
  "no_such_issuer",
  "card_blacklisted",
  "version_too_old",
  "parameters_old",
];
const reachOf = ({ meaning }: Answer): number => (lasting.includes(meaning) ? 3 * dayMs : 7_200_000);

type Trouble = Answer & { readonly kind: RefusalMeaning | undefined };

/** Of the way to an issuer, and not of a card: whoever pays by the same card, or one of the same bank, has found it open. */
const ofTheWay: readonly RefusalMeaning[] = ["issuer_out", "issuer_silent", "switch_fault", "maintenance", "cutover"];
/** Of the terminal: whoever pays at all. */
const ofTheTerminal: readonly RefusalMeaning[] = ["signin_first", "settle_first", "terminal_asleep"];

/** What one customer wants, and how. */
const isAsMuch = (asked: Payer, paid: Payer): boolean =>
  asked.type === paid.type && asked.entry === paid.entry && (paid.amountFen ?? 0) >= (asked.amountFen ?? 0);

function finds(asked: Answer, { payer: other }: Answer): boolean {
  const { meaning, payer } = asked;
  if (ofTheTerminal.includes(meaning)) return true;
  const isSameCard = payer.card !== undefined && payer.card === other.card;
  if (!ofTheWay.includes(meaning)) return isSameCard && isAsMuch(payer, other);
  return isSameCard || (payer.issuer !== undefined && payer.issuer === other.issuer);
}

const isOpenAgain = (refused: Answer, answers: readonly Answer[]): boolean =>
  answers.some((each) => each.atMs > refused.atMs && each.meaning === "none" && finds(refused, each));

/** The newest refusal that still matters, or that somebody names. */
export function newestRefusal(
  answers: readonly Answer[],
  ends: readonly End[],
  spoken: readonly Spoken[],
): Newest<Answer> | undefined {
  const items = answers.map((answer): Trouble => ({ ...answer, kind: kindOf(answer) }));
  return newestOf<RefusalMeaning, Trouble>(items, ends, {
    reachOf,
    isNamed: (refused) => isNamed(refused, spoken) && !isOpenAgain(refused, answers),
    isRule: ({ meaning }) => lasting.includes(meaning) || meaning === "over_count_limit" || meaning === "too_frequent",
  });
}
