/**
 * Alarms as the local socket and the command line give them: names near the leaves of RFC 8632, snake_case as all that is
 * shown. Times are dates by the wall clock, `2026-11-27T05:30:00Z`, `null` while nobody knows them.
 */
import type { Operator, OperatorState } from "./alarm.ts";
import type { Severity } from "./catalogue.ts";

export interface AlarmView {
  readonly id: number;
  readonly resource: string;
  readonly alarm_type_id: string;
  /** Of a cause that the catalogue does not list, the condition; else empty. */
  readonly alarm_type_qualifier: string;
  /** In the language that was asked for. */
  readonly alarm_text: string;
  /** The last one, kept while it is cleared. */
  readonly perceived_severity: Severity;
  readonly is_cleared: boolean;
  /** False: it was open when the agent ended, and nothing has spoken for or against it since. */
  readonly is_confirmed: boolean;
  readonly is_root_cause: boolean;
  /** ITU-T X.733. */
  readonly event_type: string;
  readonly probable_cause: string;
  /** When it was last raised. */
  readonly probability: number;
  readonly time_created: string | null;
  readonly last_raised: string | null;
  readonly last_changed: string | null;
  /** How far the clock of `last_changed` could be trusted: `none`, `rtc`, `ntp`, `network`. */
  readonly clock: string;
  /** Raises ever, and in the last 24 hours (12: or more); of these, those that were cleared again. */
  readonly occurrences: number;
  readonly raises_24h: number;
  readonly flaps_24h: number;
  /** Three raises in 24 hours. */
  readonly recurrent: boolean;
  /** Three cycles in a minute. */
  readonly chattering: boolean;
  /** Raises since support was last told of one, of which it was not told. */
  readonly untold: number;
  readonly operator_state: OperatorState;
  readonly operator: Operator | "agent" | null;
  readonly operator_time: string | null;
  readonly operator_text: string;
  /** Seconds that it stays on the shelf; `null` when it is on none. */
  readonly shelved_for_s: number | null;
  /** Names of the same trouble before, oldest first. */
  readonly was: readonly { readonly fault: string; readonly text: string; readonly until: string | null }[];
  readonly status_change: readonly {
    readonly time: string | null;
    readonly perceived_severity: Severity | "cleared";
  }[];
  /** Older ones, of which only the number is known. */
  readonly status_changes_dropped: number;
}

export interface AlarmListView {
  /** What lasts first, by severity; then the newest. */
  readonly alarms: readonly AlarmView[];
  /** Entries that are not in this list: cleared, or closed by a person. */
  readonly left_out: number;
}

/** The inventory in numbers. */
export interface AlarmsStatus {
  readonly active: number;
  /** Of the active ones. */
  readonly unacknowledged: number;
  readonly unconfirmed: number;
  readonly shelved: number;
  readonly recurrent: number;
  readonly known: number;
  /** Raises of which support was not told at once, since the agent started. */
  readonly withheld: number;
  /** Entries that had to go for others, ever. */
  readonly forgotten: number;
  /** Since the agent started. */
  readonly file: { readonly written: number; readonly failed: number; readonly set_aside: number };
}
