/** Who works on which request: what the host does, and the fields of its answer that are not the same for all. */
import { macOf } from "../iso8583/mac.ts";
import type { Fields, Message } from "../iso8583/message.ts";
import { isKeyLayout, makeWorkingKeys } from "../iso8583/working-keys.ts";
import type { HostBehaviour } from "./behaviour.ts";
import type { Ledger } from "./ledger.ts";
import type { Sessions } from "./sessions.ts";

export interface Office {
  readonly ledger: Ledger;
  readonly sessions: Sessions;
  readonly masterKey: Buffer;
  readonly random: (bytes: number) => Buffer;
  /** Field 39 for a payment: 00, or why not. */
  readonly authorise: (mti: string, fields: Fields) => string;
}

export interface Work {
  readonly fields: Fields;
  /** To be called when the terminal has the answer. */
  readonly delivered?: () => void;
}

export type Clerk = (request: Message, office: Office, manner: HostBehaviour["manner"]) => Work;

const OK = { 39: "00" } as const;
/** Answer codes as UnionPay's terminals know them. */
const CODES = { unsupported: "40", nothingToReverse: "25", duplicate: "94", badMac: "A0" } as const;
const ACQUIRER = { 32: "00010000" } as const;
/** What a parameter download brings here: the answer time-out (parameter 12) of 30 s, as text. */
const PARAMETERS = Buffer.from("1230").toString("hex");

const signIn: Clerk = ({ fields }, { sessions, masterKey, random }, manner) => {
  const layout = networkCode(fields);
  if (!isKeyLayout(layout)) return { fields: { 39: CODES.unsupported } };
  const { mac, field62 } = makeWorkingKeys(layout, masterKey, random);
  const { batch } = sessions.begin(terminalOf(fields), mac);
  const keys = manner === "short_keys" ? field62.slice(0, -2) : field62;
  return { fields: { ...OK, ...ACQUIRER, 60: `00${batch}${layout}`, 62: keys } };
};

/** Sign-off 002, echo 301, parameter download 360 and its end 361, status upload 362. */
const manage: Clerk = ({ fields }, { sessions }) => {
  const code = networkCode(fields);
  if (code === "002") sessions.end(terminalOf(fields));
  if (code === "360") return { fields: { ...OK, 62: PARAMETERS } };
  return { fields: ["002", "301", "361", "362"].includes(code) ? OK : { 39: CODES.unsupported } };
};

/** Sales, pre-authorisations and refunds are booked alike here. */
const sell: Clerk = ({ mti, fields }, { ledger, authorise }) => {
  const code = authorise(mti, fields);
  if (code !== OK[39]) return { fields: { ...ACQUIRER, 39: code } };
  const trace = fields[11] ?? "";
  const key = { terminal: terminalOf(fields), batch: batchIn(fields), trace };
  if (!ledger.book(key, fields[4] ?? "")) return { fields: { 39: CODES.duplicate } };
  return { fields: { ...OK, ...ACQUIRER, 38: trace.padStart(6, "0") }, delivered: () => ledger.hear(key) };
};

/** Field 61: batch and trace number of the original. */
const reverse: Clerk = ({ fields }, { ledger }) => {
  const original = fields[61] ?? "";
  const key = { terminal: terminalOf(fields), batch: original.slice(0, 6), trace: original.slice(6, 12) };
  return { fields: { ...ACQUIRER, 39: ledger.reverse(key) ? "00" : CODES.nothingToReverse } };
};

const settle: Clerk = ({ fields }, { sessions }, manner) => {
  sessions.nextBatch(terminalOf(fields));
  return { fields: { ...ACQUIRER, ...(fields[48] && { 48: fields[48] }), ...(manner !== "no_code" && OK) } };
};

const refuse: Clerk = () => ({ fields: { 39: CODES.unsupported } });

/** Only for who has signed in, and has the key. */
function guarded(clerk: Clerk): Clerk {
  return (request, office, manner) => {
    const key = office.sessions.of(terminalOf(request.fields))?.mac;
    const genuine = key !== undefined && request.fields[64] === macOf(key, request);
    return genuine ? clerk(request, office, manner) : { fields: { 39: CODES.badMac } };
  };
}

const CLERKS: Readonly<Record<string, Clerk>> = {
  "0100": guarded(sell),
  "0200": guarded(sell),
  "0220": guarded(sell),
  "0400": guarded(reverse),
  "0500": settle,
  "0800": signIn,
  "0820": manage,
};

/** By message type; types that the host does not offer are refused with 40. */
export function clerkFor(mti: string): Clerk {
  return CLERKS[mti] ?? refuse;
}

export function terminalOf(fields: Fields): string {
  return fields[41] ?? "";
}

/** Field 60: two digits of type, six of the batch, three of the network code. */
function batchIn(fields: Fields): string {
  return fields[60]?.slice(2, 8) ?? "";
}

function networkCode(fields: Fields): string {
  return fields[60]?.slice(8, 11) ?? "";
}
