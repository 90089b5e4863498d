/**
 * Who pays, as it stands in field 44 on this bench, where answers of real hosts name the issuer: alias of the issuer, and
 * behind dots those of the account and what came of the PIN, `g1.k12.r`. Real terminals send card data instead.
 */
import type { Fields } from "../iso8583/message.ts";

export interface Payer {
  readonly issuer: string;
  /** Undefined where only the issuer is told. */
  readonly account?: string;
  readonly pin: "right" | "wrong" | "none";
}

const LETTERS = { right: "r", wrong: "w", none: "n" } as const;

export function writePayer({ issuer, account, pin }: Payer): string {
  return account === undefined ? issuer : `${issuer}.${account}.${LETTERS[pin]}`;
}

export function readPayer(fields: Fields): Payer | undefined {
  const text = fields[44];
  if (text === undefined) return undefined;
  const [issuer = "", account, letter] = text.split(".");
  const pin = letter === "r" ? "right" : letter === "w" ? "wrong" : "none";
  return { issuer, pin, ...(account !== undefined && { account }) };
}
