/** What is known of each verb, as data: whether it only reads, and what forbids it. */
import type { VerbName } from "../model/command.ts";

/** What may be under way on the terminal and keeps a verb back. */
export type Hindrance = "payment_running" | "reversal_pending" | "recovery_running";

export interface VerbTerms {
  /** Changes nothing: allowed where the configuration says nothing, and without a clock. */
  readonly reads: boolean;
  readonly keptBackBy: readonly Hindrance[];
}

const money: readonly Hindrance[] = ["payment_running", "reversal_pending"];
/** What goes to the modem or over the network. */
const all: readonly Hindrance[] = [...money, "recovery_running"];

export const verbTerms: Readonly<Record<VerbName, VerbTerms>> = {
  diagnose: { reads: true, keptBackBy: [] },
  read_state: { reads: true, keptBackBy: [] },
  run_test: { reads: true, keptBackBy: all },
  at_read: { reads: true, keptBackBy: all },
  log_tail: { reads: true, keptBackBy: [] },
  hold: { reads: false, keptBackBy: [] },
  release: { reads: false, keptBackBy: [] },
  // Up to 256 KB that the payment would have to share the radio with.
  bundle: { reads: true, keptBackBy: ["payment_running"] },
  recover: { reads: false, keptBackBy: all },
  rotate_keys: { reads: false, keptBackBy: [] },
  // The agent starts anew.
  set_config: { reads: false, keptBackBy: all },
  confirm_config: { reads: false, keptBackBy: [] },
  // It may be a bundle's.
  again: { reads: true, keptBackBy: ["payment_running"] },
};
