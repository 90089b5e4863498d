/** The messages that the cashier sends. No field for a card is ever filled: not 2, 14, 35, 36, 52 or 55. */
import { type Payer, writePayer } from "../acquirer/payer.ts";
import { macOf } from "../iso8583/mac.ts";
import type { Message } from "../iso8583/message.ts";
import type { KeyLayout } from "../iso8583/working-keys.ts";

/** Who sends: fields 41 and 42, eight and fifteen characters; the batch of field 60. */
export interface Identity {
  readonly terminal: string;
  readonly merchant: string;
  readonly batch: string;
}

/** Sale, pre-authorisation or refund; a refund is an advice in ISO 8583, a sale in words. */
export type SaleKind = "sale" | "preauth" | "refund";
/** How the card was read. `fallback`: the stripe of a card whose chip failed. */
export type EntryMode = "icc" | "nfc" | "mag" | "fallback" | "manual";

/** A sale that may have to be reversed. */
export interface SaleRecord {
  /** Six digits, the batch's among them. */
  readonly trace: string;
  readonly batch: string;
  /** Fen, twelve digits. */
  readonly amount: string;
  readonly payer: Payer;
  readonly kind: SaleKind;
  readonly entry: EntryMode;
}

/** Why a reversal is sent, in its field 39: no answer came, the answer's MAC was wrong, it could not be read. */
export type ReversalReason = "98" | "A0" | "06";

/** Message type, processing code and field 60.1. */
const KINDS = {
  sale: { mti: "0200", code: "000000", type: "22" },
  preauth: { mti: "0100", code: "030000", type: "10" },
  refund: { mti: "0220", code: "200000", type: "25" },
} as const satisfies Readonly<Record<SaleKind, object>>;
/** The first two digits of field 22; the third says that a PIN was asked for (1) or not (2). */
const ENTRIES: Readonly<Record<EntryMode, string>> = { icc: "05", nfc: "07", mag: "02", fallback: "02", manual: "01" };
/** Field 60.4: chips and contactless cards can be read. 60.5: 2 after a chip that failed, otherwise 1. */
const ABILITY = "6";
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

export function saleRequest(who: Identity, sale: SaleRecord, key: Buffer): Message {
  const { trace, batch, amount, payer, kind, entry } = sale;
  const { mti, code, type } = KINDS[kind];
  const way = `${ENTRIES[entry]}${payer.pin === "none" ? 2 : 1}`;
  const business = { 3: code, 4: amount, 11: trace, 22: way, 25: "00", 44: writePayer(payer), 49: CURRENCY };
  const reader = `${ABILITY}${entry === "fallback" ? 2 : 1}`;
  return withMac(key, { mti, fields: { ...business, ...common(who), 60: `${type}${batch}000${reader}` } });
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
