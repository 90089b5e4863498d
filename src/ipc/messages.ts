/**
 * What is said on the local socket. A peer's message is read from `unknown` against this allow-list: own event names,
 * named fields and no others, and of the signals only those that a payment application knows best.
 */
import type { Operation } from "../model/alarm.ts";
import type { AlarmListView, AlarmView } from "../model/alarm-view.ts";
import type { CodeView } from "../model/code-view.ts";
import type { QuestionView, TestReport } from "../model/test-view.ts";
import { type Language, languages } from "../model/text.ts";
import type { AgentStatus, DiagnosisView } from "../model/view.ts";
import { type Observed, readObservation, readTelling } from "./observation.ts";
import { readOperation } from "./operation.ts";
import { readReply } from "./reply.ts";

/**
 * Events that a peer may send. `observe` says one signal, `tell` several of one instant. `alive` only keeps the connection
 * from being cut as idle. `operate` is a person's word on one alarm.
 * `question` asks for the question to show to the merchant, `reply` brings his answer. `code` asks for the verdict to read out.
 */
export const events = {
  status: "posdiag.status",
  diagnose: "posdiag.diagnose",
  subscribe: "posdiag.subscribe",
  observe: "posdiag.observe",
  tell: "posdiag.tell",
  question: "posdiag.question",
  reply: "posdiag.reply",
  alive: "posdiag.alive",
  alarms: "posdiag.alarms",
  operate: "posdiag.operate",
  code: "posdiag.code",
} as const;

/** Events that the agent sends: `diagnosis` and `asked` to those who follow, `progress` before an answer, the others on request. */
export const replies = {
  answer: "posdiag.answer",
  refusal: "posdiag.refusal",
  diagnosis: "posdiag.diagnosis",
  asked: "posdiag.asked",
  progress: "posdiag.progress",
} as const;

export type EventName = (typeof events)[keyof typeof events];
export const eventNames: readonly EventName[] = Object.values(events);

/**
 * Why a message was not taken. `not_configured`: of modem and SIM only the serial port tells here. `card_data`: it holds
 * what may be a card number, and all of it was thrown away. `unknown_question`: no question of this name is open, it was never
 * asked or somebody has answered it; `expired_question`: it was withdrawn, or the answer came too late. `failed`: the agent had
 * no answer in time, or an error of its own.
 */
export const refusals = [
  "unknown_signal",
  "not_configured",
  "bad_value",
  "too_large",
  "too_often",
  "malformed",
  "card_data",
  "unknown_question",
  "expired_question",
  "unknown_alarm",
  "failed",
] as const;
export type Refusal = (typeof refusals)[number];

/** The number that a peer gave its request, 0 to 2³² - 1; `null` when it gave none. Every reply repeats it. */
export type RequestNumber = number | null;

export type Answer =
  | { readonly request: RequestNumber; readonly status: AgentStatus }
  | { readonly request: RequestNumber; readonly diagnosis: DiagnosisView }
  | { readonly request: RequestNumber; readonly alarms: AlarmListView }
  | { readonly request: RequestNumber; readonly alarm: AlarmView }
  /** `null`: there is nothing to ask. */
  | { readonly request: RequestNumber; readonly question: QuestionView | null }
  | { readonly request: RequestNumber; readonly code: CodeView }
  | { readonly request: RequestNumber; readonly accepted: true };

export type ProgressMessage = TestReport & { readonly request: RequestNumber };
export interface AskedMessage {
  readonly question: QuestionView | null;
}

export interface RefusalMessage {
  readonly request: RequestNumber;
  readonly refused: Refusal;
}

