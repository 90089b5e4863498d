/**
 * Who refuses what, as rows in the order in which they are asked: the acquirer for what it answers for, then the switch,
 * then the card's issuer. Field 39 as UnionPay's terminals know it, and the letters of acquirers in China.
 */
import { type Account, REFUSALS } from "./account.ts";
import type { Circumstances } from "./circumstances.ts";
import type { Payer } from "./payer.ts";

export interface Matter {
  readonly mti: string;
  readonly amountFen: number;
  readonly payer: Payer;
  /** Undefined where only the issuer is told, or nothing is known of the account. */
  readonly account: Account | undefined;
  readonly swiped: boolean;
  /** Field 60.5 is 2: the terminal's last chip failed. */
  readonly chipFailed: boolean;
  readonly state: Circumstances;
  /** Of this account, today. */
  readonly payments: number;
  readonly wrongPins: number;
}

interface Rule {
  readonly code: string;
  readonly when: (matter: Matter) => boolean;
}

export const REFUND = "0220";

const isFallback = ({ swiped, account }: Matter) => swiped && account?.chip === true;
const isRefund = ({ mti }: Matter) => mti === REFUND;
/** What the issuer finds in the PIN block: with another key nothing fits. */
const pinFits = ({ payer, state }: Matter) =>
  payer.pin === "none" || (payer.pin === "right" && state.pinKey === "same");

const ACQUIRER: readonly Rule[] = [
  { code: "97", when: ({ state }) => state.terminal === "unknown" },
  { code: "03", when: ({ state }) => state.merchant === "unknown" },
  { code: "YM", when: ({ state }) => state.merchant === "frozen" },
  { code: "YQ", when: ({ state }) => state.version === "too_old" },
  { code: "58", when: ({ state, mti }) => state.disabled.includes(mti) },
  { code: "Y5", when: (matter) => isRefund(matter) && matter.state.merchant === "broke" },
  { code: "15", when: ({ state, account }) => account?.product === "new" && state.newProducts === "unknown" },
  { code: "45", when: (m) => isFallback(m) && !(m.chipFailed && m.state.fallback === "open") },
  { code: "YR", when: ({ state, amountFen }) => amountFen < state.leastFen },
  { code: "61", when: ({ state, amountFen }) => amountFen > state.mostFen },
  { code: "RA", when: ({ state, wrongPins }) => wrongPins >= state.pinLock },
  { code: "96", when: ({ state }) => state.switch === "out" },
  { code: "91", when: ({ state, payer }) => state.issuers[payer.issuer] === "out" },
  { code: "98", when: ({ state, payer }) => state.issuers[payer.issuer] === "silent" },
  { code: "14", when: ({ payer, account }) => payer.account !== undefined && account === undefined },
];

const ISSUER: readonly Rule[] = [
  { code: "54", when: ({ account }) => account?.expired === true },
  { code: "75", when: ({ account, wrongPins }) => wrongPins >= (account?.pinTries ?? 3) },
  { code: "99", when: (matter) => !pinFits(matter) && matter.state.pinKey === "garbage" },
  { code: "55", when: (matter) => !pinFits(matter) },
];

const FUNDS: readonly Rule[] = [
  { code: "61", when: ({ account, amountFen }) => account !== undefined && amountFen > account.singleFen },
  { code: "65", when: ({ account, payments }) => account !== undefined && payments >= account.perDay },
  { code: "51", when: ({ account, amountFen }) => account !== undefined && amountFen > account.fundsFen },
];

/** Field 39. */
export function decide(matter: Matter): string {
  const first = (rules: readonly Rule[]) => rules.find(({ when }) => when(matter))?.code;
  const stopped = matter.account ? REFUSALS[matter.account.state] : undefined;
  const refused = first(ACQUIRER) ?? stopped ?? first(ISSUER);
  return refused ?? (isRefund(matter) ? "00" : (first(FUNDS) ?? "00"));
}
