/** What is to be done for a command, and what comes of doing it: the seam between this folder and the agent. */
import type { Verb } from "../model/command.ts";

export interface Task {
  readonly id: string;
  /** What was done before is not done again: that is answered without the agent. */
  readonly verb: Exclude<Verb, { kind: "again" }>;
  /** Aborts at the deadline, and when the agent is to end. */
  readonly stop: AbortSignal;
  /** Tells on the way what was done last, in one word. */
  step(word: string): void;
}

/** `result`: JSON. `reason`: a word of ours. */
export type Done =
  | { readonly kind: "done"; readonly result?: unknown }
  | { readonly kind: "failed"; readonly reason: string };

/** Rejects for a bug only. */
export type Execute = (task: Task) => Promise<Done>;
