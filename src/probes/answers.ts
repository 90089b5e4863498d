/**
 * What the payments themselves say of the host, made from what the payment application reports: that an answered payment
 * proves the connection, how slow the last hour's answers were, how long ago the last one came. Costs nothing on the network:
 * while payments are answered, this is all that needs to be known of the way to the host.
 */
import type { Clock } from "../base/clock.ts";
import { absent, type Reading, reading } from "../model/reading.ts";
import type { Emit, Probe } from "./probe.ts";

const hourMs = 3_600_000;
const periodMs = 60_000;
/** A busy shop sells some hundred times an hour; of more the newest count. */
const mostKept = 256;
/** Of fewer answers the slowest of twenty says nothing. */
const leastAnswers = 5;

interface Answer {
  readonly atMs: number;
  readonly tookMs: number;
}

export interface Answers extends Probe {
  /** Takes what the payment application reports; whatever says nothing of answers is passed over. */
  hear(heard: Reading): void;
}

/** The value that 95 of 100 do not exceed (nearest rank). */
function percentile95(answers: readonly Answer[]): number {
  const sorted = answers.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
  return sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0;
}

export function isAnswered({ signal, value }: Reading): boolean {
  return signal === "txn.outcome" && (value === "approved" || value === "declined");
}

const failures: ReadonlySet<unknown> = new Set(["timeout", "aborted", "unknown"]);

/** What a report says beyond itself; `stale`: that the host was there is known from an earlier payment only. */
function implied(heard: Reading, stale: boolean): readonly Reading[] {
  const { signal, value, atMs } = heard;
  if (isAnswered(heard)) return [reading("net.tcp_host", "ok", atMs)];
  if (signal === "txn.outcome" && failures.has(value)) {
    return [
      ...(stale ? [absent("net.tcp_host", atMs)] : []),
      // There is no last answer whose time would mean anything.
      ...(value === "timeout" ? [absent("host.resp_ms", atMs)] : []),
    ];
  }
  // A sign-in that is taken brings new working keys.
  return signal === "host.signin_rc" && value === "00" ? [reading("key.working_key_age_h", 0, atMs)] : [];
}

export function createAnswers(clock: Clock, emit: Emit): Answers {
  let answers: readonly Answer[] = [];
  let answeredMs: number | undefined;
  let stale = false;

  function tell(): void {
    const nowMs = clock.monoMs();
    answers = answers.filter(({ atMs }) => nowMs - atMs < hourMs);
    const age = answeredMs === undefined ? undefined : Math.floor((nowMs - answeredMs) / 1_000);
    emit([
      ...(age === undefined ? [] : [reading("host.last_ok_age_s", age, nowMs)]),
      answers.length < leastAnswers
        ? absent("host.resp_ms_p95_1h", nowMs)
        : reading("host.resp_ms_p95_1h", percentile95(answers), nowMs),
    ]);
  }

  return {
    id: "answers",
    hear: (heard) => {
      if (heard.signal === "host.resp_ms" && typeof heard.value === "number") {
        answers = [...answers, { atMs: heard.atMs, tookMs: heard.value }].slice(-mostKept);
      }
      if (heard.signal === "net.tcp_host") stale = false;
      emit(implied(heard, stale));
      if (heard.signal === "txn.outcome") stale = isAnswered(heard);
      if (!isAnswered(heard)) return;
      answeredMs = heard.atMs;
      tell();
    },
    run: async (stop) => {
      while (!stop.aborted) {
        tell();
        await clock.sleep(periodMs, stop);
      }
    },
    setPace: () => {},
  };
}
