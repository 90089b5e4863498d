/** What is done with a card at the counter, what people say of it, and cards that are bad as such. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import type { Scalar } from "../../model/signal-shape.ts";

/** Whoever says so stands beside it. */
const told = (leak: number, is: Scalar) =>
  ({ when: { signal: "compare.counter_words", is: [is] }, class: "human", leak, complaint: true }) as const;

export const counterObservations = {
  /** Once is everyday life. */
  chip_slips: { when: { signal: "compare.icc_slips", above: 1 }, class: "count", leak: 5e-3, complaint: true },
  put_in_wrong_told: told(1e-5, "put_in_wrong"),
  wiped_and_fine: {
    when: { signal: "compare.counter_words", is: ["wiped_and_fine"] },
    class: "human",
    leak: 1e-3,
  },
  flaky_told: told(1e-4, "card_flaky"),
  bad_every_way: {
    when: { signal: "compare.bad_card", is: ["every_way"] },
    class: "count",
    leak: 1e-4,
    complaint: true,
  },
  bad_batch: { when: { signal: "compare.bad_card", is: ["batch"] }, class: "count", leak: 2e-4 },
  expires_soon: {
    when: {
      any: [
        { signal: "txn.expiry", is: ["soon"] },
        { signal: "compare.counter_words", is: ["card_expires_soon"] },
      ],
      ofKnown: true,
    },
    class: "told",
    leak: 1e-5,
    complaint: true,
  },
  stripe_told_incomplete: told(1e-4, "stripe_incomplete"),
  cards_told_together: told(1e-4, "cards_together"),
  procedure_told: {
    when: { signal: "compare.counter_words", is: ["procedure_wrong"] },
    class: "told",
    leak: 1e-5,
    complaint: true,
  },
  /** A void or a refund that names a payment which this terminal does not have. */
  record_missing: {
    when: {
      all: [
        { signal: "compare.obstacle", is: ["record_not_found", "record_mismatch"] },
        { signal: "txn.type", is: ["void", "refund"] },
      ],
    },
    class: "answer",
    leak: 1e-3,
  },
} as const satisfies Record<string, ObservationDefinition>;
