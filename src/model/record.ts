/** Record: what leaves the terminal. Numbered and dated so that a consumer can prove that it has everything. */

import type { Recurrence } from "./alarm.ts";
import type { Attempt } from "./attempt.ts";
import type { Case, CaseEvent, Rival } from "./case.ts";
import type { CommandUpdate, ResultChunk } from "./command.ts";
import type { Heartbeat, Standing } from "./data-use.ts";
import type { DroppedNumbers } from "./dropped.ts";
import type { Measures } from "./measures.ts";
import type { Reading } from "./reading.ts";

/** How far the wall clock can be trusted. */
export type ClockQuality = "none" | "rtc" | "ntp" | "network" | "host";

export interface Stamp {
  /** 16 hexadecimal digits, new for every boot of the terminal and for every new outbox. */
  readonly boot: string;
  /** 1, 2, 3 … within the boot, without gaps. */
  readonly seq: number;
  readonly wallMs: number;
  readonly monoMs: number;
  readonly clock: ClockQuality;
}

export interface TerminalIdentity {
  readonly tenant: string;
  readonly serial: string;
  readonly agentVersion: string;
  readonly catalogueHash: string;
  /** Manufacturer, model and firmware as the modem gave them; empty until it has. */
  readonly modem: { readonly manufacturer: string; readonly model: string; readonly revision: string };
  /** Where and for whom it stands; absent where nothing is known of it. */
  readonly place?: Place;
  /** Signed data in use, `acme-12`; absent where none is. */
  readonly dataPack?: string;
  /** What was tried after it and given up. */
  readonly dataGivenUp?: string;
  /** Its configuration is of no use, and it runs with the last good one. */
  readonly configFellBack?: true;
}

/** By which terminals are compared: aliases as configured, and the SIM's home network (country and network code). */
export interface Place {
  readonly shop?: string;
  readonly region?: string;
  readonly acquirer?: string;
  readonly carrier?: string;
}

/** Priority classes: what may be dropped last comes first. */
export const recordClasses = ["fault", "reply", "state", "metric"] as const;
export type RecordClass = (typeof recordClasses)[number];

export interface Dropped extends DroppedNumbers {
  readonly boot: string;
  readonly class: RecordClass;
}

export type Body =
  | {
      readonly kind: "case";
      readonly event: CaseEvent;
      readonly snapshot: readonly Reading[];
      /** Left away where there is nothing to tell. */
      readonly recurrence?: Recurrence;
    }
  | { readonly kind: "dropped"; readonly dropped: readonly Dropped[] }
  | { readonly kind: "started"; readonly terminal: TerminalIdentity }
  | { readonly kind: "attempt"; readonly attempt: Attempt }
  | { readonly kind: "command"; readonly update: CommandUpdate }
  | { readonly kind: "chunk"; readonly chunk: ResultChunk }
  | { readonly kind: "heartbeat"; readonly heartbeat: Heartbeat }
  | { readonly kind: "measures"; readonly measures: Measures };

export interface Report {
  readonly stamp: Stamp;
  readonly body: Body;
  /** How much was sent when it was written, and why. Left away: everything. */
  readonly standing?: Standing | undefined;
}

/** The full set of open cases; the epoch rises with every change, so a lost event heals itself. */
export interface FaultSet {
  readonly boot: string;
  readonly epoch: number;
  /** Highest sequence number this set covers. */
  readonly coversSeq: number;
  readonly cases: readonly Case[];
  /** Absent: nothing is wrong, or what is has a name, or it is too early to say that it has none. */
  readonly unsure?: Unsure | undefined;
}

/** Something is wrong, and no cause is likelier than not. */
export interface Unsure {
  /** Monotonic milliseconds. */
  readonly sinceMs: number;
  /** Likeliest first. */
  readonly candidates: readonly Rival[];
}
