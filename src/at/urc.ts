/**
 * Unsolicited lines: what a modem says without being asked. A table from name to parser; families add rows. Names are
 * known so that such a line in the middle of a reply is not taken for a part of it.
 */
import { bodyOf, integerOf, prefixOf, splitFields, textOf } from "./fields.ts";
import { type PacketEvent, parseCgev } from "./parse/data.ts";
import { isRegistrationReport, parseRegistration, type Registration } from "./parse/registration.ts";
import { type Pin, parseCpin, parseQsimstat, type SimPresence } from "./parse/sim.ts";

export type Urc =
  | { readonly kind: "registration"; readonly registration: Registration }
  | { readonly kind: "sim_pin"; readonly pin: Pin }
  | { readonly kind: "sim_presence"; readonly presence: SimPresence }
  | { readonly kind: "packet"; readonly event: PacketEvent }
  | { readonly kind: "signal"; readonly rssiRaw: number }
  /** Known by name; nothing in it is measured. */
  | { readonly kind: "notice"; readonly name: string };

type Parser = (line: string) => Urc | undefined;

const registration: Parser = (line) => {
  const parsed = parseRegistration(line);
  return parsed && { kind: "registration", registration: parsed };
};

/** `+QIND: "csq",20,99` (EC2x); other indications are notices. */
const indication: Parser = (line) => {
  const fields = splitFields(bodyOf(line));
  const rssiRaw = textOf(fields[0]) === "csq" ? integerOf(fields[1]) : undefined;
  return rssiRaw === undefined ? { kind: "notice", name: "indication" } : { kind: "signal", rssiRaw };
};

const notice = (name: string): Parser => {
  const urc: Urc = { kind: "notice", name };
  return () => urc;
};

const parsers: ReadonlyMap<string, Parser> = new Map([
  ["+CREG", registration],
  ["+CGREG", registration],
  ["+CEREG", registration],
  ["+C5GREG", registration],
  [
    "+CPIN",
    (line) => {
      const pin = parseCpin(line);
      return pin && { kind: "sim_pin", pin };
    },
  ],
  [
    "+QSIMSTAT",
    (line) => {
      const presence = parseQsimstat(line);
      return presence && { kind: "sim_presence", presence };
    },
  ],
  [
    "+CGEV",
    (line) => {
      const event = parseCgev(line);
      return event && { kind: "packet", event };
    },
  ],
  ["+QIND", indication],
  ["+CFUN", notice("functionality")],
  ["+QUSIM", notice("sim_kind")],
  ["+QIURC", notice("ip_stack")],
  ["+QPING", notice("ping_result")],
  ["+QNTP", notice("ntp_result")],
  ["+CTZV", notice("time_zone")],
  ["+CTZE", notice("time_zone")],
  ["+CTZU", notice("time_zone")],
  ["+NITZ", notice("time_zone")],
  ["+CIEV", notice("indicator")],
  ["+CRING", notice("ring")],
  ["+CLIP", notice("caller")],
  ["+CCWA", notice("caller")],
  ["+CMT", notice("message")],
  ["+CMTI", notice("message")],
  ["+CDS", notice("message_report")],
  ["+CDSI", notice("message_report")],
  ["+CUSD", notice("ussd")],
  ["+PACSP", notice("plmn_mode")],
]);

/** Whole lines without parameters. */
const sentences: ReadonlyMap<string, Urc> = new Map(
  Object.entries({
    RING: "ring",
    "POWERED DOWN": "shutdown",
    "NORMAL POWER DOWN": "shutdown",
    "PB DONE": "phonebook_ready",
    "SMS DONE": "sms_ready",
    "SMS READY": "sms_ready",
    "CALL READY": "call_ready",
    "+PBREADY": "phonebook_ready",
    "+SIM READY": "sim_ready",
    "+SIM DROP": "sim_dropped",
  }).map(([text, name]): [string, Urc] => [text, { kind: "notice", name }]),
);

/** What an unsolicited line says; undefined when no table knows it or its fields make no sense. */
export function parseUrc(line: string): Urc | undefined {
  const prefix = prefixOf(line);
  return prefix === undefined ? sentences.get(line.toUpperCase()) : parsers.get(prefix)?.(line);
}

/** Whether a line can come unasked. */
export function isUrc(line: string): boolean {
  const prefix = prefixOf(line);
  return prefix === undefined ? sentences.has(line.toUpperCase()) : parsers.has(prefix);
}

/** Whether a line with the name of the reply waited for is a report all the same, by its form. */
export function isReportForm(line: string): boolean {
  return isRegistrationReport(line);
}
