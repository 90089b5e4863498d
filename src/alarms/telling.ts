/**
 * Which cases support is told of (decision 38): the same alarm is told again at most once in the re-arm time, unless it
 * has become more severe, or is about money. What is not told is counted, and told when the time is over and it lasts.
 */
import type { Recurrence } from "../model/alarm.ts";
import type { Case, CaseEvent } from "../model/case.ts";
import { type Alarm, ranks } from "./alarm.ts";
import type { Raise } from "./entry.ts";
import { ageOf, instantOf, type Now } from "./instant.ts";
import type { Inventory } from "./inventory.ts";
import { raisesInDay } from "./rhythm.ts";

export interface Notice {
  readonly event: CaseEvent;
  /** Whether support is to be told. */
  readonly isTold: boolean;
  readonly recurrence: Recurrence;
}

export interface TellingTerms {
  /** 0: everything is told. */
  readonly rearmMs: number;
  /** The catalogue's rank: `first` is about money, `last` is brought about by the cause beside it. */
  rankOf(fault: string): "first" | "last" | undefined;
}

/** An open case, under the name it has now. */
interface Link {
  readonly fault: string;
  readonly isTold: boolean;
  readonly latest: Case;
}

export class Telling {
  readonly #inventory: Inventory;
  readonly #terms: TellingTerms;
  /** By number of the case; as many as cases are open. */
  readonly #links = new Map<number, Link>();
  #withheld = 0;

  constructor(inventory: Inventory, terms: TellingTerms) {
    this.#inventory = inventory;
    this.#terms = terms;
  }

  /** Raises of which support was not told at once, since the agent started. */
  get withheld(): number {
    return this.#withheld;
  }

  open(): readonly Case[] {
    return [...this.#links.values()].map(({ latest }) => latest);
  }

  hear(events: readonly CaseEvent[], now: Now): readonly Notice[] {
    return events.map((event) => this.#hear(event, now));
  }

  /** Open cases that were not told of, and now are to be. */
  due(now: Now): readonly Notice[] {
    return [...this.#links.values()].flatMap(({ fault, isTold, latest }) => {
      const alarm = this.#inventory.of(fault);
      if (isTold || !alarm || this.#isHeld(alarm, now)) return [];
      // The raise that is told now is no longer one of those that were not.
      return [this.#tell(latest, { ...alarm, untold: Math.max(0, alarm.untold - 1) }, now)];
    });
  }

  #hear(event: CaseEvent, now: Now): Notice {
    const { kind, case: subject } = event;
    const raise = this.#raiseOf(subject);
    const link = this.#links.get(subject.id);
    switch (kind) {
      case "opened":
        return this.#opened(event, this.#inventory.raise(raise, now), now);
      case "changed":
        return this.#changed(event, this.#inventory.change(link?.fault ?? raise.fault, raise, now), now);
      case "closed": {
        const alarm = this.#inventory.clear(link?.fault ?? raise.fault, now);
        this.#links.delete(subject.id);
        return { event, isTold: link?.isTold ?? true, recurrence: recurrenceOf(alarm, now) };
      }
    }
  }

  #opened(event: CaseEvent, alarm: Alarm, now: Now): Notice {
    if (!this.#isHeld(alarm, now)) return this.#tell(event.case, alarm, now);
    this.#withheld += 1;
    const counted = this.#inventory.put({ ...alarm, untold: alarm.untold + 1 });
    return this.#keepBack(event, counted, now);
  }

  #changed(event: CaseEvent, alarm: Alarm, now: Now): Notice {
    const { case: subject } = event;
    // A case that nobody has heard of is not told to have changed.
    if (this.#links.get(subject.id)?.isTold === false) {
      return this.#isHeld(alarm, now) ? this.#keepBack(event, alarm, now) : this.#tell(subject, alarm, now);
    }
    this.#links.set(subject.id, { fault: alarm.fault, isTold: true, latest: subject });
    this.#noteTold(alarm);
    return { event, isTold: true, recurrence: recurrenceOf(alarm, now) };
  }

  #keepBack(event: CaseEvent, alarm: Alarm, now: Now): Notice {
    this.#links.set(event.case.id, { fault: alarm.fault, isTold: false, latest: event.case });
    return { event, isTold: false, recurrence: recurrenceOf(alarm, now) };
  }

  #tell(subject: Case, alarm: Alarm, now: Now): Notice {
    this.#links.set(subject.id, { fault: alarm.fault, isTold: true, latest: subject });
    this.#inventory.put({ ...alarm, told: { at: instantOf(now), severity: alarm.severity }, untold: 0 });
    const event: CaseEvent = { kind: "opened", atMs: subject.openedAtMs, case: subject };
    return { event, isTold: true, recurrence: recurrenceOf(alarm, now) };
  }

  /** Of a change support hears as well: only what is worse than that is news within the re-arm time. */
  #noteTold(alarm: Alarm): void {
    const { told, severity } = alarm;
    if (told && ranks[severity] > ranks[told.severity]) this.#inventory.put({ ...alarm, told: { ...told, severity } });
  }

  #isHeld({ fault, severity, told }: Alarm, now: Now): boolean {
    if (told === null || this.#terms.rankOf(fault) === "first") return false;
    const age = ageOf(told.at, now);
    return age !== undefined && age < this.#terms.rearmMs && ranks[severity] <= ranks[told.severity];
  }

  #raiseOf({ verdict }: Case): Raise {
    const { fault, severity, probability, evidence } = verdict;
    const isRootCause = this.#terms.rankOf(fault) !== "last";
    return { fault, severity, probability, isRootCause, signs: evidence.map(({ id }) => id) };
  }
}

function recurrenceOf(alarm: Alarm | undefined, now: Now): Recurrence {
  return { raisesDay: alarm ? raisesInDay(alarm.raises, now) : 0, untold: alarm?.untold ?? 0 };
}
