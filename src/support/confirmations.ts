/**
 * What a collector may say on `down/ack`: "everything up to here", for as many boots as it hears. Confirming the newest number instead
 * would free what was never sent.
 */
import type { ReceivedReport } from "../report/received.ts";
import type { Ack } from "../report/state.ts";
import { type Account, begin, classOf, emptyAccount, take, tell } from "./account.ts";
import type { Heard } from "./inbox.ts";

export interface Confirmations {
  /** What may be confirmed after this message: something new, or again what is sent again. */
  hear(heard: Heard): Ack | undefined;
  /** Everything of this boot up to this number has come or is known never to come; 0: nothing is proved. */
  provedUpTo(from: { readonly tenant: string; readonly serial: string }, boot: string): number;
}

/** Boots at a time, the oldest forgotten first. */
const mostAccounts = 1000;

export function createConfirmations(): Confirmations {
  const accounts = new Map<string, Account>();

  const nameOf = (from: { readonly tenant: string; readonly serial: string }, boot: string) =>
    `${from.tenant}/${from.serial}/${boot}`;

  function change(
    name: string,
    next: (account: Account) => Account,
  ): { readonly before: number; readonly upTo: number } {
    const account = accounts.get(name) ?? emptyAccount;
    const changed = next(account);
    accounts.set(name, changed);
    const [oldest] = accounts.keys();
    if (accounts.size > mostAccounts && oldest !== undefined) accounts.delete(oldest);
    return { before: account.upTo, upTo: changed.upTo };
  }

  function hearReport(
    { stamp: { boot, seq }, body }: ReceivedReport,
    from: NonNullable<Heard["from"]>,
  ): Ack | undefined {
    const name = nameOf(from, boot);
    const { before } = change(name, (account) => account);
    for (const range of body.kind === "dropped" ? body.dropped : [])
      change(nameOf(from, range.boot), (account) => tell(account, range));
    const { upTo } = change(name, (account) => take(account, seq, classOf(body, from.leaf)));
    return upTo > before || seq <= before ? { boot, seq: upTo } : undefined;
  }

  return {
    provedUpTo: (from, boot) => accounts.get(nameOf(from, boot))?.upTo ?? 0,
    hear: ({ from, said }) => {
      if (from && said.kind === "report") return hearReport(said.report, from);
      if (!from || said.kind !== "birth") return undefined;
      const { boot, firstSeq } = said.birth;
      const { before, upTo } = change(nameOf(from, boot), (account) => begin(account, firstSeq));
      return upTo > Math.max(before, firstSeq - 1) ? { boot, seq: upTo } : undefined;
    },
  };
}
