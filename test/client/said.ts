/** Says nothing to anybody: keeps what a payment application said, call by call, without what is left out. */

import { sift } from "../../src/client/sift.ts";
import type { Say } from "../../src/client/transaction.ts";

export interface Said {
  readonly say: Say;
  /** What was said since this was asked last; `unfit` values are none. */
  take(): readonly (Readonly<Record<string, unknown>> | "refused")[];
}

export function createSaid(): Said {
  let said: (Readonly<Record<string, unknown>> | "refused")[] = [];
  return {
    say: (facts) => {
      try {
        const { fit, unfit } = sift(typeof facts === "function" ? facts() : facts);
        if (unfit > 0) said.push("refused");
        if (Object.keys(fit).length > 0) said.push(fit);
      } catch {
        said.push("refused");
      }
    },
    take: () => {
      const all = said;
      said = [];
      return all;
    },
  };
}
