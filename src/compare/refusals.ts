/** Refusals with a code: what each means, and whose trouble the newest one is. */
import type { CodeBook } from "../codes/response-codes.ts";
import type { RefusalMeaning } from "../model/signals/compare.ts";
import type { Drawn } from "./drawn.ts";
import type { Happening, Payer } from "./happening.ts";
import type { End } from "./past.ts";
import { amountsOf, newestOf, type Outcome, scopeOf } from "./scope.ts";

export interface Answer {
  readonly atMs: number;
  readonly payment: number;
  readonly payer: Readonly<Payer>;
  readonly meaning: RefusalMeaning;
}

/** An approval without a code is one; what got no answer is none. */
export function answerIn(happening: Happening, codes: CodeBook): Answer | undefined {
  const { atMs, payment, payer } = happening;
  const code = happening.said("txn.rc");
  if (typeof code === "string") return { atMs, payment, payer, meaning: codes(code) };
  if (happening.said("txn.outcome") === "approved") return { atMs, payment, payer, meaning: "none" };
  return undefined;
}

/** Answers of one payment said twice, by code and by outcome, are one. */
export function answersOf(happenings: readonly Happening[], codes: CodeBook): readonly Answer[] {
  const answers: Answer[] = [];
  for (const happening of happenings) {
    const answer = answerIn(happening, codes);
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

function keyedAgain(answers: readonly Answer[]): "none" | "approved_after" | "refused_again" {
  const keyed = answers.filter(({ payer }) => payer.entry === "manual");
  const refused = keyed.findLastIndex(
    ({ meaning }) => meaning === "card_number_invalid" || meaning === "no_such_account" || meaning === "card_expired",
  );
  if (refused < 0) return "none";
  if (keyed[refused + 1]?.meaning === "none") return "approved_after";
  return keyed[refused - 1] && keyed[refused - 1]?.meaning !== "none" ? "refused_again" : "none";
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

/** One card of a bank is no bank. */
function issuersOf(outcomes: readonly Outcome[]): "none" | "one_issuer" | "several_issuers" | "unclear" {
  const scope = scopeOf(outcomes, by("issuer"), { one: "one_issuer", several: "several_issuers" });
  const met = outcomes.filter((outcome) => outcome.met).length;
  return scope === "one_issuer" && met < 2 ? "unclear" : scope;
}

/** Whether an issuer is out, silent or in error is the same trouble. */
const alike: Readonly<Partial<Record<RefusalMeaning, RefusalMeaning>>> = {
  issuer_silent: "issuer_out",
  issuer_error: "issuer_out",
};

const kindOf = ({ meaning }: Answer): RefusalMeaning | undefined =>
  meaning === "none" ? undefined : (alike[meaning] ?? meaning);

/** Distinct cards refused so since the last approval. */
function runOf(outcomes: readonly Outcome[]): number {
  const run = outcomes.slice(outcomes.findLastIndex(({ met }) => !met) + 1);
  return new Set(run.flatMap(({ payer }) => payer.card ?? [])).size;
}

/** Drawn of the compare signals about refusals. */
export function compareRefusals(answers: readonly Answer[], ends: readonly End[]): Drawn {
  if (answers.length === 0) return [];
  const newest = newestOf(
    answers.map((answer) => ({ ...answer, kind: kindOf(answer) })),
    ends,
  );
  const outcomes = newest?.outcomes ?? [];
  return [
    ["compare.refusal", newest?.trouble.meaning ?? "none"],
    ["compare.refusal_cards", scopeOf(outcomes, by("card"), { one: "one_card", several: "several_cards" })],
    ["compare.refusal_issuers", issuersOf(outcomes)],
    ["compare.refusal_types", scopeOf(outcomes, by("type"), { one: "one_type", several: "several_types" })],
    ["compare.refusal_entry", scopeOf(outcomes, by("entry"), { one: "one_way", several: "several_ways" })],
    ["compare.refusal_amounts", amountsOf(outcomes)],
    ["compare.refusal_onset", onsetOf(outcomes, answers)],
    ["compare.refusal_run", runOf(outcomes)],
    ["compare.manual_retry", keyedAgain(answers)],
    ...(newest?.trouble.payer.card === undefined
      ? []
      : ([["compare.pin_wrongs_of_card", wrongPins(newest.trouble, answers)]] as const)),
  ];
}
