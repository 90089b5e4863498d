/** The second step: what a terminal says of its signed data and its configuration. It has been released, so it is never changed. */
import type { TableWords } from "../dialect.ts";

export const standingColumns = {
  ...{ data_pack: "text?", data_given_up: "text?", config_fell_back: "int=0" },
} as const satisfies TableWords["columns"];
