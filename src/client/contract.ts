/** What a connection to the agent offers, and what its answers may be. */
import type { Clock } from "../base/clock.ts";
import type { Random } from "../base/random.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import type { Language } from "../model/text.ts";
import type { AgentStatus, DiagnosisView } from "../model/view.ts";
import type { Facts } from "./facts.ts";
import type { Failure } from "./pending.ts";

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
  /** Messages with observations, handed to the connection. */
  readonly sent: number;
  /** Of those that waited: lost because the agent was not there or did not read. */
  readonly dropped: number;
  /** Of those that were sent: the connection ended before the agent said that it has them. */
  readonly unconfirmed: number;
  /** Values that were not sent because they do not fit, and messages that the agent refused. */
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
  /**
   * Fire and forget: several signals of one instant, at most 32. A value that does not fit its signal is left out and
   * counted; the rest is sent. Given a function, it calls it at once, and one that throws is counted the same.
   */
  tell(facts: Facts | (() => Facts)): void;
  status(): Promise<Reply<AgentStatus>>;
  /** `active`: the agent may run safe tests first, which takes up to a minute. */
  diagnose(options?: { readonly active?: boolean }): Promise<Reply<DiagnosisView>>;
  /** Calls back with the diagnosis now and on every change, over restarts of the agent. Returns the way to end it. */
  subscribe(listener: (diagnosis: DiagnosisView) => void): () => void;
  counters(): ClientCounters;
  /** Ends the connection; until then it may keep the process alive. */
  close(): void;
}
