/** Requests that wait for the agent: numbered, bounded, and each ended by its answer, its deadline or the loss of the link. */
import type { Clock } from "../base/clock.ts";
import type { Refusal } from "../ipc/messages.ts";

export type Failure =
  | { readonly kind: "refused"; readonly refused: Refusal }
  /** No agent behind the socket; the system's error code, or `closed`. */
  | { readonly kind: "unreachable"; readonly code: string }
  | { readonly kind: "timeout"; readonly afterMs: number }
  /** The agent said something that this version does not understand. */
  | { readonly kind: "not_understood" };

export type Reply<T> = { readonly kind: "answer"; readonly value: T } | Failure;

export type Outcome = { readonly kind: "answer"; readonly data: object } | Failure;

/** What the agent answered under this name, if it is what it should be. */
export function answered<T>(outcome: Outcome, name: string, isValue: (value: unknown) => value is T): Reply<T> {
  if (outcome.kind !== "answer") return outcome;
  const value: unknown = Reflect.get(outcome.data, name);
  return isValue(value) ? { kind: "answer", value } : { kind: "not_understood" };
}

export interface Pending {
  /** Calls `send` with the number of a new request; resolves once, and never rejects. */
  ask(limitMs: number, send: (request: number) => void): Promise<Outcome>;
  settle(request: number, outcome: Outcome): void;
  settleAll(outcome: Outcome): void;
}

const mostPending = 32;
/** Numbers of questions are below it and come round again; those of observations are not. */
export const questionNumbers = 1_000_000;

export function createPending(clock: Clock): Pending {
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let last = 0;
  const settle = (request: number, outcome: Outcome) => waiting.get(request)?.(outcome);
  return {
    ask: async (limitMs, send) => {
      if (waiting.size >= mostPending) return { kind: "refused", refused: "too_often" };
      last = (last + 1) % questionNumbers;
      const request = last;
      const done = new AbortController();
      try {
        return await new Promise<Outcome>((resolve) => {
          waiting.set(request, resolve);
          void clock.sleep(limitMs, done.signal).then(() => resolve({ kind: "timeout", afterMs: limitMs }));
          send(request);
        });
      } finally {
        waiting.delete(request);
        done.abort();
      }
    },
    settle,
    settleAll: (outcome) => {
      for (const request of [...waiting.keys()]) settle(request, outcome);
    },
  };
}
