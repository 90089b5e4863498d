/** Those in the payment application who are called when the agent says something by itself. */
import type { QuestionView, TestReport } from "../model/test-view.ts";
import type { DiagnosisView } from "../model/view.ts";
import { isDiagnosisView, isQuestion, isTestReport } from "./shape.ts";

export interface Followers<T> {
  /** Returns the way to end it. */
  add(listener: (told: T) => void): () => void;
  tell(told: unknown): void;
  clear(): void;
  readonly size: number;
}

/** It is not what it should be, or a listener threw: thrown on, that would end the payment application. */
type Fail = () => void;

function createFollowers<T>(isTold: (value: unknown) => value is T, fail: Fail): Followers<T> {
  const listeners = new Set<(told: T) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (told) => {
      if (!isTold(told)) {
        fail();
        return;
      }
      for (const listener of listeners) {
        try {
          listener(told);
        } catch {
          fail();
        }
      }
    },
    clear: () => listeners.clear(),
    get size() {
      return listeners.size;
    },
  };
}

export const createDiagnosisFollowers = (fail: Fail): Followers<DiagnosisView> =>
  createFollowers(isDiagnosisView, fail);
/** `null`: none is to be shown. */
export const createQuestionFollowers = (fail: Fail): Followers<QuestionView | null> =>
  createFollowers(isQuestion, fail);
/** Of the tests of an active diagnosis under way. */
export const createTestFollowers = (fail: Fail): Followers<TestReport> => createFollowers(isTestReport, fail);
