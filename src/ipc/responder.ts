/** Requests of peers → the agent's handlers → answers. A handler that throws or hangs costs its answer and nothing else. */
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Operation } from "../model/alarm.ts";
import type { AlarmListView, AlarmView } from "../model/alarm-view.ts";
import type { CodeView } from "../model/code-view.ts";
import { absent, type Reading, reading } from "../model/reading.ts";
import { isTelephonySignal } from "../model/telephony.ts";
import type { QuestionView, TestReport } from "../model/test-view.ts";
import type { Language } from "../model/text.ts";
import type { AgentStatus, DiagnosisView } from "../model/view.ts";
import {
  type Answer,
  type EventName,
  type ProgressMessage,
  parseRequest,
  type Refusal,
  type Request,
  type RequestNumber,
  requestNumber,
} from "./messages.ts";
import type { Observed } from "./observation.ts";
import type { Peer } from "./peer.ts";
import type { Tally } from "./tally.ts";

/** What the agent does for its peers. */
export interface IpcHandlers {
  status(): AgentStatus;
  /** Without a language: the merchant's. `onTest`: safe tests may be run first, and each is told of as it ends. */
  diagnose(language: Language | undefined, onTest?: (report: TestReport) => void): Promise<DiagnosisView>;
  /** What to ask the merchant now, if anything; it counts as asked. */
  question(language: Language): QuestionView | null;
  /** The merchant's answer; undefined when it was taken. */
  reply(question: string, answer: string): Refusal | undefined;
  alarms(language: Language | undefined, all: boolean): AlarmListView;
  /** The alarm as it is then; undefined when there is none of that number. */
  operate(operation: Operation, language: Language | undefined): AlarmView | undefined;
  /** The verdict as a code to read out. Without a language: the merchant's. */
  code(language: Language | undefined): CodeView;
  /** A Reading that is plausible; must not block. Readings of one message come one after the other, of one instant. */
  observe(reading: Reading): void;
}

export interface ResponderContext {
  readonly clock: Clock;
  readonly log: Log;
  readonly tally: Tally;
  readonly handlers: IpcHandlers;
  readonly language: Language;
  /** Whether an application may tell of modem and SIM; only the serial port does when nothing is said. */
  readonly telephony?: boolean;
  /** Aborts when the server stops; nobody waits for answers then. */
  readonly stop: AbortSignal;
  answer(peer: Peer, answer: Answer): void;
  progress(peer: Peer, progress: ProgressMessage): void;
  refuse(peer: Peer, refused: Refusal, request: RequestNumber): void;
}

/** Diagnoses of one peer at a time; each may start tests. */
const mostWaiting = 4;
const passiveLimitMs = 5_000;
const activeLimitMs = 60_000;

export interface Heard {
  readonly event: EventName;
  readonly data: unknown;
}

/** Answers one message that the guard let through. Never rejects. */
export async function respond(peer: Peer, { event, data }: Heard, context: ResponderContext): Promise<void> {
  const request = requestNumber(data);
  const parsed = parseRequest(event, data);
  if (parsed.kind === "refused") return context.refuse(peer, parsed.refused, request);
  if (isTelephony(parsed) && context.telephony !== true) {
    return context.refuse(peer, "not_configured", request);
  }
  context.tally.accept();
  try {
    await perform(peer, parsed, { ...context, request });
  } catch (error) {
    // A bug of ours must not let a local program stop the agent; it is counted and told, and the peer learns it.
    context.log("error", "ipc_handler_failed", { request: parsed.kind, error: String(error) });
    context.refuse(peer, "failed", request);
  }
}

type Turn = ResponderContext & { readonly request: RequestNumber };

async function perform(peer: Peer, asked: Request, turn: Turn): Promise<void> {
  const { request, handlers } = turn;
  switch (asked.kind) {
    case "status":
      return turn.answer(peer, { request, status: handlers.status() });
    case "alive":
      return accept(peer, turn);
    case "observe":
      for (const reading of readingsOf(asked.observed, turn.clock.monoMs())) handlers.observe(reading);
      return accept(peer, turn);
    case "subscribe":
      peer.subscribed = asked.language ?? turn.language;
      return diagnose(peer, { language: peer.subscribed, active: false }, turn);
    case "diagnose":
      return diagnose(peer, asked, turn);
    case "question":
      if (asked.follow) peer.following = asked.language ?? turn.language;
      return turn.answer(peer, { request, question: handlers.question(asked.language ?? turn.language) });
    case "reply":
      return reply(peer, asked, turn);
    case "alarms":
      return turn.answer(peer, { request, alarms: handlers.alarms(asked.language, asked.all) });
    case "code":
      return turn.answer(peer, { request, code: handlers.code(asked.language) });
    case "operate": {
      const alarm = handlers.operate(asked.operation, asked.language);
      return alarm ? turn.answer(peer, { request, alarm }) : turn.refuse(peer, "unknown_alarm", request);
    }
  }
}

function isTelephony(asked: Request): boolean {
  return asked.kind === "observe" && asked.observed.some(({ signal }) => isTelephonySignal(signal));
}

function readingsOf(observed: readonly Observed[], atMs: number): readonly Reading[] {
  return observed.map(({ signal, value }) => (value === null ? absent(signal, atMs) : reading(signal, value, atMs)));
}

/** Said only to a peer that numbered its message; observations are usually fired and forgotten. */
function accept(peer: Peer, turn: Turn): void {
  if (turn.request !== null) turn.answer(peer, { request: turn.request, accepted: true });
}

function reply(peer: Peer, { question, answer }: Extract<Request, { kind: "reply" }>, turn: Turn): void {
  const refused = turn.handlers.reply(question, answer);
  if (refused === undefined) accept(peer, turn);
  else turn.refuse(peer, refused, turn.request);
}

interface Question {
  readonly language: Language | undefined;
  readonly active: boolean;
}

async function diagnose(peer: Peer, { language, active }: Question, turn: Turn): Promise<void> {
  if (peer.waiting >= mostWaiting) return turn.refuse(peer, "too_often", turn.request);
  peer.waiting += 1;
  try {
    const limitMs = active ? activeLimitMs : passiveLimitMs;
    const onTest = (report: TestReport) => turn.progress(peer, { request: turn.request, ...report });
    const asked = active ? turn.handlers.diagnose(language, onTest) : turn.handlers.diagnose(language);
    const diagnosis = await within(asked, limitMs, turn);
    if (diagnosis) turn.answer(peer, { request: turn.request, diagnosis });
    else turn.refuse(peer, "failed", turn.request);
  } finally {
    peer.waiting -= 1;
  }
}

/** The result, or undefined when it takes longer. */
async function within<T>(work: Promise<T>, limitMs: number, { clock, stop }: Turn): Promise<T | undefined> {
  const done = new AbortController();
  try {
    return await Promise.race([work, clock.sleep(limitMs, AbortSignal.any([done.signal, stop])).then(() => undefined)]);
  } finally {
    done.abort();
  }
}
