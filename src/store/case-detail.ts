/** What is kept of a case beside its columns, as JSON in `cases.detail`: whoever shows a case reads it with this shape. */
import type { Reading } from "../model/reading.ts";
import type { Received } from "../report/received.ts";

/** `atMs`: milliseconds since 1970, by what was known of the terminal's clock. */
export type KeptReading = Received<Reading>;

export interface CaseDetail {
  readonly party: readonly string[];
  /** Strongest first. */
  readonly evidence: readonly {
    readonly id: string;
    readonly weight: number;
    readonly readings: readonly KeptReading[];
  }[];
  readonly ruledOut: readonly RuledOutGroup[];
  /** Readings around the event; empty where only the fault set told of the case. */
  readonly snapshot: readonly KeptReading[];
}

/** Faults that one observation speaks against. */
export interface RuledOutGroup {
  readonly because: string;
  readonly holds: boolean;
  readonly faults: readonly string[];
  readonly readings: readonly KeptReading[];
}
