/**
 * The connection to the agent: questions, subscriptions, and signals by their names. Nothing in it blocks or throws, whether
 * the agent is there, hangs or talks nonsense: the payment comes first. What a payment application says in its own words is
 * in posdiag.ts, above it.
 */
import { type Clock, systemClock } from "../base/clock.ts";
import { systemRandom } from "../base/random.ts";
import { holdsCardData } from "../ipc/card-data.ts";
import { formatFrame, parseFrame } from "../ipc/frames.ts";
import { events, parseRequest, type Refusal, refusals, replies, requestNumber } from "../ipc/messages.ts";
import type { Operation } from "../model/alarm.ts";
import type { AlarmListView, AlarmView } from "../model/alarm-view.ts";
import type { CodeView } from "../model/code-view.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import type { QuestionView } from "../model/test-view.ts";
import type { Language } from "../model/text.ts";
import type { AgentStatus, DiagnosisView } from "../model/view.ts";
import type { Client, ClientCounters, ClientOptions, DiagnoseOptions, Reply } from "./contract.ts";
import { Delivery } from "./delivery.ts";
import type { Facts } from "./facts.ts";
import { createDiagnosisFollowers, createQuestionFollowers, createTestFollowers } from "./followers.ts";
import { createLink, type Link } from "./link.ts";
import { answered, createPending, type Outcome, type Pending } from "./pending.ts";
import * as shape from "./shape.ts";
import { sift } from "./sift.ts";

export type { Client, ClientCounters, ClientOptions, Reply } from "./contract.ts";

const quickLimitMs = 6_000;
const activeLimitMs = 65_000;
/** The agent cuts a connection on which it hears nothing for a minute. */
const aliveMs = 20_000;

/** Connects when something is first asked or said. */
export function connect(options: ClientOptions): Client {
  return new LocalClient(options);
}

