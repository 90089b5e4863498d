/** What a response code means: the acquirer's own file first, then its scheme, then the common table, then what others use privately. */
import type { RefusalMeaning } from "../model/signals/meanings.ts";
import type { CodeTable } from "./code-table.ts";
import { giccCodes } from "./tables/gicc.ts";
import { mastercardCodes } from "./tables/mastercard.ts";
import { privateCodes } from "./tables/private.ts";
import { unionpayFrom50 } from "./tables/unionpay-from-50.ts";
import { unionpayTo49 } from "./tables/unionpay-to-49.ts";
import { visaCodes } from "./tables/visa.ts";

export const codeSchemes = ["unionpay", "visa", "mastercard", "gicc"] as const;
export type CodeScheme = (typeof codeSchemes)[number];

const schemes: Readonly<Record<CodeScheme, CodeTable>> = {
  unionpay: {},
  visa: visaCodes,
  mastercard: mastercardCodes,
  gicc: giccCodes,
};

/** Codes of two letters and digits that only foreign schemes write: no list of the common table knows another meaning. */
const foreign: CodeTable = { ...mastercardCodes, ...visaCodes };

/** Response code → meaning, as one acquirer has it. */
export type CodeBook = (code: string) => RefusalMeaning;

/** `own`: codes that this acquirer reads in another way. */
export function createCodeBook(
  scheme: CodeScheme = "unionpay",
  own: Readonly<Record<string, RefusalMeaning>> = {},
): CodeBook {
  const common: CodeTable = { ...foreign, ...privateCodes, ...unionpayTo49, ...unionpayFrom50, ...schemes[scheme] };
  return (code) => (Object.hasOwn(own, code) ? own[code] : common[code]?.meaning) ?? "other";
}

/** Aliases of foreign issuers begin with their scheme. */
const byAlias: readonly (readonly [RegExp, CodeTable])[] = [
  [/^(visa|v-|v_)/i, visaCodes],
  [/^(mc|master)/i, mastercardCodes],
];

/** What a card's own scheme means by a code, where that is not what the common table says. */
export function meaningInScheme(code: string, issuer: string | undefined): RefusalMeaning | undefined {
  const table = byAlias.find(([alias]) => issuer !== undefined && alias.test(issuer))?.[1];
  return table?.[code]?.meaning;
}
