/** What is known of the card that was refused last beyond its code: words, its chip, its bank, the other way of reading it. */
import type { ObservationDefinition, Predicate } from "../../model/catalogue.ts";
import type { RefusalMeaning, RefusalWord } from "../../model/signals/meanings.ts";

/** Said by the host beside its code, shown, or told. Where nothing is said it is not known, and decides nothing. */
const said = (...is: readonly RefusalWord[]) =>
  ({ when: { signal: "compare.refusal_words", is }, class: "told", leak: 1e-5 }) as const;

type Simple = Extract<Predicate, { readonly is: unknown }>;

function refused(leak: number, also: Simple, ...is: readonly RefusalMeaning[]) {
  return { when: { all: [{ signal: "compare.refusal", is }, also] }, class: "count", leak } as const;
}

/** Who does not try it leaves it open. */
const untried = ["none"] as const;
const passes: Simple = { signal: "compare.refused_other_way", is: ["approved"], unknown: untried };
const fails: Simple = { signal: "compare.refused_other_way", is: ["refused"], unknown: untried };

export const refusedCardObservations = {
  words_overdue: said("overdue"),
  words_frozen: said("frozen"),
  words_unsettled: said("unsettled"),
  words_below_balance: said("below_balance"),
  words_account_expired: said("account_expired"),
  words_not_activated: said("not_activated"),
  words_dormant: said("dormant"),
  words_discontinued: said("discontinued"),
  words_mismatch: said("info_mismatch"),
  words_abnormal: said("abnormal"),
  words_pin_tries: said("pin_tries"),
  words_risk: said("bank_asks"),
  words_single: said("single_amount"),
  words_too_soon: said("too_soon"),
  words_times_today: said("times_today"),
  words_lost: said("reported_lost"),
  /** The host says expired, and the date on the card has not come. */
  card_in_date: refused(1e-3, { signal: "compare.refused_expiry", is: ["in_date"] }, "card_expired"),
  card_never_used: refused(
    2e-3,
    { signal: "compare.refused_new_card", is: [true] },
    "card_dormant",
    "card_not_activated",
    "card_restricted",
    "do_not_honour",
  ),
  /** Cards of the bank were approved days before, and have no issuer now. */
  bank_paid_before: refused(
    5e-3,
    { signal: "compare.refused_before", is: ["approved"] },
    "no_such_issuer",
    "card_number_invalid",
    "card_restricted",
  ),
  /** With its chip and a PIN the same card is approved. */
  fine_with_pin: refused(
    5e-3,
    passes,
    "extra_authentication",
    "over_count_limit",
    "do_not_honour",
    "security_violation",
    "declined_offline",
  ),
  unknown_both_ways: refused(1e-3, fails, "card_number_invalid", "no_such_account", "card_expired"),
  chip_known_after_keys: refused(2e-3, passes, "card_number_invalid", "no_such_account", "card_expired"),
} as const satisfies Record<string, ObservationDefinition>;
