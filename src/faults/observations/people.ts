/** What only people know: words of the merchant, and announcements. Whoever says so means it, and asks because of it. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import type { Scalar } from "../../model/signal-shape.ts";
import { unsaid } from "./one-at-a-time.ts";

const words = (is: readonly Scalar[]) =>
  ({ signal: "compare.report", is, unknown: unsaid("compare.report", is, "none") }) as const;
/** Votes: who says something else afterwards takes nothing back. */
const said = (...is: readonly Scalar[]) =>
  ({ when: words(is), class: "told", leak: 1e-5, complaint: true, votes: true }) as const;
/** Said in passing: it makes likelier what the signs speak for. */
const mentioned = (leak: number, ...is: readonly Scalar[]) =>
  ({ when: words(is), class: "human", leak, votes: true }) as const;
/** Votes: an announcement stands beside the next. */
const announced = (leak: number, ...is: readonly Scalar[]) =>
  ({
    when: { signal: "fleet.notice_kind", is, unknown: unsaid("fleet.notice_kind", is, "none") },
    class: "told",
    leak,
    votes: true,
  }) as const;

export const peopleObservations = {
  disaster_told: said("disaster"),
  disaster_announced: announced(1e-4, "disaster"),
  theft_told: said("stolen"),
  damage_told: said("damaged_by_force"),
  keys_told_exposed: said("keys_exposed"),
  keys_announced: announced(1e-4, "keys"),
  terms_announced: announced(1e-4, "terms"),
  maintenance_noticed: announced(0.02, "maintenance"),
  issuer_notice: announced(5e-4, "issuer_maintenance"),
  upgrade_noticed: announced(2e-3, "upgrade"),
  /** What was reversed has been given back already. */
  refund_told: {
    when: {
      all: [
        { signal: "compare.report", is: ["refund_wanted"] },
        { signal: "compare.taken_back", is: [false] },
      ],
    },
    class: "told",
    leak: 1e-5,
    complaint: true,
  },
  refund_told_failing: mentioned(1e-3, "refund_fails"),
  direct_debit_told: said("direct_debit_failed"),
  wrong_goods_told: said("goods_wrong"),
  wrong_amount_told: said("amount_wrong"),
  merchant_data_told: said("merchant_data_wrong"),
  account_under_review: mentioned(1e-3, "account_under_review"),
  terminal_exchanged: mentioned(0.01, "terminal_exchanged"),
  keys_loaded: mentioned(2e-3, "keys_loaded"),
  moved_said: mentioned(0.03, "moved"),
  application_told: mentioned(5e-3, "application_fails"),
  works_elsewhere: mentioned(0.01, "bought_elsewhere"),
} as const satisfies Record<string, ObservationDefinition>;
