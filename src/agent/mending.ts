/** The recovery ladder, connected: what it may do comes from the configuration, what it does goes to support and to memory. */
import type { Diagnosis } from "../model/case.ts";
import { createRecovery, type Recovery } from "../recovery/runner.ts";
import type { Parts } from "./agent.ts";
import { usesPort } from "./settings.ts";
import type { Site } from "./site.ts";

interface Needed extends Pick<Parts, "memory" | "thinker" | "probes" | "reporter"> {
  diagnosis(): Diagnosis;
}

const likely = 0.5;

/** Undefined where it is switched off, or no port to a modem is used. `parts` is called while it runs, never before. */
export function createMending(
  { config, clock, log }: Site,
  { memory, thinker, probes, reporter, diagnosis }: Needed,
): Recovery | undefined {
  if (!config["recovery.enabled"] || !usesPort(config)) return undefined;
  return createRecovery({
    ...{ clock, log },
    ledger: memory.ledger,
    perDay: {
      reattach: config["recovery.reattach_per_day"],
      radio: config["recovery.radio_per_day"],
      reset: config["recovery.reset_per_day"],
    },
    recipe: () => probes.modem.recovery(),
    perform: (command) => probes.modem.perform(command),
    faults: () => [
      ...thinker.cases.open().map(({ verdict }) => verdict.fault),
      ...diagnosis().verdicts.flatMap(({ fault, probability }) => (probability >= likely ? [fault] : [])),
    ],
    onBreak: () => memory.excuse(),
    onAttempt: (attempt) => void reporter.append("state", { kind: "attempt", attempt }),
  });
}

export interface Mending {
  readonly ended: Promise<void>;
  /** For the probes: the ladder gives back through them what it has taken away, so they must outlive it. */
  readonly over: AbortSignal;
}

export function runMending(recovery: Recovery | undefined, stop: AbortSignal): Mending {
  if (!recovery) return { ended: Promise.resolve(), over: stop };
  const over = new AbortController();
  return { ended: recovery.run(stop).finally(() => over.abort()), over: over.signal };
}
