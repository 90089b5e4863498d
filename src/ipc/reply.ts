/** An answer of the merchant, read from `unknown`: two names as this agent makes them, and nothing else. */

export type Replied =
  | { readonly kind: "reply"; readonly question: string; readonly answer: string }
  | { readonly kind: "refused"; readonly refused: "malformed" | "unknown_question" | "bad_value" };

const questionName = /^[a-z]{1,24}$/;
const answerName = /^[a-z_]{1,24}$/;

/** The data of `posdiag.reply` but its number: `question` and `answer`. */
export function readReply({ question, answer, ...rest }: Readonly<Record<string, unknown>>): Replied {
  if (Object.keys(rest).length > 0 || typeof question !== "string" || typeof answer !== "string") {
    return { kind: "refused", refused: "malformed" };
  }
  if (!questionName.test(question)) return { kind: "refused", refused: "unknown_question" };
  if (!answerName.test(answer)) return { kind: "refused", refused: "bad_value" };
  return { kind: "reply", question, answer };
}
