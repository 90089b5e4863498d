/** What answers and cards can mean: the words that comparisons and the catalogue share. */

/**
 * What an acquirer's response code (field 39), or a code that the terminal writes itself, means. `none`: approved. `other`:
 * a code that the tables do not hold; no meaning is invented for it.
 */
export const refusalMeanings = [
  "none",
  "other",
  "do_not_honour",
  "merchant_unknown",
  "merchant_frozen",
  "merchant_balance",
  "merchant_limit",
  "pick_up_card",
  "issuer_error",
  "result_unknown",
  "transaction_invalid",
  "amount_invalid",
  "card_number_invalid",
  "no_such_issuer",
  "read_again",
  "card_dormant",
  "state_mismatch",
  "data_error",
  "card_expired",
  "fraud",
  "card_restricted",
  "pin_tries_over",
  "no_such_account",
  "not_permitted_to_card",
  "fallback_refused",
  "insufficient_funds",
  "pin_wrong",
  "not_permitted_to_terminal",
  "card_check_failed",
  "security_violation",
  "over_amount_limit",
  "over_count_limit",
  "too_frequent",
  "below_minimum",
  "issuer_silent",
  "mac_wrong",
  "pin_block_wrong",
  "signin_first",
  "card_not_activated",
  "settle_first",
  "cutover",
  "issuer_out",
  "switch_fault",
  "terminal_unknown",
  "terminal_asleep",
  "place_not_allowed",
  "maintenance",
  "parameters_old",
  "batch_mismatch",
  "card_blacklisted",
  "risk_rule",
  "version_too_old",
  "account_abnormal",
  "extra_authentication",
  "declined_offline",
  "no_link_offline",
] as const;

/** What a chip, its verification results or the reader say of one card. */
export const cardFindings = [
  "none",
  "blocked",
  "pin_blocked",
  "pin_wrong",
  "expired",
  "not_yet_valid",
  "data_error",
  "authentication_failed",
  "no_application",
  "pinpad_missing",
  "service_not_allowed",
  "on_exception_list",
  "memory_fault",
  "other_interface",
  "declined_by_chip",
  "collision",
  "removed",
  "line_error",
  "program_error",
] as const;

export type RefusalMeaning = (typeof refusalMeanings)[number];
export type CardFinding = (typeof cardFindings)[number];

/**
 * What is said in words of a refusal, finer than its code. `unclear`: nothing that tells causes apart was said; `none`: nothing
 * is refused.
 */
export const refusalWords = [
  "none",
  "unclear",
  "overdue",
  "frozen",
  "unsettled",
  "below_balance",
  "account_expired",
  "not_activated",
  "dormant",
  "discontinued",
  "info_mismatch",
  "abnormal",
  "pin_tries",
  "bank_asks",
  "single_amount",
  "too_soon",
  "times_today",
  "reported_lost",
] as const;
export type RefusalWord = (typeof refusalWords)[number];
