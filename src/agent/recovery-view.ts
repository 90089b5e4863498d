/** The recovery ladder as the local socket gives it. */
import type { RecoveryView } from "../model/view.ts";
import type { Step } from "../recovery/ladder.ts";
import type { RecoveryStatus } from "../recovery/runner.ts";

const states: Readonly<Record<Step["kind"], RecoveryView["state"]>> = {
  rest: "rest",
  wait: "waiting",
  held: "held",
  spent: "spent",
  try: "trying",
};

/** Without a status: switched off. */
export function recoveryView(status: RecoveryStatus | undefined, nowMs: number): RecoveryView {
  if (!status) return { state: "off", fault: null, held_by: null, today: {}, last: null };
  const { step, trying, spent, last } = status;
  return {
    state: trying === undefined ? states[step.kind] : "trying",
    fault: step.kind === "rest" ? null : step.fault,
    held_by: step.kind === "held" ? step.by : null,
    today: spent,
    last: last
      ? {
          rung: last.rung,
          fault: last.fault,
          helped: last.helped,
          age_s: Math.round((nowMs - last.startedAtMs) / 1_000),
        }
      : null,
  };
}
