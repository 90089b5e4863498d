/** Where the money is, and what prints the slip. Whoever says so knows: the payment application. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import type { Scalar } from "../../model/signal-shape.ts";

const told = (when: ObservationDefinition["when"], leak: number) =>
  ({ when, class: "told", leak, complaint: true }) as const;
const reversal = (...is: readonly Scalar[]) => told({ signal: "txn.reversal_state", is }, 1e-5);

export const moneyObservations = {
  approval_unprinted: told({ signal: "compare.unprinted_approval", is: [true] }, 1e-5),
  result_open: told({ signal: "compare.result_unknown", is: [true] }, 1e-5),
  result_said_open: {
    when: { signal: "compare.refusal", is: ["result_unknown"] },
    class: "answer",
    leak: 1e-5,
    complaint: true,
  },
  reversal_waiting: reversal("pending", "sent"),
  reversal_done: reversal("ok"),
  reversal_given_up: reversal("failed"),
  approved_twice: told({ signal: "compare.double_approval", is: [true] }, 1e-5),
} as const satisfies Record<string, ObservationDefinition>;
