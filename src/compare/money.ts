/** Where the money is: approvals without a slip, results that nobody knows, two approvals for one purchase. */
import type { CodeBook } from "../codes/response-codes.ts";
import type { SignalId } from "../model/signal.ts";
import type { Drawn } from "./drawn.ts";
import type { Happening } from "./happening.ts";
import { type Answer, answersOf } from "./refusals.ts";

/** Whether a slip came out, where anything was said about it. */
function slipIn({ said }: Happening): boolean | undefined {
  const [receipt, job] = [said("txn.receipt_printed"), said("printer.job")];
  if (typeof receipt === "boolean") return receipt;
  // Half a slip is for the printer's fault to tell.
  return job === undefined || job === "partial" ? undefined : job === "printed";
}

/** The newest approval has no slip, and nothing was printed since. */
function isUnprinted(happenings: readonly Happening[], codes: CodeBook): boolean | undefined {
  const last = answersOf(happenings, codes).findLast(({ meaning }) => meaning === "none");
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

/** Sent, and no answer is known: until a reversal or a later payment has settled it. */
function isUnknown(happenings: readonly Happening[], codes: CodeBook): boolean | undefined {
  let open: boolean | undefined;
  for (const { said } of happenings) {
    const outcome = said("txn.outcome");
    const code = said("txn.rc");
    const meaning = typeof code === "string" ? codes(code) : undefined;
    if (outcome === "timeout" || outcome === "unknown" || meaning === "result_unknown") open = true;
    else if (outcome === "approved" || outcome === "declined" || meaning !== undefined) open = false;
    const reversal = said("txn.reversal_state");
    if (reversal === "ok" || reversal === "failed") open = false;
  }
  return open;
}

const twiceMs = 900_000;

function isTwice(answers: readonly Answer[]): boolean | undefined {
  const approved = answers.filter(({ meaning, payer }) => meaning === "none" && payer.card !== undefined);
  const [before, last] = approved.slice(-2);
  if (!before || !last) return undefined;
  if (before.payer.amountFen === undefined || last.payer.type === "void" || last.payer.type === "refund")
    return undefined;
  const same = before.payer.card === last.payer.card && before.payer.amountFen === last.payer.amountFen;
  return same && before.payment !== last.payment && last.atMs - before.atMs <= twiceMs;
}

/** Drawn of the compare signals about money. */
export function compareMoney(happenings: readonly Happening[], codes: CodeBook): Drawn {
  const values: readonly (readonly [SignalId, boolean | undefined])[] = [
    ["compare.unprinted_approval", isUnprinted(happenings, codes)],
    ["compare.result_unknown", isUnknown(happenings, codes)],
    ["compare.double_approval", isTwice(answersOf(happenings, codes))],
  ];
  return values.flatMap(([signal, value]) => (value === undefined ? [] : [[signal, value] as const]));
}
