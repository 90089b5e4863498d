/** Refusals with a code: what each means, and whose trouble the newest one is. */

import { refusalOnScreen } from "../codes/refusal-words.ts";
import { type CodeBook, meaningInScheme } from "../codes/response-codes.ts";
import type { Scalar } from "../model/signal-shape.ts";
import type { RefusalMeaning } from "../model/signals/meanings.ts";
import type { Drawn } from "./drawn.ts";
import type { Happening, Payer } from "./happening.ts";
import { amountsOf, type Newest, type Outcome, scopeOf } from "./scope.ts";

export interface Answer {
  readonly atMs: number;
  readonly payment: number;
  readonly payer: Readonly<Payer>;
  readonly meaning: RefusalMeaning;
  /** What the answer says beside its code. */
  readonly text?: string;
  /** Of the card that day, with this payment, and minutes since the one before: as the application counts them. */
  readonly uses?: number;
  readonly gapMin?: number;
}

const inWords = (text: Scalar | undefined) => (typeof text === "string" ? refusalOnScreen(text) : undefined);

/** By the host's own words, where they are known, and by the code. */
function meaningIn({ said, payer }: Happening, codes: CodeBook): RefusalMeaning | undefined {
  const code = said("txn.rc");
  const coded = typeof code === "string" ? (meaningInScheme(code, payer.issuer) ?? codes(code)) : undefined;
  return coded === "none" ? coded : (inWords(said("txn.rc_text")) ?? coded);
}

/** What the host has said in words once beside a code it means by it each time. */
function learned(happenings: readonly Happening[], codes: CodeBook): CodeBook {
  const said = new Map<Scalar, RefusalMeaning>();
  for (const happening of happenings) {
    const [code, meaning] = [happening.said("txn.rc"), inWords(happening.said("txn.rc_text"))];
    if (code !== undefined && meaning !== undefined && codes(String(code)) !== "none") said.set(code, meaning);
  }
  return said.size === 0 ? codes : (code) => said.get(code) ?? codes(code);
}

/** An approval without a code is one; what got no answer is none. */
export function answerIn(happening: Happening, codes: CodeBook): Answer | undefined {
  const { atMs, payment, payer } = happening;
  const meaning = meaningIn(happening, codes);
  const text = happening.said("txn.rc_text");
  const [uses, gapMin] = [happening.said("txn.daily_count_same_card"), happening.said("txn.minutes_since_same_card")];
  const own = {
    ...(typeof text === "string" ? { text } : {}),
    ...(typeof uses === "number" ? { uses } : {}),
    ...(typeof gapMin === "number" ? { gapMin } : {}),
  };
  if (meaning !== undefined) return { atMs, payment, payer, meaning, ...own };
  if (happening.said("txn.outcome") === "approved") return { atMs, payment, payer, meaning: "none" };
  return undefined;
}

/** Answers of one payment said twice, by code and by outcome, are one. */
export function answersOf(happenings: readonly Happening[], codes: CodeBook): readonly Answer[] {
  const answers: Answer[] = [];
  const meanings = learned(happenings, codes);
  for (const happening of happenings) {
    const answer = answerIn(happening, meanings);
    if (!answer) continue;
    const same = answers.at(-1)?.payment === answer.payment && happening.said("txn.rc") === undefined;
    if (!same) answers.push(answer);
  }
  return answers;
}

const dayMs = 86_400_000;

/** How often the PIN of the newest refusal's card was wrong today. */
function wrongPins({ payer, atMs: lastMs }: Answer, answers: readonly Answer[]): number {
  const own = answers.filter(({ payer: other, atMs }) => other.card === payer.card && lastMs - atMs <= dayMs);
  return own.filter(({ meaning }) => meaning === "pin_wrong").length;
}

/** The same purchase keyed once more: the next customer's number proves nothing of this one's. */
function isSamePurchase({ payer: a }: Answer, { payer: b }: Answer): boolean {
  if (a.card !== undefined && a.card === b.card) return true;
  if (a.amountFen !== undefined && b.amountFen !== undefined) return a.amountFen === b.amountFen;
  return a.card === undefined || b.card === undefined;
}

