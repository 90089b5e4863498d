/** Verdict, Diagnosis and Case: what the engine concludes, and the life of one conclusion. */
import type { Party, Severity } from "./catalogue.ts";
import type { Reading } from "./reading.ts";

/** How far the newest transaction got. */
export type Progress = "not_sent" | "sent_no_answer" | "answered" | "approved" | "none";

export interface Support {
  /** Observation id. */
  readonly id: string;
  readonly readings: readonly Reading[];
  /** Change of the fault's log-odds if this evidence were not there, in nats. */
  readonly weight: number;
}

export interface Verdict {
  /** Fault id of the catalogue, or `unlisted.<condition or family>` for a cause that it does not list. */
  readonly fault: string;
  readonly probability: number;
  readonly severity: Severity;
  readonly party: readonly Party[];
  /** Strongest first. */
  readonly evidence: readonly Support[];
}

/** A fault the evidence speaks against, and the observation that does so most. */
export interface RuledOut {
  readonly fault: string;
  readonly because: string;
  /** Whether that observation holds, or speaks by not holding. */
  readonly holds: boolean;
  readonly readings: readonly Reading[];
}

/** A fault that explains the signs less well than the verdicts do, and is not excluded. */
export interface Rival {
  readonly fault: string;
  readonly probability: number;
}

/** Each in seconds of machine time, but the bytes. */
export interface CostParts {
  readonly seconds: number;
  readonly bytes: number;
  readonly disturbance: number;
  /** A person's time. */
  readonly person: number;
}

export interface NextTest {
  readonly test: string;
  /** Seconds, with bytes, disturbance and a person's time converted. */
  readonly cost: number;
  readonly costParts: CostParts;
  /** The faults this test tells apart. */
  readonly separates: readonly string[];
}

export interface Diagnosis {
  readonly atMs: number;
  readonly progress: Progress;
  /** What is likelier than not, and hints; where `unknown` is true the candidates. By rank. */
  readonly verdicts: readonly Verdict[];
  /** Likeliest first. */
  readonly rivals: readonly Rival[];
  readonly ruledOut: readonly RuledOut[];
  /** Something is wrong and no cause is likelier than not. */
  readonly unknown: boolean;
  readonly nextTests: readonly NextTest[];
}

/** One fault opened, changed or closed. */
export interface Case {
  /** Counts up per boot. */
  readonly id: number;
  readonly verdict: Verdict;
  readonly ruledOut: readonly RuledOut[];
  readonly openedAtMs: number;
  readonly changedAtMs: number;
  /** How often the same fault has been opened since boot. */
  readonly occurrence: number;
}

export interface CaseEvent {
  readonly kind: "opened" | "changed" | "closed";
  readonly atMs: number;
  readonly case: Case;
}
