/**
 * What a modem can report: every question of its profile asked once, with the answer's meaning and the time it took.
 * Identities are cut to their last four characters before anybody sees them.
 */
import { command, type KnownRequest } from "../at/commands.ts";
import type { Outcome } from "../at/exchange.ts";
import type { Fields } from "../at/facts/fact.ts";
import { replyFacts } from "../at/facts/index.ts";
import type { Clock } from "../base/clock.ts";
import type { VendorProfile } from "../modem/profile.ts";
import type { Session } from "../modem/session.ts";

export interface Inquiry {
  /** What it is for. */
  readonly about: string;
  readonly request: string;
  readonly result: "answered" | "refused" | "silent" | "needs_sim";
  /** Number of the modem's +CME ERROR. */
  readonly cme: number | undefined;
  readonly ms: number;
  /** What the answer says, or its lines where no reader knows them. */
  readonly said: Fields;
}

interface Question {
  /** What it is for. */
  readonly about: string;
  readonly request: KnownRequest;
}

const requestsOf = (questions: readonly { readonly request: KnownRequest }[]) =>
  questions.map(({ request }) => request);

function questions(profile: VendorProfile): readonly Question[] {
  const { simPresence } = profile;
  const topics: readonly (readonly [string, readonly KnownRequest[]])[] = [
    ["SIM", ["AT+CPIN?", ...(simPresence ? [simPresence.request] : [])]],
    ["card", [...profile.iccid, "AT+CIMI"]],
    ["signal", ["AT+CSQ", ...requestsOf(profile.radio)]],
    ["registration", ["AT+CREG?", "AT+CGREG?", "AT+CEREG?", "AT+C5GREG?"]],
    ["operator", ["AT+COPS?"]],
    ["bearer", ["AT+CGDCONT?", "AT+CGACT?", "AT+CGPADDR"]],
    ["cause", ["AT+CEER"]],
    ["temperature", requestsOf(profile.temperature)],
    ["voltage", requestsOf(profile.voltage)],
    ["traffic", requestsOf(profile.traffic)],
  ];
  return topics.flatMap(([about, requests]) => requests.map((request) => ({ about, request })));
}

/** IMEI, ICCID (which may have letters in it), IMSI and telephone numbers have at least ten digits. */
const identity = /[0-9A-F]{10,}/gi;

/** The same text with every identity cut to `…1234`. */
export function masked(text: string): string {
  return text.replace(identity, (found) => `…${found.slice(-4)}`);
}

function maskedValue(value: unknown): unknown {
  if (typeof value === "string") return masked(value);
  if (Array.isArray(value)) return value.map(maskedValue);
  return typeof value === "object" && value !== null ? maskedFields({ ...value }) : value;
}

function maskedFields(fields: Fields): Fields {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(known.map(([key, value]) => [key, maskedValue(value)]));
}

function saidBy(request: string, outcome: Outcome): Fields {
  if (outcome.kind !== "ok") return {};
  const fields = maskedFields(replyFacts({ command: request, context: "read" }, outcome.info, []));
  return Object.keys(fields).length > 0 || outcome.info.length === 0
    ? fields
    : { lines: outcome.info.map(maskedValue) };
}

const results: Readonly<Partial<Record<Outcome["kind"], Inquiry["result"]>>> = {
  ok: "answered",
  silent: "silent",
  port_lost: "silent",
  reset: "silent",
};

type Asked = Pick<Inquiry, "about" | "request">;

function answered(asked: Asked, outcome: Outcome, ms: number): Inquiry {
  const cme = outcome.kind === "cme" ? outcome.code : undefined;
  return { ...asked, result: results[outcome.kind] ?? "refused", cme, ms, said: saidBy(asked.request, outcome) };
}

/** One question may be too much for a modem; so many in a row, and it answers nothing any more. */
const mostSilences = 3;

function hasHung(inquiries: readonly Inquiry[]): boolean {
  const last = inquiries.slice(-mostSilences);
  return last.length === mostSilences && last.every(({ result }) => result === "silent");
}

/** Asks one after the other until the modem falls silent. Without a ready SIM those that need one are not sent: some modems block for 10 s on them. */
export async function inquire(session: Session, profile: VendorProfile, clock: Clock): Promise<readonly Inquiry[]> {
  const inquiries: Inquiry[] = [];
  const simReady = () => inquiries.some(({ request, said }) => request === "AT+CPIN?" && said["sim_state"] === "ready");
  for (const { about, request } of questions(profile)) {
    if (hasHung(inquiries)) break;
    const known = command(request);
    if (known.needsSim && !simReady()) {
      inquiries.push({ about, request, result: "needs_sim", cme: undefined, ms: 0, said: {} });
      continue;
    }
    const beganMs = clock.monoMs();
    const outcome = await session.send(known);
    inquiries.push(answered({ about, request }, outcome, clock.monoMs() - beganMs));
  }
  return inquiries;
}
