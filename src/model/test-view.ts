/** Tests and questions as they are shown outside the agent; the same contract as `view.ts`. */
import type { ReadingView } from "./view.ts";

export interface NextTestView {
  readonly test: string;
  /** Its name, or the question, in the language asked for. */
  readonly text: string;
  /** Seconds, with bytes, disturbance and a person's time converted. */
  readonly cost: number;
  readonly cost_parts: {
    readonly seconds: number;
    readonly bytes: number;
    readonly disturbance: number;
    readonly person: number;
  };
  readonly separates: readonly string[];
  /** Where a person is asked. */
  readonly answers?: readonly AnswerView[];
}

export interface AnswerView {
  readonly answer: string;
  /** For the button, in the language asked for. */
  readonly text: string;
}

/** A question to show to the merchant. */
export interface QuestionView {
  /** Goes back with the answer; nobody else's answer is taken. */
  readonly id: string;
  readonly test: string;
  readonly text: string;
  readonly answers: readonly AnswerView[];
  /** Seconds for which it may still be answered. */
  readonly valid_s: number;
}

/** One safe test of an active diagnosis, as it ends. */
export interface TestReport {
  readonly test: string;
  readonly text: string;
  readonly found: readonly ReadingView[];
  /** Why it was not made; `null` when it was. */
  readonly refused: string | null;
}
