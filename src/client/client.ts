/**
 * What a payment application imports to talk with the agent. Nothing in it blocks or throws, whether the agent is there,
 * hangs or talks nonsense: the payment comes first.
 */
import { type Clock, systemClock } from "../base/clock.ts";
import { type Random, systemRandom } from "../base/random.ts";
import { holdsCardData } from "../ipc/card-data.ts";
import { formatFrame, parseFrame } from "../ipc/frames.ts";
import { events, parseRequest, type Refusal, refusals, replies, requestNumber } from "../ipc/messages.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import type { Language } from "../model/text.ts";
import type { AgentStatus, DiagnosisView } from "../model/view.ts";
import { createLink, type Link } from "./link.ts";
import { createPending, type Failure, type Outcome, type Pending } from "./pending.ts";
import { isAgentStatus, isDiagnosisView } from "./shape.ts";
import { createWaitingRoom, type WaitingRoom } from "./waiting-room.ts";

export interface ClientOptions {
  /** Path of the agent's socket, `ipc.socket` of its configuration. */
  readonly socket: string;
  /** Of diagnoses; without it the merchant's, as configured. */
  readonly language?: Language | undefined;
  readonly clock?: Clock;
  readonly random?: Random;
}

export type Reply<T> = { readonly kind: "answer"; readonly value: T } | Failure;

export interface ClientCounters {
  /** Observations handed to the connection. */
  readonly sent: number;
  /** Observations lost because the agent was not there or did not read. */
  readonly dropped: number;
  /** Observations that were not sent, or that the agent refused. */
  readonly refused: number;
  /** Messages of the agent that this version does not understand, and listeners that threw. */
  readonly errors: number;
}

export interface Client {
  /**
   * Fire and forget. Only signals of the groups txn, reader, printer, key and session, and those of `telephonySignals`,
   * which the agent takes where it is set up so and which may be `null` for "has no value". Never card data.
   */
  observe(signal: SignalId, value: Scalar | null): void;
  status(): Promise<Reply<AgentStatus>>;
  /** `active`: the agent may run safe tests first, which takes up to a minute. */
  diagnose(options?: { readonly active?: boolean }): Promise<Reply<DiagnosisView>>;
  /** Calls back with the diagnosis now and on every change, over restarts of the agent. Returns the way to end it. */
  subscribe(listener: (diagnosis: DiagnosisView) => void): () => void;
  counters(): ClientCounters;
  /** Ends the connection; until then it may keep the process alive. */
  close(): void;
}

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
  readonly #waiting: WaitingRoom;
  readonly #listeners = new Set<(diagnosis: DiagnosisView) => void>();
  readonly #closed = new AbortController();
  /** Requests that were made before the connection was. */
  #unsent: string[] = [];
  #counts = { sent: 0, refused: 0, errors: 0 };
  #guarding = false;

  constructor({ socket, language, clock = systemClock, random = systemRandom }: ClientOptions) {
    this.#clock = clock;
    this.#language = language === undefined ? {} : { lang: language };
    this.#pending = createPending(clock);
    this.#waiting = createWaitingRoom(clock);
    this.#link = createLink({
      socket,
      clock,
      random,
      up: () => this.#up(),
      down: (code) => this.#down(code),
      frame: (frame) => this.#hear(frame),
      wanted: () => this.#listeners.size > 0 || this.#unsent.length > 0 || this.#waiting.occupied,
    });
  }

  observe(signal: SignalId, value: Scalar | null): void {
    const data = { signal, value };
    // The agent checks the same; what it would refuse must not even leave the payment application.
    if (parseRequest(events.observe, data).kind === "refused" || holdsCardData(data)) {
      this.#counts.refused += 1;
      return;
    }
    this.#waiting.add(formatFrame(events.observe, data));
    this.#flush();
    this.#link.want(false);
  }

  async status(): Promise<Reply<AgentStatus>> {
    const outcome = await this.#ask(events.status, {}, quickLimitMs);
    if (outcome.kind !== "answer") return outcome;
    const value: unknown = Reflect.get(outcome.data, "status");
    return isAgentStatus(value) ? { kind: "answer", value } : { kind: "not_understood" };
  }

  async diagnose({ active = false }: { readonly active?: boolean } = {}): Promise<Reply<DiagnosisView>> {
    const limitMs = active ? activeLimitMs : quickLimitMs;
    const outcome = await this.#ask(events.diagnose, { ...this.#language, active }, limitMs);
    if (outcome.kind !== "answer") return outcome;
    const value: unknown = Reflect.get(outcome.data, "diagnosis");
    return isDiagnosisView(value) ? { kind: "answer", value } : { kind: "not_understood" };
  }

  subscribe(listener: (diagnosis: DiagnosisView) => void): () => void {
    this.#listeners.add(listener);
    if (!this.#link.write(this.#subscription())) this.#link.want(true);
    if (!this.#guarding) void this.#stayAlive();
    return () => this.#listeners.delete(listener);
  }

  counters(): ClientCounters {
    return { ...this.#counts, dropped: this.#waiting.dropped };
  }

  close(): void {
    this.#closed.abort();
    this.#listeners.clear();
    this.#link.close();
  }

  /** Its answer comes without a number, like every later change. */
  #subscription(): string {
    return formatFrame(events.subscribe, this.#language);
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
    if (this.#listeners.size > 0) this.#link.write(this.#subscription());
    for (const frame of this.#unsent.splice(0)) this.#link.write(frame);
    this.#flush();
  }

  #down(code: string): void {
    this.#unsent = [];
    this.#pending.settleAll({ kind: "unreachable", code });
  }

  #flush(): void {
    this.#waiting.flush((frame) => {
      const taken = this.#link.write(frame);
      if (taken) this.#counts.sent += 1;
      return taken;
    });
  }

  #hear(frame: string): void {
    const message = parseFrame(frame);
    const data = message?.data;
    if (typeof data !== "object" || data === null) {
      this.#counts.errors += 1;
      return;
    }
    if (message?.type === replies.diagnosis) this.#tell(data);
    else if (message?.type === replies.refusal) this.#refused(data);
    else if (message?.type === replies.answer) this.#answered(data);
    else this.#counts.errors += 1;
  }

  #answered(data: object): void {
    const request = requestNumber(data);
    if (request !== null) this.#pending.settle(request, { kind: "answer", data });
    else if ("diagnosis" in data) this.#tell(data.diagnosis);
  }

  #refused(data: object): void {
    const refused: unknown = Reflect.get(data, "refused");
    const known = refusals.find((kind): kind is Refusal => kind === refused);
    const request = requestNumber(data);
    if (request === null) this.#counts.refused += 1;
    else this.#pending.settle(request, known ? { kind: "refused", refused: known } : { kind: "not_understood" });
  }

  #tell(diagnosis: unknown): void {
    if (!isDiagnosisView(diagnosis)) {
      this.#counts.errors += 1;
      return;
    }
    for (const listener of this.#listeners) {
      try {
        listener(diagnosis);
      } catch {
        // Thrown on, it would end the payment application from inside a socket's event.
        this.#counts.errors += 1;
      }
    }
  }

  /** Keeps a subscription from being cut as idle, and finds out when the agent hangs. */
  async #stayAlive(): Promise<void> {
    this.#guarding = true;
    while (this.#listeners.size > 0) {
      await this.#clock.sleep(aliveMs, this.#closed.signal);
      if (this.#listeners.size === 0) break;
      const { kind } = await this.#ask(events.alive, {}, quickLimitMs);
      if (kind === "timeout") this.#link.drop();
    }
    this.#guarding = false;
  }
}
