/** One alarm of the inventory: a fault of one resource, raised, changed and cleared over and over (RFC 8632, 3.1 to 3.6). */
import type { Operator, OperatorState } from "../model/alarm.ts";
import type { Severity } from "../model/catalogue.ts";
import type { Instant } from "./instant.ts";

/** RFC 8632, list status-change. */
export interface StatusChange {
  readonly at: Instant;
  readonly severity: Severity | "cleared";
}

/** RFC 8632, list operator-state-change. */
export interface OperatorChange {
  readonly at: Instant;
  readonly state: OperatorState;
  /** `agent`: the alarm was raised again, and what was said of it before is over. */
  readonly by: Operator | "agent";
  readonly note: string;
  /** How long it is shelved; 0 when it is not. */
  readonly hours: number;
}

/** What the same trouble was taken for until then. */
export interface FormerName {
  readonly fault: string;
  readonly until: Instant;
}

export interface Alarm {
  /** Counts up for ever; a number is never used again. */
  readonly id: number;
  /** Fault of the catalogue, or `unlisted.<condition or family>`: names resource, type and qualifier (kind.ts). */
  readonly fault: string;
  /** When it was last raised or changed; kept while it is cleared. */
  readonly severity: Severity;
  readonly isCleared: boolean;
  /** False: it was open when the agent ended, and nothing has spoken for or against it since. */
  readonly isConfirmed: boolean;
  /** Whether it brings others about, or is brought about by the alarm beside it. */
  readonly isRootCause: boolean;
  /** When it was last raised. */
  readonly probability: number;
  /** Observations that spoke for it. */
  readonly signs: readonly string[];
  readonly created: Instant;
  readonly lastRaised: Instant;
  readonly lastChanged: Instant;
  /** Raises ever. */
  readonly occurrences: number;
  /** The newest raises, newest last. */
  readonly raises: readonly Instant[];
  readonly changes: readonly StatusChange[];
  readonly changesDropped: number;
  readonly was: readonly FormerName[];
  readonly operations: readonly OperatorChange[];
  /** The raise that support was told of last. */
  readonly told: { readonly at: Instant; readonly severity: Severity } | null;
  /** Raises since then. */
  readonly untold: number;
}

/** Items of each list; of all but the alarms the oldest go first. */
export const bounds = {
  alarms: 48,
  raises: 12,
  changes: 8,
  was: 3,
  operations: 3,
  signs: 4,
  fileBytes: 131_072,
} as const;

export const ranks: Readonly<Record<Severity, number>> = { warning: 1, minor: 2, major: 3, critical: 4 };
