/** Words of the alarm inventory that others use as well: who may do what with an alarm, and what support is told of it. */

/** RFC 8632, typedef operator-state. */
export type OperatorState = "none" | "ack" | "closed" | "shelved" | "un-shelved";

/** What a person may do with an alarm. */
export const operatorActions = ["ack", "close", "shelve", "unshelve"] as const;
export type OperatorAction = (typeof operatorActions)[number];

/** A role, never a name: nothing personal is kept. */
export const operators = ["merchant", "support"] as const;
export type Operator = (typeof operators)[number];

/** Characters of a note. */
export const longestNote = 80;
/** Hours for which an alarm may be shelved: a week at most, so that nothing is put away for good. */
export const shelfHours = { least: 1, most: 168, usual: 8 } as const;

/** A person's word on one alarm. */
export interface Operation {
  /** Number of the alarm. */
  readonly alarm: number;
  readonly action: OperatorAction;
  readonly by: Operator;
  /** One line, at most `longestNote` characters, no card data; empty: none. */
  readonly note: string;
  /** Of shelving; whole hours within `shelfHours`. */
  readonly hours: number;
}

/** Raised so often in a day, a trouble is one of its own, however short each time was. */
export const recurrentFrom = 3;

/** How an alarm behaves over time, beside what the case itself says. */
export interface Recurrence {
  /** Raises in the last 24 hours, this one included. */
  readonly raisesDay: number;
  /** Raises since support was last told of one, of which it was not told. */
  readonly untold: number;
}
