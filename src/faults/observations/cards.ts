/** What readers see of cards: one card or several, one try or all, and what a chip says of itself. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import type { CardFinding } from "../../model/signals/meanings.ts";

/** The newest finding that still matters. */
const found = (leak: number, ...is: readonly CardFinding[]) =>
  ({ when: { signal: "compare.finding", is }, class: "answer", leak, complaint: true }) as const;

/** Somebody stands at the counter with it. */
const count = (when: ObservationDefinition["when"], leak: number) =>
  ({ when, class: "count", leak, complaint: true }) as const;
const compared = (when: ObservationDefinition["when"], leak: number) => ({ when, class: "count", leak }) as const;
/** Told of when somebody does as he is asked. */
const otherCard = { test: "try_other_card" } as const;
const again = { test: "insert_again" } as const;

export const cardObservations = {
  chip_of_card: { ...compared({ signal: "compare.icc_cards", is: ["one_card"] }, 5e-3), ...otherCard },
  chip_of_many: { ...compared({ signal: "compare.icc_cards", is: ["several_cards"] }, 1e-3), ...otherCard },
  /** Some card fails, and there is none to compare it with. */
  chip_fails: count(
    {
      any: [
        { signal: "compare.icc_retry", is: ["fails_again", "fails_each_time", "recovered_later"] },
        { signal: "compare.icc_cards", is: ["one_card", "several_cards"] },
        { signal: "compare.hindrance", is: ["chip_failed"] },
      ],
    },
    2e-3,
  ),
  chip_all_fail: { ...count({ signal: "compare.icc_reads", is: ["all_fail"] }, 3e-4), ...otherCard },
  chip_some_fail: count({ signal: "compare.icc_reads", is: ["some_fail"] }, 5e-4),
  /** Everyday life: nobody is known to suffer. */
  chip_recovered_at_once: { ...compared({ signal: "compare.icc_retry", is: ["recovered_at_once"] }, 0.05), ...again },
  /** While it fails nobody knows whether wiping will help. */
  chip_recovered_later: {
    ...count(
      { signal: "compare.icc_retry", is: ["recovered_later"], unknown: ["fails_again", "fails_each_time"] },
      2e-3,
    ),
    ...again,
  },
  chip_fails_again: {
    ...count({ signal: "compare.icc_retry", is: ["fails_again", "fails_each_time"] }, 2e-3),
    ...again,
  },
  chip_fails_each_time: {
    ...count({ signal: "compare.icc_retry", is: ["fails_each_time"], unknown: ["fails_again"] }, 1e-3),
    ...again,
  },
  stripe_of_card: { ...compared({ signal: "compare.mag_cards", is: ["one_card"] }, 2e-3), ...otherCard },
  stripe_of_many: { ...count({ signal: "compare.mag_cards", is: ["several_cards"] }, 1e-3), ...otherCard },
  stripe_all_fail: { ...count({ signal: "compare.mag_reads", is: ["all_fail"] }, 3e-4), ...otherCard },
  stripe_some_fail: count({ signal: "compare.mag_reads", is: ["some_fail"] }, 5e-4),
  stripe_empty: count({ signal: "compare.mag_trouble", is: ["no_data"] }, 1e-3),
  stripe_garbled: count({ signal: "compare.mag_trouble", is: ["garbled"] }, 2e-3),
  stripe_short: count({ signal: "compare.mag_trouble", is: ["short"] }, 5e-4),
  touch_of_card: { ...compared({ signal: "compare.nfc_cards", is: ["one_card"] }, 0.02), ...otherCard },
  touch_of_many: { ...count({ signal: "compare.nfc_cards", is: ["several_cards"] }, 2e-3), ...otherCard },
  touch_all_fail: { ...count({ signal: "compare.nfc_reads", is: ["all_fail"] }, 5e-4), ...otherCard },
  chip_blocked: found(2e-5, "blocked", "declined_by_chip"),
  chip_pin_blocked: found(2e-5, "pin_blocked"),
  chip_pin_wrong: found(2e-5, "pin_wrong"),
  chip_expired: found(2e-5, "expired"),
  chip_too_early: found(2e-5, "not_yet_valid"),
  chip_data_bad: found(2e-5, "data_error"),
  chip_not_proved: found(2e-5, "authentication_failed"),
  chip_unsupported: found(2e-5, "no_application"),
  chip_memory_bad: found(2e-5, "memory_fault", "line_error"),
  chip_service_refused: found(2e-5, "service_not_allowed"),
  card_on_list: found(2e-5, "on_exception_list"),
  pinpad_wanted: found(2e-5, "pinpad_missing"),
  other_interface_asked: found(2e-5, "other_interface"),
  cards_collide: found(2e-5, "collision"),
  /** One card after the other is too old or too young: the calendar is wrong, not the cards. */
  dates_wrong_for_many: count(
    {
      all: [
        { signal: "compare.finding", is: ["expired", "not_yet_valid"] },
        { signal: "compare.finding_cards", is: ["several_cards"] },
      ],
    },
    1e-4,
  ),
  chip_card_swiped: count({ signal: "compare.swipes_of_chip_cards", above: 0 }, 2e-3),
  swiped_untried: compared({ signal: "compare.chip_failed_before_swipe", is: [false] }, 2e-3),
  swiped_after_failure: compared({ signal: "compare.chip_failed_before_swipe", is: [true] }, 2e-3),
  /** The application's own words for it, beside what the reader sees. */
  removal_told: {
    when: { signal: "compare.hindrance", is: ["card_removed"] },
    class: "answer",
    leak: 1e-4,
  },
  pulled_early: count({ signal: "compare.early_removals", above: 0 }, 5e-4),
  /** The newest payment; the next one may be another matter. */
  broken_off: {
    when: { signal: "compare.hindrance", is: ["cancelled", "input_timeout", "no_card_in_time"] },
    class: "answer",
    leak: 1e-4,
    complaint: true,
  },
  broken_off_often: count({ signal: "compare.cancellations", above: 2 }, 1e-3),
} as const satisfies Record<string, ObservationDefinition>;
