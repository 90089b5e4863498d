/** Accounts and circumstances behind the host: decides on payments, and counts what came of them today. */
import type { Fields } from "../iso8583/message.ts";
import type { Account } from "./account.ts";
import { type Circumstances, GOOD_CIRCUMSTANCES } from "./circumstances.ts";
import { readPayer } from "./payer.ts";
import { decide, type Matter, REFUND } from "./rules.ts";

export interface Bank {
  /** Opens an account, or changes it. At most a thousand; the oldest is forgotten. */
  keep(account: Account): void;
  /** What is not named stays. */
  set(changed: Partial<Circumstances>): void;
  circumstances(): Circumstances;
  /** Field 39: 00, or why not. */
  authorise(mti: string, fields: Fields): string;
}

/** What happened to one account on a day. */
interface Usage {
  readonly day: string;
  readonly payments: number;
  readonly wrongPins: number;
}

const KEPT = 1_000;

/** `today` is a day of the host, in any form. */
export function createBank(today: () => string): Bank {
  const accounts = new Map<string, Account>();
  const usages = new Map<string, Usage>();
  let state = GOOD_CIRCUMSTANCES;
  const usageOf = (alias: string): Usage => {
    const kept = usages.get(alias);
    return kept?.day === today() ? kept : { day: today(), payments: 0, wrongPins: 0 };
  };
  /** A wrong PIN that is the host's own fault is not counted against anybody. */
  const count = (alias: string, code: string, mti: string): void => {
    const { day, payments, wrongPins } = usageOf(alias);
    if (code === "55" && state.pinKey === "same") usages.set(alias, { day, payments, wrongPins: wrongPins + 1 });
    if (code === "00" && mti !== REFUND) usages.set(alias, { day, payments: payments + 1, wrongPins: 0 });
  };
  return {
    keep: (account) => {
      accounts.delete(account.alias);
      accounts.set(account.alias, account);
      const [oldest = ""] = accounts.keys();
      if (accounts.size <= KEPT) return;
      accounts.delete(oldest);
      usages.delete(oldest);
    },
    set: (changed) => {
      state = { ...state, ...changed };
    },
    circumstances: () => state,
    authorise: (mti, fields) => {
      const payer = readPayer(fields);
      if (!payer) return "00";
      const account = accounts.get(payer.account ?? "");
      const { payments, wrongPins } = usageOf(account?.alias ?? "");
      const code = decide({ mti, payer, account, state, payments, wrongPins, ...wayIn(fields) });
      if (account) count(account.alias, code, mti);
      return code;
    },
  };
}

/** Field 22 begins with 02 for a stripe; field 60 is type, batch, network code, reading ability, condition of the chip. */
function wayIn(fields: Fields): Pick<Matter, "amountFen" | "swiped" | "chipFailed"> {
  return {
    amountFen: Number(fields[4] ?? 0),
    swiped: fields[22]?.startsWith("02") === true,
    chipFailed: fields[60]?.[12] === "2",
  };
}
