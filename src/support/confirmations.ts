/**
 * What a collector may say on `down/ack`: "everything up to here". Reports do not come in the order of their numbers (a
 * fault goes before an older metric), so a number is confirmed only when each one below it has come, is known to be freed
 * (`Birth.first_seq`) or was told as dropped. Confirming the newest number instead would free what was never sent.
 */
import type { RecordClass } from "../model/record.ts";
import type { ReceivedBody, ReceivedReport } from "../report/received.ts";
import type { Ack } from "../report/state.ts";
import type { Leaf } from "../uplink/topics.ts";
import type { Heard } from "./inbox.ts";

export interface Confirmations {
  /** What may be confirmed after this message: something new, or again what is sent again. */
  hear(heard: Heard): Ack | undefined;
}

interface Account {
  /** Everything up to it is accounted for. */
  upTo: number;
  /** Whether it is known where the numbers that concern us begin. */
  begun: boolean;
  /** Everything up to these is accounted for by something else than counting: where it began, and what the newest birth says. */
  bases: readonly number[];
  /** What came above the first of them, with its class where that is known. */
  readonly came: Map<number, RecordClass | undefined>;
  /** Ranges told as dropped, by class; none lies in another of its class. */
  readonly dropped: Map<string, readonly Range[]>;
}

interface Range {
  readonly class: string;
  readonly count: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/** Boots at a time, the oldest forgotten first; and numbers of one boot that are looked after. */
const mostAccounts = 1000;
const mostWaiting = 10_000;
/** Classes of one boot, and ranges of one class. */
const mostClasses = 16;
const mostRanges = 1_000;

export function createConfirmations(): Confirmations {
  const accounts = new Map<string, Account>();

  function accountOf(name: string): Account {
    const account = accounts.get(name) ?? newAccount();
    accounts.set(name, account);
    const [oldest] = accounts.keys();
    if (accounts.size > mostAccounts && oldest !== undefined) accounts.delete(oldest);
    return account;
  }

  return {
    hear: ({ from, said }) => {
      if (!from) return undefined;
      const named = (boot: string) => accountOf(`${from.tenant}/${from.serial}/${boot}`);
      if (said.kind === "birth") return begin(named(said.birth.boot), said.birth.boot, said.birth.firstSeq);
      if (said.kind !== "report") return undefined;
      noteDropped(said.report, named);
      return take(named(said.report.stamp.boot), said.report, from.leaf);
    },
  };
}

/** A list that is told again is told with what came to it, so of two ranges one of which lies in the other only the larger counts. */
function noteDropped({ body }: ReceivedReport, named: (boot: string) => Account): void {
  if (body.kind !== "dropped") return;
  for (const range of body.dropped) {
    const { dropped } = named(range.boot);
    const known = dropped.get(range.class) ?? [];
    if (dropped.size >= mostClasses || known.some((each) => isWithin(range, each))) continue;
    dropped.set(range.class, [...known.filter((each) => !isWithin(each, range)), range].slice(-mostRanges));
  }
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.firstSeq >= outer.firstSeq && inner.lastSeq <= outer.lastSeq && inner.count <= outer.count;
}

function newAccount(): Account {
  return { upTo: 0, begun: false, bases: [0], came: new Map(), dropped: new Map() };
}

/** The terminal itself says that nothing below its first number waits, so there is nothing to tell it. */
function begin(account: Account, boot: string, firstSeq: number): Ack | undefined {
  const [first = 0] = account.bases;
  account.upTo = Math.max(account.upTo, firstSeq - 1);
  account.bases = account.begun ? [first, account.upTo] : [account.upTo];
  account.begun = true;
  return advance(account) ? { boot, seq: account.upTo } : undefined;
}

function take(account: Account, { stamp: { boot, seq }, body }: ReceivedReport, leaf: Leaf): Ack | undefined {
  account.begun ||= seq === 1;
  const again = seq <= account.upTo;
  const [first = 0] = account.bases;
  if (seq > first && account.came.size < mostWaiting) account.came.set(seq, classOf(body, leaf));
  return advance(account) || again ? { boot, seq: account.upTo } : undefined;
}

/** Where the topic says it, or the body is sent in one class only. */
function classOf({ kind }: ReceivedBody, leaf: Leaf): RecordClass | undefined {
  if (leaf === "up/met") return "metric";
  if (kind === "case") return "fault";
  if (kind === "command" || kind === "chunk") return "reply";
  return kind === "dropped" || kind === "started" || kind === "attempt" ? "state" : undefined;
}

/** Whether more is accounted for than before. */
function advance(account: Account): boolean {
  if (!account.begun) return false;
  const { upTo, came, dropped } = account;
  follow(account);
  for (const last of endsAbove(account)) {
    if (!account.bases.some((base) => covers({ came, dropped }, base, last))) continue;
    account.upTo = Math.max(account.upTo, last);
    follow(account);
  }
  if (came.size >= mostWaiting) forget(account);
  return account.upTo > upTo;
}

function follow(account: Account): void {
  while (account.came.has(account.upTo + 1)) account.upTo += 1;
}

/** Counting begins anew where everything is accounted for. */
function forget(account: Account): void {
  const { upTo, came } = account;
  account.bases = [upTo];
  for (const seq of came.keys()) if (seq <= upTo) came.delete(seq);
}

function endsAbove({ dropped, upTo }: Account): readonly number[] {
  const ends = [...dropped.values()].flat().map(({ lastSeq }) => lastSeq);
  return [...new Set(ends)].filter((last) => last > upTo).sort((a, b) => a - b);
}

/** Whether every number above this base up to the last either came or was dropped: the counts add up. */
function covers({ came, dropped }: Pick<Account, "came" | "dropped">, base: number, last: number): boolean {
  const counted = [...came].filter(([seq]) => seq > base && seq <= last);
  const ranges = [...dropped.values()].flat().filter(({ lastSeq }) => lastSeq > base && lastSeq <= last);
  const told = ranges.reduce((sum, range) => sum + missingOf(range, base, counted), 0);
  return counted.length + told >= last - base;
}

/**
 * How many of a range must be above the base and have not come. A record may have come and been dropped all the same, while its
 * receipt was on the way: whatever of the range's class came is taken for that, or two numbers would stand for one.
 */
function missingOf(range: Range, base: number, came: readonly (readonly [number, RecordClass | undefined])[]): number {
  const { count, firstSeq, lastSeq } = range;
  const below = Math.max(0, base - firstSeq + 1);
  const both = came.filter(([seq, name = range.class]) => seq >= firstSeq && seq <= lastSeq && name === range.class);
  return Math.max(0, count - below - both.length);
}
