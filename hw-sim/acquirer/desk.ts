/** The host's work: a request in, an answer out, and what was booked. No sockets, and no time but what it is given. */
import { macOf } from "../iso8583/mac.ts";
import type { Fields, Message } from "../iso8583/message.ts";
import { timeFields } from "../iso8583/time-fields.ts";
import { codeFor, type HostBehaviour } from "./behaviour.ts";
import { clerkFor, type Office, terminalOf, type Work } from "./clerks.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { readPayer } from "./payer.ts";
import { createSessions } from "./sessions.ts";

export interface DeskSetup {
  /** The host's wall clock; fields 12 and 13 are its local time. */
  readonly now: () => Date;
  /** The terminals' master key, 16 bytes. */
  readonly masterKey: Buffer;
  readonly random: (bytes: number) => Buffer;
  /** Decides on payments, in field 39; without it every one is fine. */
  readonly authorise?: Office["authorise"];
}

export interface Answer {
  readonly message: Message;
  /** To be called when it has left towards a terminal that still was there. */
  readonly delivered: () => void;
}

export interface Desk {
  readonly ledger: Ledger;
  /** Undefined for what is no request: a host does not answer those. */
  answer(request: Message, behaviour: HostBehaviour): Answer | undefined;
}

export function createDesk({ now, masterKey, random, authorise = () => "00" }: DeskSetup): Desk {
  const office: Office = { ledger: createLedger(), sessions: createSessions(), masterKey, random, authorise };
  let references = 0;
  const work = (request: Message, behaviour: HostBehaviour): Work => {
    // The issuer's alias stands in field 44, where answers name the issuer; a card number is never sent on this bench.
    const code = codeFor(behaviour, request.mti, readPayer(request.fields)?.issuer);
    if (code !== undefined && code !== "00") return { fields: { 39: code } };
    return clerkFor(request.mti)(request, office, behaviour.manner);
  };
  /** Field 11 of a request brings a reference number: messages of management have neither. */
  const reference = ({ 11: trace }: Fields): Fields => {
    if (trace === undefined) return {};
    references += 1;
    return { 37: String(references).padStart(12, "0") };
  };
  /** Field 64 of what goes to a terminal that has keys. */
  const sealed = (message: Message, manner: HostBehaviour["manner"]): Message => {
    const key = office.sessions.of(terminalOf(message.fields))?.mac;
    if (!key || !SEALED.includes(message.mti)) return message;
    const wrong = manner === "bad_mac" && message.mti === "0210";
    return { ...message, fields: { ...message.fields, 64: macOf(wrong ? random(8) : key, message) } };
  };
  return {
    ledger: office.ledger,
    answer: (request, behaviour) => {
      if (!isRequest(request.mti)) return undefined;
      const { fields, delivered = () => {} } = work(request, behaviour);
      const common = { ...echoed(request.fields), ...reference(request.fields), ...timeFields(now()) };
      const answer = { mti: answerTo(request.mti), fields: { ...common, ...fields } };
      return { message: sealed(answer, behaviour.manner), delivered };
    },
  };
}

/** Answers that carry a MAC. */
const SEALED: readonly string[] = ["0110", "0210", "0230", "0410"];

/** What an answer repeats of its request. */
const ECHOED = [3, 4, 11, 25, 41, 42, 44, 49, 60] as const;

function echoed(fields: Fields): Fields {
  return Object.fromEntries(
    ECHOED.flatMap((number) => (fields[number] === undefined ? [] : [[number, fields[number]]])),
  );
}

/** ISO 8583 4.1.1: the third digit is even in requests and advices; the answer's is one higher. */
function isRequest(mti: string): boolean {
  return /^\d\d[02468]\d$/.test(mti);
}

function answerTo(mti: string): string {
  return `${mti.slice(0, 2)}${Number(mti[2]) + 1}${mti.slice(3)}`;
}