class LocalClient implements Client {
  readonly #clock: Clock;
  readonly #language: { readonly lang?: Language };
  readonly #link: Link;
  readonly #pending: Pending;
  readonly #delivery: Delivery;
  readonly #fail = (): void => {
    this.#counts.errors += 1;
  };
  readonly #listeners = createDiagnosisFollowers(this.#fail);
  readonly #asked = createQuestionFollowers(this.#fail);
  readonly #tests = createTestFollowers(this.#fail);
  readonly #closed = new AbortController();
  /** Requests that were made before the connection was. */
  #unsent: string[] = [];
  #counts = { refused: 0, errors: 0 };
  #guarding = false;

  constructor({ socket, language, clock = systemClock, random = systemRandom }: ClientOptions) {
    this.#clock = clock;
    this.#language = language === undefined ? {} : { lang: language };
    this.#pending = createPending(clock);
    this.#delivery = new Delivery(clock, {
      write: (frame) => this.#link.write(frame),
      drop: () => this.#link.drop(),
    });
    this.#link = createLink({
      socket,
      clock,
      random,
      up: () => this.#up(),
      down: (code) => this.#down(code),
      frame: (frame) => this.#hear(frame),
      drained: () => this.#delivery.flush(),
      wanted: () => this.#isLasting() || this.#unsent.length > 0 || this.#delivery.occupied,
    });
  }

  observe(signal: SignalId, value: Scalar | null): void {
    this.#say(events.observe, { signal, value });
  }

  tell(facts: Facts | (() => Facts)): void {
    try {
      const { fit, unfit } = sift(typeof facts === "function" ? facts() : facts);
      this.#counts.refused += unfit;
      if (Object.keys(fit).length > 0) this.#say(events.tell, fit);
    } catch {
      this.#counts.refused += 1;
    }
  }

  async status(): Promise<Reply<AgentStatus>> {
    return answered(await this.#ask(events.status, {}, quickLimitMs), "status", shape.isAgentStatus);
  }

  async diagnose({ active = false, onTest }: DiagnoseOptions = {}): Promise<Reply<DiagnosisView>> {
    const end = onTest && this.#tests.add(onTest);
    const limitMs = active ? activeLimitMs : quickLimitMs;
    const outcome = await this.#ask(events.diagnose, { ...this.#language, active }, limitMs);
    end?.();
    return answered(outcome, "diagnosis", shape.isDiagnosisView);
  }

  async code(): Promise<Reply<CodeView>> {
    return answered(await this.#askInWords(events.code, {}), "code", shape.isCodeView);
  }

  async question(): Promise<Reply<QuestionView | null>> {
    return answered(await this.#askInWords(events.question, {}), "question", shape.isQuestion);
  }

  followQuestions(listener: (question: QuestionView | null) => void): () => void {
    return this.#follow(() => this.#asked.add(listener), this.#subscription(events.question));
  }

  async answer(question: string, answer: string): Promise<Reply<true>> {
    return answered(await this.#ask(events.reply, { question, answer }, quickLimitMs), "accepted", shape.isAccepted);
  }

  async alarms({ all = false }: { readonly all?: boolean } = {}): Promise<Reply<AlarmListView>> {
    return answered(await this.#askInWords(events.alarms, { all }), "alarms", shape.isAlarmListView);
  }

  async operate(operation: Pick<Operation, "alarm" | "action"> & Partial<Operation>): Promise<Reply<AlarmView>> {
    // The agent checks the same; what it would refuse must not even leave the payment application.
    const parsed = parseRequest(events.operate, operation);
    if (parsed.kind === "refused") return parsed;
    return answered(await this.#askInWords(events.operate, operation), "alarm", shape.isAlarmView);
  }

  subscribe(listener: (diagnosis: DiagnosisView) => void): () => void {
    return this.#follow(() => this.#listeners.add(listener), this.#subscription(events.subscribe));
  }

  counters(): ClientCounters {
    const { refused, ...delivered } = this.#delivery.counters();
    return { ...delivered, refused: this.#counts.refused + refused, errors: this.#counts.errors };
  }

  close(): void {
    this.#closed.abort();
    for (const all of [this.#listeners, this.#asked, this.#tests]) all.clear();
    this.#link.close();
  }

  #say(event: "posdiag.observe" | "posdiag.tell", data: object): void {
    const parsed = parseRequest(event, data);
    // The agent checks the same; what it would refuse must not even leave the payment application.
    if (parsed.kind !== "observe" || holdsCardData(data)) {
      this.#counts.refused += 1;
      return;
    }
    if (this.#closed.signal.aborted) return;
    this.#delivery.say(event, data, parsed.observed);
    this.#link.want(false);
    this.#keepAlive();
  }

  #follow(add: () => () => void, frame: string): () => void {
    const end = add();
    if (!this.#link.write(frame)) this.#link.want(true);
    this.#keepAlive();
    return end;
  }

  /** Its answer comes without a number, like every later change. */
  #subscription(event: "posdiag.subscribe" | "posdiag.question"): string {
    return formatFrame(event, event === events.question ? { ...this.#language, follow: true } : this.#language);
  }

  #askInWords(event: string, data: object): Promise<Outcome> {
    return this.#ask(event, { ...this.#language, ...data }, quickLimitMs);
  }

  async #ask(event: string, data: object, limitMs: number): Promise<Outcome> {
    if (this.#closed.signal.aborted) return { kind: "unreachable", code: "closed" };
    return this.#pending.ask(limitMs, (request) => {
      const frame = formatFrame(event, { request, ...data });
      if (this.#link.write(frame)) return;
      this.#unsent.push(frame);
      this.#link.want(true);
    });
  }

  #up(): void {
    if (this.#listeners.size > 0) this.#link.write(this.#subscription(events.subscribe));
    if (this.#asked.size > 0) this.#link.write(this.#subscription(events.question));
    for (const frame of this.#unsent.splice(0)) this.#link.write(frame);
    this.#delivery.flush();
  }

  #down(code: string): void {
    this.#unsent = [];
    this.#delivery.ended();
    this.#pending.settleAll({ kind: "unreachable", code });
  }

  #hear(frame: string): void {
    this.#delivery.heard();
    const message = parseFrame(frame);
    const data = message?.data;
    if (typeof data !== "object" || data === null) this.#fail();
    else if (message?.type === replies.diagnosis) this.#listeners.tell(data);
    else if (message?.type === replies.asked) this.#asked.tell(Reflect.get(data, "question"));
    else if (message?.type === replies.progress) this.#tests.tell(data);
    else if (message?.type === replies.refusal) this.#refused(data);
    else if (message?.type === replies.answer) this.#answered(data);
    else this.#fail();
  }

  #answered(data: object): void {
    const request = requestNumber(data);
    if (request !== null && this.#delivery.settle(request, true)) this.#delivery.flush();
    else if (request !== null) this.#pending.settle(request, { kind: "answer", data });
    else if ("diagnosis" in data) this.#listeners.tell(data.diagnosis);
    else if ("question" in data) this.#asked.tell(data.question);
  }

  #refused(data: object): void {
    const refused: unknown = Reflect.get(data, "refused");
    const known = refusals.find((kind): kind is Refusal => kind === refused);
    const request = requestNumber(data);
    if (request === null) this.#counts.refused += 1;
    else if (this.#delivery.settle(request, false)) this.#delivery.flush();
    else this.#pending.settle(request, known ? { kind: "refused", refused: known } : { kind: "not_understood" });
  }

  /** Somebody listens, or something holds that an agent must hear when it was started again. */
  #isLasting(): boolean {
    return this.#listeners.size > 0 || this.#asked.size > 0 || this.#delivery.stands;
  }

  #keepAlive(): void {
    if (!this.#guarding && this.#isLasting()) void this.#guard();
  }

  /** Keeps the connection from being cut as idle, and finds out when the agent hangs. */
  async #guard(): Promise<void> {
    this.#guarding = true;
    while (!this.#closed.signal.aborted && this.#isLasting()) {
      await this.#clock.sleep(aliveMs, this.#closed.signal);
      if (this.#closed.signal.aborted || !this.#isLasting()) break;
      const { kind } = await this.#ask(events.alive, {}, quickLimitMs);
      if (kind === "timeout") this.#link.drop();
    }
    this.#guarding = false;
  }
}