function keyedAgain(answers: readonly Answer[]): "none" | "approved_after" | "refused_again" {
  const keyed = answers.filter(({ payer }) => payer.entry === "manual");
  const refused = keyed.findLastIndex(
    ({ meaning }) => meaning === "card_number_invalid" || meaning === "no_such_account" || meaning === "card_expired",
  );
  const [wrong, next] = [keyed[refused], keyed[refused + 1]];
  if (!wrong) return "none";
  if (next?.meaning === "none" && isSamePurchase(wrong, next)) return "approved_after";
  return keyed[refused - 1] && keyed[refused - 1]?.meaning !== "none" ? "refused_again" : "none";
}

/** Whether the change lies between the last approval and the first refusal. */
function beganAt(changedMs: number, outcomes: readonly Outcome[], answers: readonly Answer[]): boolean {
  const firstMs = outcomes.find(({ met }) => met)?.atMs ?? Number.NEGATIVE_INFINITY;
  const approvedMs = answers.findLast(({ meaning, atMs }) => meaning === "none" && atMs < firstMs)?.atMs;
  return approvedMs !== undefined && approvedMs <= changedMs && changedMs <= firstMs;
}

/** Whether a trouble of everybody began after a time in which everybody was approved. */
function onsetOf(
  outcomes: readonly Outcome[],
  answers: readonly Answer[],
): "none" | "after_approvals" | "mixed" | "unclear" {
  const first = outcomes.find(({ met }) => met);
  if (!first) return "none";
  const approved = answers.filter(({ meaning }) => meaning === "none");
  if (approved.some(({ atMs }) => atMs > first.atMs)) return "mixed";
  return approved.length > 0 ? "after_approvals" : "unclear";
}

const by = (field: "card" | "issuer" | "type" | "entry") => (payer: Readonly<Payer>) => payer[field];

/** One card of a bank is no bank; and it is one bank's trouble when others are well at the same time, not before it. */
function issuersOf(outcomes: readonly Outcome[]): "none" | "one_issuer" | "several_issuers" | "unclear" {
  const scope = scopeOf(outcomes, by("issuer"), { one: "one_issuer", several: "several_issuers" });
  if (scope !== "one_issuer") return scope;
  const since = outcomes.slice(outcomes.findIndex(({ met }) => met));
  const met = since.filter((outcome) => outcome.met).length;
  return met < 2 || since.every((outcome) => outcome.met) ? "unclear" : scope;
}

/** It is not the way of reading where as much goes through in the same way. */
function entriesOf(outcomes: readonly Outcome[]): "none" | "one_way" | "several_ways" | "unclear" {
  const scope = scopeOf(outcomes, by("entry"), { one: "one_way", several: "several_ways" });
  const first = outcomes.findIndex(({ met }) => met);
  const { entry, amountFen = Number.POSITIVE_INFINITY } = outcomes[first]?.payer ?? {};
  const asMuch = outcomes
    .slice(Math.max(first, 0))
    .some(({ met, payer }) => !met && payer.entry === entry && (payer.amountFen ?? 0) >= amountFen);
  return scope === "one_way" && asMuch ? "unclear" : scope;
}

/** Codes of the same trouble: whether an issuer is out, silent or in error, or the network before it. */
const alike: Readonly<Partial<Record<RefusalMeaning, RefusalMeaning>>> = {
  issuer_silent: "issuer_out",
  issuer_error: "issuer_out",
  switch_fault: "issuer_out",
  // Code 13 stands for a sum that is too large as well as 61 does.
  amount_invalid: "over_amount_limit",
};

export const kindOf = ({ meaning }: Answer): RefusalMeaning | undefined =>
  meaning === "none" ? undefined : (alike[meaning] ?? meaning);

/** Distinct cards refused so since the last approval; who taps without a PIN and is approved ends no run of chips. */
function runOf(outcomes: readonly Outcome[]): number {
  const entry = outcomes.findLast(({ met }) => met)?.payer.entry;
  const isOther = ({ met, payer }: Outcome) => !met && entry !== undefined && payer.entry !== entry && payer.entry;
  const alikeOnes = outcomes.filter((outcome) => !isOther(outcome));
  const run = alikeOnes.slice(alikeOnes.findLastIndex(({ met }) => !met) + 1);
  return new Set(run.flatMap(({ payer }) => payer.card ?? [])).size;
}

