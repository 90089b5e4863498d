/** What a connection to the agent offers, and what its answers may be. */
import type { Clock } from "../base/clock.ts";
import type { Random } from "../base/random.ts";
import type { Operation } from "../model/alarm.ts";
import type { AlarmListView, AlarmView } from "../model/alarm-view.ts";
import type { CodeView } from "../model/code-view.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import type { QuestionView, TestReport } from "../model/test-view.ts";
import type { Language } from "../model/text.ts";
import type { AgentStatus, DiagnosisView } from "../model/view.ts";
import type { Facts } from "./facts.ts";
import type { Reply } from "./pending.ts";

export interface ClientOptions {
  /** Path of the agent's socket, `ipc.socket` of its configuration. */
  readonly socket: string;
  /** Of diagnoses; without it the merchant's, as configured. */
  readonly language?: Language | undefined;
  readonly clock?: Clock;
  readonly random?: Random;
}

export type { Reply } from "./pending.ts";

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

export interface DiagnoseOptions {
  readonly active?: boolean;
  /** Called with each safe test as it ends. */
  readonly onTest?: (report: TestReport) => void;
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
  diagnose(options?: DiagnoseOptions): Promise<Reply<DiagnosisView>>;
  /** The verdict as a code to read out or to show as a QR code, whether support is reached or not. */
  code(): Promise<Reply<CodeView>>;
  /** What to ask the merchant now; `null` when there is nothing to ask. */
  question(): Promise<Reply<QuestionView | null>>;
  /**
   * Calls back with the question to show now, and on every change; `null` takes it off the screen. One at a time, never while a
   * payment runs, and none that was asked a while ago. Returns the way to end it.
   */
  followQuestions(listener: (question: QuestionView | null) => void): () => void;
  /** The merchant's answer, by the ids that came with the question. */
  answer(question: string, answer: string): Promise<Reply<true>>;
  /** The alarms that last; with `all` also those that are over, or closed by a person. */
  alarms(options?: { readonly all?: boolean }): Promise<Reply<AlarmListView>>;
  /**
   * A person's word on one alarm: seen (`ack`), done with (`close`), put away for some hours (`shelve`, 1 to 168, 8 when
   * nothing is said) or taken out again (`unshelve`). `by` is the merchant when nothing is said; `note` has at most 80
   * characters and no number of seven digits. It changes what is shown, not what is diagnosed or reported.
   */
  operate(operation: Pick<Operation, "alarm" | "action"> & Partial<Operation>): Promise<Reply<AlarmView>>;
  /** Calls back with the diagnosis now and on every change, over restarts of the agent. Returns the way to end it. */
  subscribe(listener: (diagnosis: DiagnosisView) => void): () => void;
  counters(): ClientCounters;
  /** Ends the connection; until then it may keep the process alive. */
  close(): void;
}
