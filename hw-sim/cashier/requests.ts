/** The messages that the cashier sends. No field for a card is ever filled: not 2, 14, 35, 36, 52 or 55. */
import { macOf } from "../iso8583/mac.ts";
import type { Message } from "../iso8583/message.ts";
import type { KeyLayout } from "../iso8583/working-keys.ts";

/** Who sends: fields 41 and 42, eight and fifteen characters; the batch of field 60. */
export interface Identity {
  readonly terminal: string;
  readonly merchant: string;
  readonly batch: string;
}

/** A sale that may have to be reversed. */
export interface SaleRecord {
  /** Six digits, the batch's among them. */
  readonly trace: string;
  readonly batch: string;
  /** Fen, twelve digits. */
  readonly amount: string;
  readonly group: string;
}

/** Why a reversal is sent, in its field 39: no answer came, the answer's MAC was wrong, it could not be read. */
export type ReversalReason = "98" | "A0" | "06";

const PROCESSING = { sale: "000000" } as const;
/** Renminbi (ISO 4217). */
const CURRENCY = "156";
const OPERATOR = "001";

function common({ terminal, merchant }: Identity) {
  return { 41: terminal, 42: merchant };
}

export function signInRequest(who: Identity, trace: string, layout: KeyLayout): Message {
  return { mti: "0800", fields: { 11: trace, ...common(who), 60: `00${who.batch}${layout}`, 63: OPERATOR } };
}

/** Network management without keys and without a trace number: 301 is the echo, 002 signs off. */
export function managementRequest(who: Identity, code: string): Message {
  return { mti: "0820", fields: { ...common(who), 60: `00${who.batch}${code}` } };
}

export function saleRequest(who: Identity, { trace, batch, amount, group }: SaleRecord, key: Buffer): Message {
  const business = { 3: PROCESSING.sale, 4: amount, 11: trace, 22: "012", 25: "00", 44: group, 49: CURRENCY };
  return withMac(key, { mti: "0200", fields: { ...business, ...common(who), 60: `22${batch}000` } });
}

/** The sale once more, with the reason in 39 and the original's batch and trace in 61. */
export function reversalRequest(who: Identity, sale: SaleRecord, { key, reason }: ReversalTerms): Message {
  const { fields } = saleRequest(who, sale, key);
  return withMac(key, { mti: "0400", fields: { ...fields, 39: reason, 61: `${sale.batch}${sale.trace}` } });
}

export interface ReversalTerms {
  readonly key: Buffer;
  readonly reason: ReversalReason;
}

export function settlementRequest(who: Identity, trace: string, totals: string): Message {
  return { mti: "0500", fields: { 11: trace, ...common(who), 48: totals, 49: CURRENCY, 60: `00${who.batch}201` } };
}

function withMac(key: Buffer, message: Message): Message {
  return { ...message, fields: { ...message.fields, 64: macOf(key, message) } };
}
