/**
 * What holds until the application says otherwise, and which an agent that was started again, or missed a message, must hear
 * again: that a payment runs, that a reversal is open, states of printer, PIN pad and keys. Events never stand.
 */
import type { Observed } from "../ipc/observation.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";

export interface Standing {
  note(observed: Observed): void;
  /** Signal → value; undefined when nothing stands. */
  facts(): Readonly<Record<string, Scalar>> | undefined;
  readonly occupied: boolean;
}

const stands: ReadonlySet<SignalId> = new Set<SignalId>([
  "txn.running",
  "txn.reversal_state",
  "printer.state",
  "reader.status",
  "key.pinpad",
  "key.master_key_present",
  "device.tamper",
  "sw.app_version",
  "sw.min_required_version",
  "sw.settle_first",
]);

/** Said again later, "the reversal was done" would be believed of a reversal that came after it. */
function isOver(signal: SignalId, value: Scalar | null): boolean {
  return signal === "txn.reversal_state" && value !== "pending" && value !== "sent";
}

export function createStanding(): Standing {
  const held = new Map<SignalId, Scalar>();
  return {
    note: ({ signal, value }) => {
      if (!stands.has(signal)) return;
      if (value === null || isOver(signal, value)) held.delete(signal);
      else held.set(signal, value);
    },
    facts: () => (held.size > 0 ? Object.fromEntries(held) : undefined),
    get occupied() {
      return held.size > 0;
    },
  };
}
