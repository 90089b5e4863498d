/**
 * What a collector may say on `down/ack`: "everything up to here". Reports do not come in the order of their numbers (a
 * fault goes before an older metric), so a number is confirmed only when each one below it has come, is known to be freed
 * (`Birth.first_seq`) or was told as dropped. Confirming the newest number instead would free what was never sent.
 */
import type { ReceivedReport } from "../report/received.ts";
import type { Ack } from "../report/state.ts";
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
  /** Numbers above it that came. */
  readonly came: Set<number>;
  /** Ranges told as dropped, by the report that told. */
  readonly dropped: Map<string, { readonly count: number; readonly lastSeq: number }>;
}

/** Boots at a time, the oldest forgotten first; and numbers of one boot that may wait for a gap to close. */
const mostAccounts = 1000;
const mostWaiting = 10_000;

export function createConfirmations(): Confirmations {
  const accounts = new Map<string, Account>();

  function accountOf(name: string): Account {
    const account = accounts.get(name) ?? { upTo: 0, begun: false, came: new Set(), dropped: new Map() };
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
      const { boot, seq } = said.report.stamp;
      return take(named(boot), boot, seq);
    },
  };
}

function noteDropped({ stamp, body }: ReceivedReport, named: (boot: string) => Account): void {
  if (body.kind !== "dropped") return;
  for (const range of body.dropped) {
    const { dropped } = named(range.boot);
    if (dropped.size < mostWaiting) dropped.set(`${stamp.boot} ${stamp.seq} ${range.class}`, range);
  }
}

/** The terminal itself says that nothing below its first number waits, so there is nothing to tell it. */
function begin(account: Account, boot: string, firstSeq: number): Ack | undefined {
  account.begun = true;
  account.upTo = Math.max(account.upTo, firstSeq - 1);
  return advance(account) ? { boot, seq: account.upTo } : undefined;
}

function take(account: Account, boot: string, seq: number): Ack | undefined {
  account.begun ||= seq === 1;
  const again = seq <= account.upTo;
  if (!again && account.came.size < mostWaiting) account.came.add(seq);
  return advance(account) || again ? { boot, seq: account.upTo } : undefined;
}

/** Whether more is accounted for than before. */
function advance(account: Account): boolean {
  if (!account.begun) return false;
  const before = account.upTo;
  follow(account);
  for (const { lastSeq } of account.dropped.values()) {
    if (!covers(account, lastSeq)) continue;
    account.upTo = lastSeq;
    follow(account);
  }
  for (const seq of account.came) if (seq <= account.upTo) account.came.delete(seq);
  for (const [name, { lastSeq }] of account.dropped) if (lastSeq <= account.upTo) account.dropped.delete(name);
  return account.upTo > before;
}

function follow(account: Account): void {
  while (account.came.has(account.upTo + 1)) account.upTo += 1;
}

/** Whether every number above `upTo` up to this one either came or was dropped: the counts add up. */
function covers({ upTo, came, dropped }: Account, last: number): boolean {
  if (last <= upTo) return false;
  const arrived = [...came].filter((seq) => seq > upTo && seq <= last).length;
  const told = [...dropped.values()].filter(({ lastSeq }) => lastSeq > upTo && lastSeq <= last);
  return arrived + told.reduce((sum, { count }) => sum + count, 0) >= last - upTo;
}
