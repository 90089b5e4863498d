/** What only people know: words of the merchant, and announcements. Whoever says so means it, and asks because of it. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import type { Scalar } from "../../model/signal-shape.ts";

const said = (...is: readonly Scalar[]) =>
  ({ when: { signal: "compare.report", is }, class: "told", leak: 1e-5, complaint: true }) as const;
const announced = (...is: readonly Scalar[]) =>
  ({ when: { signal: "fleet.notice_kind", is }, class: "state", leak: 1e-4 }) as const;

export const peopleObservations = {
  disaster_told: said("disaster"),
  disaster_announced: announced("disaster"),
  theft_told: said("stolen"),
  damage_told: said("damaged_by_force"),
  keys_told_exposed: said("keys_exposed"),
  keys_announced: announced("keys"),
  terms_announced: announced("terms"),
  refund_told: said("refund_wanted"),
  direct_debit_told: said("direct_debit_failed"),
  wrong_goods_told: said("goods_wrong"),
  wrong_amount_told: said("amount_wrong"),
  merchant_data_told: said("merchant_data_wrong"),
} as const satisfies Record<string, ObservationDefinition>;