export type Request =
  | { readonly kind: "status" }
  | { readonly kind: "alive" }
  /** Without a language: the merchant's. `active`: safe tests may be run first. */
  | { readonly kind: "diagnose"; readonly language: Language | undefined; readonly active: boolean }
  | { readonly kind: "subscribe"; readonly language: Language | undefined }
  /** `follow`: now and on every change. */
  | { readonly kind: "question"; readonly language: Language | undefined; readonly follow: boolean }
  | { readonly kind: "reply"; readonly question: string; readonly answer: string }
  /** `all`: also what is cleared or closed. Without a language: the merchant's. */
  | { readonly kind: "alarms"; readonly language: Language | undefined; readonly all: boolean }
  | { readonly kind: "operate"; readonly language: Language | undefined; readonly operation: Operation }
  /** Without a language: the merchant's. */
  | { readonly kind: "code"; readonly language: Language | undefined }
  /** All of one instant, context first. */
  | { readonly kind: "observe"; readonly observed: readonly Observed[] };

export type Parsed = Request | { readonly kind: "refused"; readonly refused: Refusal };

const malformed: Parsed = { kind: "refused", refused: "malformed" };

export function isEventName(name: string): name is EventName {
  return eventNames.some((known) => known === name);
}

export function requestNumber(data: unknown): RequestNumber {
  const number = fields(data)?.["request"];
  return isRequestNumber(number) ? number : null;
}

function isRequestNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;
}

/** The data of one event, read. */
export function parseRequest(event: EventName, data: unknown): Parsed {
  const given = fields(data ?? {});
  if (!given) return malformed;
  const { request, ...rest } = given;
  if (request !== undefined && !isRequestNumber(request)) return malformed;
  switch (event) {
    case events.status:
      return only(rest, []) ? { kind: "status" } : malformed;
    case events.alive:
      return only(rest, []) ? { kind: "alive" } : malformed;
    case events.diagnose:
      return parseDiagnose(rest);
    case events.subscribe:
      return parseAddressed("subscribe", rest);
    case events.question:
      return parseQuestion(rest);
    case events.reply:
      return readReply(rest);
    case events.observe:
      return readObservation(rest);
    case events.tell:
      return readTelling(rest);
    case events.alarms:
      return parseAlarms(rest);
    case events.operate:
      return parseOperate(rest);
    case events.code:
      return parseAddressed("code", rest);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Own fields of a plain object, on an object that inherits nothing. */
function fields(data: unknown): Fields | undefined {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  return Object.assign(Object.create(null), data);
}

function only(given: Fields, names: readonly string[]): boolean {
  return Object.keys(given).every((name) => names.includes(name));
}

function isLanguage(value: unknown): value is Language {
  return languages.some((known) => known === value);
}

function parseDiagnose(given: Fields): Parsed {
  const { lang: language, active = false } = given;
  if (!only(given, ["lang", "active"]) || typeof active !== "boolean") return malformed;
  if (language !== undefined && !isLanguage(language)) return malformed;
  return { kind: "diagnose", language, active };
}

/** What has a language and nothing else. */
function parseAddressed(kind: "subscribe" | "code", given: Fields): Parsed {
  const { lang: language } = given;
  if (!only(given, ["lang"]) || (language !== undefined && !isLanguage(language))) return malformed;
  return { kind, language };
}

function parseAlarms(given: Fields): Parsed {
  const { lang: language, all = false } = given;
  if (!only(given, ["lang", "all"]) || typeof all !== "boolean") return malformed;
  if (language !== undefined && !isLanguage(language)) return malformed;
  return { kind: "alarms", language, all };
}

function parseOperate({ lang: language, ...given }: Fields): Parsed {
  if (language !== undefined && !isLanguage(language)) return malformed;
  const operation = readOperation(given);
  return typeof operation === "string"
    ? { kind: "refused", refused: operation }
    : { kind: "operate", language, operation };
}

function parseQuestion(given: Fields): Parsed {
  const { lang: language, follow = false } = given;
  if (!only(given, ["lang", "follow"]) || typeof follow !== "boolean") return malformed;
  if (language !== undefined && !isLanguage(language)) return malformed;
  return { kind: "question", language, follow };
}
