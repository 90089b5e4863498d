/** How the catalogue asks what a coded answer means, and whom it meets. */
import type { Predicate } from "../../model/catalogue.ts";
import type { RefusalMeaning } from "../../model/signals/meanings.ts";

/** The newest refusal that still matters. */
export const meant = (leak: number, ...is: readonly RefusalMeaning[]) =>
  ({ when: { signal: "compare.refusal", is }, class: "answer", leak, complaint: true }) as const;

export type Scope = Extract<Predicate, { readonly is: unknown } | { readonly above: unknown }>;

/** The newest refusal means this, and meets those: the scope of one refusal says nothing of another. */
export function meets(leak: number, scope: Scope, ...is: readonly RefusalMeaning[]) {
  return { when: { all: [{ signal: "compare.refusal", is }, scope] }, class: "count", leak } as const;
}

export const one: Scope = { signal: "compare.refusal_cards", is: ["one_card"] };
export const several: Scope = { signal: "compare.refusal_cards", is: ["several_cards"] };
export const oneIssuer: Scope = { signal: "compare.refusal_issuers", is: ["one_issuer"] };
export const merchantRefusals = ["merchant_unknown", "merchant_frozen", "not_permitted_to_terminal"] as const;

/** Of a payment, or of a sign-in. */
export const meantAnywhere = (leak: number, ...is: readonly RefusalMeaning[]) =>
  ({
    when: {
      any: [
        { signal: "compare.refusal", is },
        { signal: "compare.signin", is },
      ],
    },
    class: "answer",
    leak,
    complaint: true,
  }) as const;

/** Each has a fault of its own. */
export const rare = 2e-5;
