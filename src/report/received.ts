/** What a reader of the wire has: the model's shapes, with open word lists, because the sender may be newer. */
import type { Recurrence } from "../model/alarm.ts";
import type { Attempt } from "../model/attempt.ts";
import type { CaseEvent } from "../model/case.ts";
import type { CommandUpdate, ResultChunk } from "../model/command.ts";
import type { Standing } from "../model/data-use.ts";
import type { DroppedNumbers } from "../model/dropped.ts";
import type { Measures } from "../model/measures.ts";
import type { Reading } from "../model/reading.ts";
import type { Dropped, FaultSet, Stamp, TerminalIdentity } from "../model/record.ts";
import type { ReceivedDataUse, ReceivedHeartbeat } from "./heartbeat-wire.ts";
import type { Moment } from "./moment.ts";
import type { Alive, Birth } from "./state.ts";

/** The same shape with every named word widened to a string; a number that no word stands for is `unknown_<number>`. */
export type Received<T> = T extends string
  ? string
  : T extends number | boolean | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Received<Item>[]
      : { readonly [Key in keyof T]: Received<T[Key]> };

export type ReceivedDropped = DroppedNumbers & Received<Pick<Dropped, "boot" | "class">>;

export type ReceivedBody =
  | {
      readonly kind: "case";
      readonly event: Received<CaseEvent>;
      readonly snapshot: readonly Received<Reading>[];
      readonly leftOut: number;
      /** Absent: raised once in the last 24 hours; so from an agent that does not count. */
      readonly recurrence?: Recurrence;
    }
  | { readonly kind: "dropped"; readonly dropped: readonly ReceivedDropped[] }
  | { readonly kind: "started"; readonly terminal: TerminalIdentity }
  | { readonly kind: "attempt"; readonly attempt: Received<Attempt> }
  | { readonly kind: "command"; readonly update: Received<CommandUpdate> }
  | { readonly kind: "chunk"; readonly chunk: ResultChunk }
  | { readonly kind: "heartbeat"; readonly heartbeat: ReceivedHeartbeat }
  | { readonly kind: "measures"; readonly measures: Received<Measures> }
  /** A body that this version does not know. */
  | { readonly kind: "unknown" };

export interface ReceivedReport {
  readonly stamp: Received<Stamp>;
  readonly body: ReceivedBody;
  /** Absent: everything was sent when it was written. */
  readonly standing?: Received<Standing> | undefined;
}

export type ReceivedBirth = Omit<Birth, "data"> & {
  readonly moment: Received<Moment>;
  readonly data?: ReceivedDataUse | undefined;
};
export type ReceivedAlive = Alive & { readonly moment: Received<Moment> };
export type ReceivedFaultSet = Received<FaultSet> & { readonly moment: Received<Moment>; readonly leftOut: number };

export type Refusal = "empty" | "too_large" | "malformed" | "incomplete";

export type Decoded<T> =
  | { readonly kind: "ok"; readonly value: T }
  | { readonly kind: "refused"; readonly reason: Refusal };