/** Of whom nobody says what else he wanted, a sale. */
const typeOf = ({ payer }: Answer) => payer.type ?? "none";

/** What was refused in one sum was approved in smaller ones. */
function isPaidInParts({ payment, payer }: Answer, own: readonly Answer[]): boolean {
  const whole = payer.amountFen;
  const parts = own.flatMap((other) =>
    other.payment > payment && other.meaning === "none" ? (other.payer.amountFen ?? []) : [],
  );
  if (whole === undefined || parts.some((part) => part >= whole)) return false;
  return parts.length > 1 && parts.reduce((sum, part) => sum + part, 0) >= whole;
}

/** Sooner it is not the pause that helped. */
const pauseMs = 600_000;

/** What the card met when it came again the same day, and how long after its payment before it was refused. */
function otherTimes(refused: Answer, answers: readonly Answer[]): Drawn {
  const own = answers.filter(({ payer }) => payer.card !== undefined && payer.card === refused.payer.card);
  // A try in vain is no payment.
  const paid = own.filter(({ meaning, payment }) => meaning === "none" && payment < refused.payment);
  const before = paid.at(-1) ?? own.findLast(({ payment }) => payment < refused.payment);
  const after = own.find(
    ({ payment, atMs }) =>
      payment > refused.payment && atMs - refused.atMs >= pauseMs && atMs - refused.atMs <= dayMs / 2,
  );
  const later = after === undefined ? "none" : after.meaning === "none" ? "approved" : "refused";
  const minutes = refused.gapMin ?? (before && Math.floor((refused.atMs - before.atMs) / 60_000));
  const counted = own.length > 0 ? 1 + paid.filter(({ atMs }) => refused.atMs - atMs <= dayMs).length : undefined;
  const uses = refused.uses ?? counted;
  return [
    ...(uses === undefined ? [] : ([["compare.refusal_uses", uses]] as const)),
    ["compare.refusal_later", later],
    ["compare.refusal_parts", isPaidInParts(refused, own)],
    ...(minutes === undefined ? [] : ([["compare.refusal_gap_min", minutes]] as const)),
  ];
}

/** Whose payment is approved was let in before it, whether anybody told or not. */
export function signedIn(answers: readonly Answer[]): Drawn {
  return answers.some(({ meaning }) => meaning === "none") ? [["compare.signin", "none"]] : [];
}

/** Drawn of the compare signals about refusals. `changedMs`: when the application or its parameters changed last. */
export function compareRefusals(
  answers: readonly Answer[],
  newest: Newest<Answer> | undefined,
  changedMs?: number,
): Drawn {
  if (answers.length === 0) return [];
  const outcomes = newest?.outcomes ?? [];
  return [
    ["compare.refusal", newest?.trouble.meaning ?? "none"],
    ["compare.refusal_cards", scopeOf(outcomes, by("card"), { one: "one_card", several: "several_cards" })],
    ["compare.refusal_issuers", issuersOf(outcomes)],
    ["compare.refusal_types", scopeOf(outcomes, by("type"), { one: "one_type", several: "several_types" })],
    ["compare.refusal_entry", entriesOf(outcomes)],
    ["compare.refusal_amounts", amountsOf(outcomes)],
    ["compare.refusal_onset", onsetOf(outcomes, answers)],
    ["compare.refusal_run", runOf(outcomes)],
    ["compare.refusal_type", newest ? typeOf(newest.trouble) : "none"],
    ["compare.manual_retry", keyedAgain(answers)],
    ...(newest ? otherTimes(newest.trouble, answers) : []),
    ...(newest && changedMs !== undefined
      ? ([["compare.refusal_since_change", beganAt(changedMs, outcomes, answers)]] as const)
      : []),
    ...(newest?.trouble.payer.card === undefined
      ? []
      : ([["compare.pin_wrongs_of_card", wrongPins(newest.trouble, answers)]] as const)),
  ];
}
