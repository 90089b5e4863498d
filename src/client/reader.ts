/** What happens at the card reader. The payment application owns it; the agent never opens it. */
import type { Facts, ValueIn } from "./facts.ts";
import type { Say } from "./transaction.ts";
import { verificationFlags } from "./verification.ts";

export interface Reader {
  chip(event: ValueIn<"reader.icc_event">): void;
  /** SW1 SW2 of the reply that decided, four hexadecimal digits. */
  statusWord(word: string): void;
  /** EMV tag 95: its five bytes, or ten hexadecimal digits. */
  verification(results: string | Uint8Array): void;
  contactless(event: ValueIn<"reader.nfc_event">): void;
  /** What the contactless kernel decided. */
  contactlessOutcome(outcome: ValueIn<"reader.contactless_outcome">): void;
  stripe(event: ValueIn<"reader.mag_event">): void;
  /** The device itself, as its driver says. */
  status(status: ValueIn<"reader.status">): void;
}

/** 63CX: a wrong PIN, and X tries are left (ISO/IEC 7816-4, table 6). */
const triesLeft = /^63C([0-9A-F])$/;

function wordFacts(said: string): Facts {
  const word = said.toUpperCase();
  const [, left] = triesLeft.exec(word) ?? [];
  return { "reader.icc_sw": word, "txn.pin_tries_left": left === undefined ? undefined : Number.parseInt(left, 16) };
}

export function createReader(say: Say): Reader {
  return {
    chip: (event) => say({ "reader.icc_event": event }),
    statusWord: (word) => say(() => wordFacts(word)),
    verification: (results) => say(() => ({ "reader.tvr_bits": verificationFlags(results) })),
    contactless: (event) => say({ "reader.nfc_event": event }),
    contactlessOutcome: (outcome) => say({ "reader.contactless_outcome": outcome }),
    stripe: (event) => say({ "reader.mag_event": event }),
    status: (status) => say({ "reader.status": status }),
  };
}
