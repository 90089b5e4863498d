/** How an exchange ended, as fields: the final, the number and words of an error, and what it says of network and SIM. */
import { causeOfCme } from "../causes.ts";
import { cmeMeaning, cmsMeaning } from "../codes.ts";
import { namesOf } from "../commands.ts";
import type { Outcome } from "../exchange.ts";
import type { CallResult } from "../line.ts";
import { simStateOfCme } from "../parse/sim.ts";
import type { Fields } from "./fact.ts";

const callNames: Readonly<Record<CallResult, string>> = {
  no_carrier: "NO CARRIER",
  busy: "BUSY",
  no_answer: "NO ANSWER",
  no_dialtone: "NO DIALTONE",
  connect: "CONNECT",
};

/** Commands that read the card: without one they word it as "SIM failure" (Fibocom FM160-CN). */
const cardReading = /CCID$|^\+CIMI$|^\+CRSM$/;
const [notInserted, cardFailure] = [10, 13];

/** "Operation not supported", and its like in the range for packet data (TS 27.007 §9.2). */
const unsupportedCodes: ReadonlySet<number> = new Set([4, 140]);
const unsupportedWords = /^(invalid|unknown) command/i;

type Cme = Extract<Outcome, { kind: "cme" }>;

function simFacts(code: number, names: readonly string[]): Fields {
  if (names.includes("+CPIN")) return { sim_state: simStateOfCme(code) };
  const absent = code === notInserted || (code === cardFailure && names.some((name) => cardReading.test(name)));
  return absent ? { sim_state_hint: "absent" } : {};
}

function cmeFacts({ code, text }: Cme, command: string): Fields {
  const verbose = /^\d+$/.test(text) ? {} : { text };
  if (code === undefined) {
    return { final: "CME", cme: undefined, ...verbose, supported: unsupportedWords.test(text) ? false : undefined };
  }
  const cause = causeOfCme(code);
  return {
    final: "CME",
    cme: code,
    cme_name: cmeMeaning(code),
    ...verbose,
    ...(cause && { nas_cause: cause.cause, layer: cause.layer.toUpperCase() }),
    ...(unsupportedCodes.has(code) && { supported: false }),
    ...simFacts(code, namesOf(command)),
  };
}

export function finalFacts(outcome: Outcome | undefined, command: string): Fields {
  switch (outcome?.kind) {
    case "ok":
      return { final: "OK", supported: true };
    case "error":
      return { final: "ERROR" };
    case "unsupported":
      return { final: "ERROR", supported: false };
    case "cme":
      return cmeFacts(outcome, command);
    case "cms": {
      const cms_name = outcome.code === undefined ? undefined : cmsMeaning(outcome.code);
      return { final: "CMS", cms: outcome.code, cms_name, text: outcome.text };
    }
    case "call":
      return { final: callNames[outcome.result] };
    case "reset":
      return { final: "RESET" };
    case "silent":
    case "port_lost":
    case "refused":
    case undefined:
      return { final: undefined };
  }
}
