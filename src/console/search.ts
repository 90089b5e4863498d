/**
 * Finds, counts and sorts terminals in this process: any filter, any order, of 100,000 in some ten milliseconds, which no index of a
 * database does for parts of words. Pure.
 */
import type { TerminalSort, TerminalState } from "./api.ts";
import { familyIn } from "./fault-name.ts";
import { place } from "./first.ts";
import type { Member } from "./roll.ts";

export interface TerminalFilter {
  /** Part of a serial number, shop or region, in small letters. */
  readonly q?: string;
  readonly state: TerminalState;
  readonly fault?: string;
  readonly family?: string;
  /** Empty: of whom it is not known. */
  readonly carrier?: string;
  readonly region?: string;
  readonly acquirer?: string;
  readonly version?: string;
  readonly shop?: string;
}

type Key = number | string;

/** Each ascending: what is to come last first is negative. The id is always the last. */
const orders: Readonly<Record<TerminalSort, readonly ((member: Member) => Key)[]>> = {
  worst: [({ severity }) => -severity, ({ changedMs }) => -changedMs, ({ id }) => id],
  changed: [({ changedMs }) => -changedMs, ({ id }) => id],
  serial: [({ serial }) => serial, ({ id }) => id],
  // When one that is there was heard last is not kept here, because it changes all the time.
  seen: [
    ({ online }) => Number(online),
    ({ online, seenMs, changedMs }) => (online ? changedMs : seenMs),
    ({ id }) => id,
  ],
};

export function isSort(word: string): word is TerminalSort {
  return Object.hasOwn(orders, word);
}

export function keysOf(member: Member, sort: TerminalSort): readonly Key[] {
  return orders[sort].map((key) => key(member));
}

/** Whether keys that came back can be keys of this order. */
export function areKeys(keys: readonly unknown[], sort: TerminalSort): keys is readonly Key[] {
  const kinds = sort === "serial" ? ["string", "number"] : orders[sort].map(() => "number");
  return keys.length === kinds.length && keys.every((key, at) => typeof key === kinds[at]);
}

const states: Readonly<Record<TerminalState, (member: Member) => boolean>> = {
  all: () => true,
  failing: ({ severity }) => severity > 0,
  offline: ({ online }) => !online,
  ok: ({ severity, online }) => severity === 0 && online,
};

const equals = ["fault", "carrier", "region", "acquirer", "version", "shop"] as const;

/** One question after the other, those that were asked only. */
function questionsOf(filter: TerminalFilter, tenant: string | null): readonly ((member: Member) => boolean)[] {
  const { q, family, state } = filter;
  const holds = (word: string, part: string) => word.toLowerCase().includes(part);
  const same = equals.flatMap((name) => {
    const wanted = filter[name];
    return wanted === undefined ? [] : [(member: Member) => member[name] === wanted];
  });
  return [
    ...(tenant === null ? [] : [(member: Member) => member.tenant === tenant]),
    states[state],
    ...same,
    ...(family === undefined ? [] : [({ fault }: Member) => fault !== "" && familyIn(fault) === family]),
    ...(q === undefined
      ? []
      : [({ serial, shop, region }: Member) => [serial, shop, region].some((word) => holds(word, q))]),
  ];
}

/** Keys are made one after the other: mostly the first tells. */
function orderOf(sort: TerminalSort): (a: Member, b: Member) => number {
  const keys = orders[sort];
  return (a, b) => {
    for (const key of keys) {
      const one = key(a);
      const other = key(b);
      if (one !== other) return one < other ? -1 : 1;
    }
    return 0;
  };
}

/** Nothing is made here that has to be thrown away: it is asked 100,000 times. */
function isBehind(member: Member, sort: TerminalSort, after: readonly Key[]): boolean {
  let at = 0;
  for (const key of orders[sort]) {
    const own = key(member);
    const other = after[at] ?? 0;
    if (own !== other) return own > other;
    at += 1;
  }
  return false;
}

export interface Asked {
  readonly filter: TerminalFilter;
  readonly sort: TerminalSort;
  /** Of the row after which to go on. */
  readonly after?: readonly Key[] | undefined;
  readonly tenant: string | null;
  readonly most: number;
}

/** How many there are, and the first that follow. */
export function search(
  members: Iterable<Member>,
  { filter, sort, after, tenant, most }: Asked,
): { readonly total: number; readonly found: readonly Member[] } {
  const questions = questionsOf(filter, tenant);
  const few = { most, order: orderOf(sort) };
  const found: Member[] = [];
  let total = 0;
  for (const member of members) {
    if (!questions.every((question) => question(member))) continue;
    total += 1;
    if (!after || isBehind(member, sort, after)) place(found, member, few);
  }
  return { total, found };
}
