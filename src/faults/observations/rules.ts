/** Whom the rules of acquirers and banks meet: everybody, one bank, one kind of payment, only large amounts. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import type { RefusalMeaning } from "../../model/signals/meanings.ts";
import { meets, merchantRefusals, one, oneIssuer, several } from "./refusal-questions.ts";

/** What an acquirer says of cards that it does not take. */
const ofIssuers: readonly RefusalMeaning[] = [
  "risk_rule",
  "card_blacklisted",
  "no_such_issuer",
  "not_permitted_to_terminal",
  "not_permitted_to_card",
  "transaction_invalid",
];

/** Who does not come again leaves it open. */
const uncome = ["none"] as const;

export const ruleObservations = {
  merchant_refused_for_many: meets(2e-3, several, ...merchantRefusals),
  merchant_refused_overnight: meets(
    1e-3,
    { signal: "compare.refusal_onset", is: ["after_approvals"] },
    ...merchantRefusals,
  ),
  merchant_refused_since_change: meets(
    1e-3,
    { signal: "compare.refusal_since_change", is: [true] },
    ...merchantRefusals,
    "terminal_unknown",
  ),
  terminal_permission_for_types: meets(
    5e-4,
    { signal: "compare.refusal_types", is: ["several_types"] },
    "not_permitted_to_terminal",
  ),
  terminal_permission_for_entry: meets(
    1e-3,
    { signal: "compare.refusal_entry", is: ["one_way"] },
    "not_permitted_to_terminal",
  ),
  /** The acquirer refuses the cards of one bank, or one of its products, and approves all others. One card tells nothing of it. */
  refused_for_one_issuer: {
    when: {
      all: [
        { signal: "compare.refusal", is: ofIssuers },
        oneIssuer,
        { signal: "compare.refusal_cards", is: ["several_cards", "unclear"], unknown: ["one_card"] },
      ],
    },
    class: "count",
    leak: 1e-3,
  },
  /** Money that goes to the cards cannot be missing on them. */
  refund_short: {
    when: {
      all: [
        { signal: "compare.refusal", is: ["insufficient_funds", "merchant_balance"] },
        { signal: "compare.refusal_type", is: ["refund", "void"] },
      ],
    },
    class: "answer",
    leak: 1e-5,
  },
  terminal_permission_for_card: meets(2e-3, one, "not_permitted_to_terminal"),
  terminal_permission_for_type: meets(
    1e-3,
    { signal: "compare.refusal_types", is: ["one_type"] },
    "not_permitted_to_terminal",
  ),
  amount_for_card: meets(5e-3, one, "over_amount_limit", "amount_invalid"),
  amount_for_any: meets(2e-3, { signal: "compare.refusal_amounts", is: ["any"] }, "over_amount_limit"),
  amount_for_large: meets(
    5e-3,
    { signal: "compare.refusal_amounts", is: ["large_only"] },
    "over_amount_limit",
    "amount_invalid",
    "merchant_limit",
  ),
  amount_in_parts: meets(
    1e-3,
    { signal: "compare.refusal_parts", is: [true] },
    "over_amount_limit",
    "amount_invalid",
    "merchant_limit",
  ),
  amount_for_small: meets(
    1e-3,
    { signal: "compare.refusal_amounts", is: ["small_only"] },
    "amount_invalid",
    "below_minimum",
    "transaction_invalid",
  ),
  /** The same amount goes through by another way of reading the card. */
  amount_for_entry: meets(
    1e-3,
    { signal: "compare.refusal_entry", is: ["one_way"] },
    "over_amount_limit",
    "amount_invalid",
  ),
  amount_for_many: meets(1e-3, several, "over_amount_limit", "amount_invalid", "merchant_limit"),
  card_used_often: { when: { signal: "compare.refusal_uses", above: 2 }, class: "count", leak: 0.02 },
  card_used_just_now: { when: { signal: "compare.refusal_gap_min", below: 35 }, class: "count", leak: 0.02 },
  /** The same card, later the same day: it was the time between, and not the number. */
  fine_after_pause: meets(
    3e-3,
    { signal: "compare.refusal_later", is: ["approved"], unknown: uncome },
    "over_count_limit",
    "too_frequent",
  ),
  /** It was the number, which counts until midnight. */
  refused_all_day: meets(
    2e-3,
    { signal: "compare.refusal_later", is: ["refused"], unknown: uncome },
    "over_count_limit",
  ),
} as const satisfies Record<string, ObservationDefinition>;
