/**
 * The alarm inventory (RFC 8632, 3.2): an entry for every fault that ever was, one for each, which stays when it is cleared.
 * Bounded: the cleared one that was touched longest ago goes first, and is counted.
 */
import type { Operation, OperatorAction, OperatorState } from "../model/alarm.ts";
import { type Alarm, bounds } from "./alarm.ts";
import {
  cleared,
  created,
  goesOn,
  inherited,
  type Raise,
  raisedAgain,
  renamed,
  retracted,
  withOperation,
} from "./entry.ts";
import { dated, type Instant, instantOf, type Now } from "./instant.ts";

/** What outlives the agent. */
export interface Kept {
  readonly nextId: number;
  readonly alarms: readonly Alarm[];
  /** Entries that had to go for others. */
  readonly forgotten: number;
}

export const nothingKept: Kept = { nextId: 1, alarms: [], forgotten: 0 };

const states: Readonly<Record<OperatorAction, OperatorState>> = {
  ack: "ack",
  close: "closed",
  shelve: "shelved",
  unshelve: "un-shelved",
};

export class Inventory {
  /** By fault, the one touched last at the end. */
  readonly #alarms = new Map<string, Alarm>();
  #nextId: number;
  #forgotten: number;
  #revision = 0;

  constructor({ nextId, alarms, forgotten }: Kept) {
    this.#nextId = nextId;
    this.#forgotten = forgotten;
    for (const alarm of alarms) this.#alarms.set(alarm.fault, { ...alarm, isConfirmed: alarm.isCleared });
  }

  /** Rises with every change that is worth being kept. */
  get revision(): number {
    return this.#revision;
  }

  /** The one touched last at the end. */
  all(): readonly Alarm[] {
    return [...this.#alarms.values()];
  }

  of(fault: string): Alarm | undefined {
    return this.#alarms.get(fault);
  }

  kept(): Kept {
    return { nextId: this.#nextId, alarms: this.all(), forgotten: this.#forgotten };
  }

  /** A case was opened. */
  raise(raise: Raise, now: Now): Alarm {
    const before = this.of(raise.fault);
    if (!before) return this.#create(raise, now);
    return this.put(before.isCleared ? raisedAgain(before, raise, now) : goesOn(before, raise, now));
  }

  /** A case goes on, under its name or a better one. */
  change(fault: string, raise: Raise, now: Now): Alarm {
    const before = this.of(fault);
    if (!before) return this.raise(raise, now);
    if (fault === raise.fault) return this.#goOn(before, raise, now);
    const isNew = !this.#alarms.has(raise.fault);
    this.#alarms.delete(fault);
    if (isNew && before.occurrences <= 1) return this.put(renamed(before, raise, now));
    const rest = retracted(before, now);
    if (rest) this.put(rest);
    return this.put(inherited(this.raise(raise, now), before, now));
  }

  /** A case was closed, or an alarm of before the restart is known to be over. */
  clear(fault: string, now: Now): Alarm | undefined {
    const before = this.of(fault);
    return before && !before.isCleared ? this.put(cleared(before, now)) : before;
  }

  /** Undefined when there is no alarm of that number. */
  operate({ alarm: id, action, by, note, hours }: Operation, now: Now): Alarm | undefined {
    const before = this.all().find((alarm) => alarm.id === id);
    const change = { at: instantOf(now), state: states[action], by, note, hours: action === "shelve" ? hours : 0 };
    return before && this.put(withOperation(before, change));
  }

  put(alarm: Alarm): Alarm {
    this.#revision += 1;
    this.#alarms.delete(alarm.fault);
    this.#alarms.set(alarm.fault, alarm);
    if (this.#alarms.size > bounds.alarms) this.#forget();
    return alarm;
  }

  /** Dates what happened before the clock was set, as soon as it is. */
  date(now: Now): void {
    if (now.clock === "none") return;
    for (const alarm of this.all()) {
      const late = withDates(alarm, now);
      if (late === undefined) continue;
      this.#alarms.set(alarm.fault, late);
      this.#revision += 1;
    }
  }

  #create(raise: Raise, now: Now): Alarm {
    const alarm = this.put(created(this.#nextId, raise, now));
    this.#nextId += 1;
    return alarm;
  }

  #goOn(before: Alarm, raise: Raise, now: Now): Alarm {
    const after = goesOn(before, raise, now);
    if (before.severity !== raise.severity || !before.isConfirmed) return this.put(after);
    // Other signs alone are not worth a write.
    this.#alarms.set(after.fault, after);
    return after;
  }

  #forget(): void {
    const [oldest] = this.all();
    const going = this.all().find(({ isCleared }) => isCleared) ?? oldest;
    if (going) this.#alarms.delete(going.fault);
    this.#forgotten += 1;
  }
}

/** Undefined when nothing in it can be dated. */
function withDates(alarm: Alarm, now: Now): Alarm | undefined {
  const date = (instant: Instant) => dated(instant, now);
  const at = <T extends { readonly at: Instant }>(item: T): T => ({ ...item, at: date(item.at) });
  const { created: first, lastRaised, lastChanged, operations, told } = alarm;
  // Whatever happens is the newest of one of these.
  const newest = [first, lastRaised, lastChanged, ...operations.map((item) => item.at), ...(told ? [told.at] : [])];
  if (newest.every((instant) => date(instant) === instant)) return undefined;
  return {
    ...alarm,
    ...{ created: date(first), lastRaised: date(lastRaised), lastChanged: date(lastChanged) },
    raises: alarm.raises.map(date),
    changes: alarm.changes.map(at),
    was: alarm.was.map((name) => ({ ...name, until: date(name.until) })),
    operations: operations.map(at),
    told: told && at(told),
  };
}
