/** One guard for everything that leaves the device: what holds card data does not pass, and only its number is kept. */
import { type SearchTerms, searchValue } from "./search.ts";

/**
 * `log`: a line; `record`: what goes into the outbox; `state`: a retained message; `answer`: to a local peer.
 */
export const sinks = ["log", "record", "state", "answer"] as const;
export type Sink = (typeof sinks)[number];

export interface CardDataGuard {
  /** Whether it may pass; what may not is counted. Never throws. */
  passes(sink: Sink, value: unknown): boolean;
  /** Something was kept back by who makes the bytes. */
  count(sink: Sink): void;
  /** What did not pass since the agent started. */
  refused(): Readonly<Record<Sink, number>>;
}

/** Numbers in the agent's own fields are measured or counted; in a log line hardly any stand side by side. */
const ours: SearchTerms = { isMeasured: (_, inList) => !inList };
const logged: SearchTerms = { isRandom: (name) => name === "boot" };

export function createCardDataGuard(): CardDataGuard {
  const refused = { log: 0, record: 0, state: 0, answer: 0 };
  return {
    passes: (sink, value) => {
      if (searchValue(value, sink === "log" ? logged : ours) === undefined) return true;
      refused[sink] += 1;
      return false;
    },
    count: (sink) => {
      refused[sink] += 1;
    },
    refused: () => ({ ...refused }),
  };
}
