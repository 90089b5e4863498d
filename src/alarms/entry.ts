/** What may become of one alarm: raised, confirmed, changed, cleared, spoken of by a person. Each answers the alarm as it is then. */
import type { Severity } from "../model/catalogue.ts";
import { type Alarm, bounds, type OperatorChange, ranks } from "./alarm.ts";
import { type Instant, instantOf, type Now } from "./instant.ts";
import { withRaise } from "./rhythm.ts";

/** A case as the inventory sees it. */
export interface Raise {
  readonly fault: string;
  readonly severity: Severity;
  readonly probability: number;
  readonly signs: readonly string[];
  readonly isRootCause: boolean;
}

type Changes = Pick<Alarm, "changes" | "changesDropped" | "lastChanged">;

function withChange(alarm: Alarm, severity: Severity | "cleared", at: Instant): Changes {
  const changes = [...alarm.changes, { at, severity }];
  const dropped = Math.max(0, changes.length - bounds.changes);
  return { changes: changes.slice(dropped), changesDropped: alarm.changesDropped + dropped, lastChanged: at };
}

export function withOperation(alarm: Alarm, change: OperatorChange): Alarm {
  return { ...alarm, operations: [...alarm.operations, change].slice(-bounds.operations) };
}

/** ISA-18.2: what was acknowledged wants to be seen again when it comes back or gets worse. A shelf stays. */
function seenAnew(alarm: Alarm, at: Instant): Alarm {
  const state = alarm.operations.at(-1)?.state;
  if (state !== "ack" && state !== "closed") return alarm;
  return withOperation(alarm, { at, state: "none", by: "agent", note: "", hours: 0 });
}

const signsOf = ({ signs }: Raise): readonly string[] => signs.slice(0, bounds.signs);

export function created(id: number, raise: Raise, now: Now): Alarm {
  const at = instantOf(now);
  return {
    ...{ id, ...raise, signs: signsOf(raise) },
    ...{ isCleared: false, isConfirmed: true },
    ...{ created: at, lastRaised: at, lastChanged: at },
    ...{ occurrences: 1, raises: [at], changes: [{ at, severity: raise.severity }], changesDropped: 0 },
    ...{ was: [], operations: [], told: null, untold: 0 },
  };
}

/** It was cleared and is there again. */
export function raisedAgain(alarm: Alarm, raise: Raise, now: Now): Alarm {
  const at = instantOf(now);
  return seenAnew(
    {
      ...{ ...alarm, ...raise, signs: signsOf(raise), ...withChange(alarm, raise.severity, at) },
      ...{ isCleared: false, isConfirmed: true, lastRaised: at },
      ...{ occurrences: alarm.occurrences + 1, raises: withRaise(alarm.raises, at) },
    },
    at,
  );
}

/** It is there still: the evidence has another strength, or says after a restart what it said before. */
export function goesOn(alarm: Alarm, raise: Raise, now: Now): Alarm {
  const next = { ...alarm, signs: signsOf(raise), isConfirmed: true };
  if (raise.severity === alarm.severity) return next;
  const at = instantOf(now);
  const changed = { ...next, severity: raise.severity, ...withChange(alarm, raise.severity, at) };
  return ranks[raise.severity] > ranks[alarm.severity] ? seenAnew(changed, at) : changed;
}

export function cleared(alarm: Alarm, now: Now): Alarm {
  return { ...alarm, isCleared: true, isConfirmed: true, ...withChange(alarm, "cleared", instantOf(now)) };
}

/** The same trouble under a better name: one alarm, which was called something else until now. */
export function renamed(alarm: Alarm, raise: Raise, now: Now): Alarm {
  const was = [...alarm.was, { fault: alarm.fault, until: instantOf(now) }].slice(-bounds.was);
  const { fault, probability, isRootCause } = raise;
  return { ...goesOn(alarm, raise, now), fault, probability, isRootCause, was, lastChanged: instantOf(now) };
}

/** The newest raise was another alarm's: it is taken back. Undefined when it was the only one. */
export function retracted(alarm: Alarm, now: Now): Alarm | undefined {
  if (alarm.occurrences <= 1) return undefined;
  const raises = alarm.raises.slice(0, -1);
  const lastRaised = raises.at(-1) ?? alarm.created;
  return { ...cleared(alarm, now), occurrences: alarm.occurrences - 1, raises, lastRaised };
}

/** What people said of a trouble, and what support was told of it, goes with it to its new name. */
export function inherited(alarm: Alarm, from: Alarm, now: Now): Alarm {
  const was = [...alarm.was, { fault: from.fault, until: instantOf(now) }].slice(-bounds.was);
  const said = from.operations.at(-1);
  const heir = { ...alarm, was, told: from.told ?? alarm.told, untold: from.untold };
  return said === undefined || said.state === "none" ? heir : withOperation(heir, said);
}
