/** Where the money is: approvals without a slip, results that nobody knows, two approvals for one purchase. */
import type { CodeBook } from "../codes/response-codes.ts";
import type { SignalId } from "../model/signal.ts";
import type { RefusalMeaning } from "../model/signals/meanings.ts";
import { counterWordIn } from "./counter-words.ts";
import type { Drawn } from "./drawn.ts";
import { type Happening, paysNothing } from "./happening.ts";
import { type Answer, answersOf } from "./refusals.ts";
import type { Spoken } from "./spoken.ts";

/** Whether a slip came out, where anything was said about it. */
function slipIn({ said }: Happening): boolean | undefined {
  const [receipt, job] = [said("txn.receipt_printed"), said("printer.job")];
  if (typeof receipt === "boolean") return receipt;
  // Half a slip is for the printer's fault to tell.
  return job === undefined || job === "partial" ? undefined : job === "printed";
}

/** The newest approval has no slip, and nothing was printed since. */
function isUnprinted(happenings: readonly Happening[], codes: CodeBook): boolean | undefined {
  const last = answersOf(happenings, codes).findLast(
    ({ meaning, payer }) => meaning === "none" && !paysNothing.includes(payer.type ?? ""),
  );
  if (!last) return undefined;
  const slips = happenings
    .filter(({ payment }) => payment >= last.payment)
    .flatMap((happening) => {
      const printed = slipIn(happening);
      // What is missing of another payment is not missing of this one; what is printed later may be a copy of its slip.
      return printed === undefined || (!printed && happening.payment !== last.payment) ? [] : [printed];
    });
  const printed = slips.at(-1);
  return printed === undefined ? undefined : !printed;
}

/** Whether this leaves a result open, or settles it; undefined where it does neither. */
function opensResult({ said, payer }: Happening, codes: CodeBook): boolean | undefined {
  if (payer.type !== undefined && paysNothing.includes(payer.type)) return undefined;
  const [outcome, reversal, code] = [said("txn.outcome"), said("txn.reversal_state"), said("txn.rc")];
  const meaning = typeof code === "string" ? codes(code) : undefined;
  if (reversal === "ok" || reversal === "failed") return false;
  if (outcome === "timeout" || outcome === "unknown" || meaning === "result_unknown") return true;
  return outcome === "approved" || outcome === "declined" || meaning !== undefined ? false : undefined;
}

/** Sent, and no answer is known: until a reversal or a later payment has settled it. */
function isUnknown(happenings: readonly Happening[], codes: CodeBook): boolean | undefined {
  return happenings.flatMap((happening) => opensResult(happening, codes) ?? []).at(-1);
}

const twiceMs = 900_000;
/** A pair that so many approvals follow is nobody's question any more, unless somebody asks. */
const approvalsAfter = 2;

/** The charges of a card that the host has, or may have: approved, or open and never taken back. */
interface Charge {
  readonly atMs: number;
  readonly payment: number;
  readonly card: string;
  readonly amountFen: number;
  readonly isApproved: boolean;
}

const isSale = (type: string | undefined): boolean => type === undefined || type === "sale";

function charge({ atMs, payment, payer }: Answer | Happening, isApproved: boolean): readonly Charge[] {
  const { card, amountFen, type } = payer;
  return card === undefined || amountFen === undefined || !isSale(type)
    ? []
    : [{ atMs, payment, card, amountFen, isApproved }];
}

/** Sales without an answer whose reversal is known not to come. */
function openCharges(happenings: readonly Happening[]): readonly Charge[] {
  const open = happenings.filter(({ said }) => ["timeout", "unknown"].includes(String(said("txn.outcome"))));
  return open.flatMap((happening) => {
    const states = happenings.flatMap(({ atMs, said }) =>
      atMs >= happening.atMs ? (said("txn.reversal_state") ?? []) : [],
    );
    const isLeft = states.length > 0 && states.every((state) => state === "none" || state === "failed");
    return isLeft ? charge(happening, false) : [];
  });
}

const tooLarge: readonly RefusalMeaning[] = ["over_amount_limit", "amount_invalid", "merchant_limit"];
const splitMs = 3_600_000;

/** A sum that was refused as too large is paid in parts. */
function isSplit(part: Charge, refusals: readonly Answer[]): boolean {
  return refusals.some(({ payer, atMs }) => {
    const larger = payer.card === part.card && (payer.amountFen ?? 0) > part.amountFen;
    return larger && atMs <= part.atMs && part.atMs - atMs <= splitMs;
  });
}

/** One card charged the same amount twice within minutes, and neither given back, or somebody speaking of it. */
function isTwice(happenings: readonly Happening[], codes: CodeBook, isTalked: boolean): boolean | undefined {
  const given = answersOf(happenings, codes);
  const refusals = given.filter(({ meaning }) => tooLarge.includes(meaning));
  const answers = given.filter(({ meaning }) => meaning === "none");
  const approved = answers.flatMap((answer) => charge(answer, true));
  const all = [...openCharges(happenings), ...approved].toSorted((a, b) => a.atMs - b.atMs);
  if (all.length < 2) return undefined;
  return all.some((second, at) => {
    const isPair = all.slice(0, at).some(({ card, amountFen, payment, atMs }) => {
      const same = card === second.card && amountFen === second.amountFen && payment !== second.payment;
      if (isSplit(second, refusals)) return false;
      return same && second.isApproved && second.atMs - atMs <= twiceMs;
    });
    const later = answers.filter(({ payment }) => payment > second.payment);
    const isUndone = later.some(({ payer }) => payer.amountFen === second.amountFen && !isSale(payer.type));
    return isPair && (isTalked || (later.length <= approvalsAfter && !isUndone));
  });
}

/** The newest sale was reversed, and none was approved since: nothing is left to give back. */
function isTakenBack(happenings: readonly Happening[], codes: CodeBook): boolean {
  let isBack = false;
  for (const { said, payer } of happenings) {
    const code = said("txn.rc");
    const isApproved = said("txn.outcome") === "approved" || (typeof code === "string" && codes(code) === "none");
    if (said("txn.reversal_state") === "ok") isBack = true;
    else if (isApproved && isSale(payer.type)) isBack = false;
  }
  return isBack;
}

/** Drawn of the compare signals about money. `talk`: what people say. */
export function compareMoney(happenings: readonly Happening[], codes: CodeBook, talk: readonly Spoken[]): Drawn {
  if (happenings.length === 0) return [];
  const isTalked = talk.some(({ text }) => counterWordIn(text) === "charged_twice");
  const values: readonly (readonly [SignalId, boolean | undefined])[] = [
    ["compare.unprinted_approval", isUnprinted(happenings, codes)],
    ["compare.result_unknown", isUnknown(happenings, codes)],
    ["compare.double_approval", isTwice(happenings, codes, isTalked)],
    ["compare.taken_back", isTakenBack(happenings, codes)],
  ];
  return values.flatMap(([signal, value]) => (value === undefined ? [] : [[signal, value] as const]));
}
