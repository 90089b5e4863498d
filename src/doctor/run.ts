/** All checks beside each other, each with its deadline; what they find is told in their order. */
import type { Clock } from "../base/clock.ts";
import { createFinder, type Finding } from "./finding.ts";
import type { Check, Place } from "./place.ts";

export interface Timed {
  readonly finding: Finding;
  readonly ms: number;
}

export interface Listener {
  /** In the order of the checks, each as soon as those before it are done. */
  found(timed: Timed): void;
  /** Once, when it takes longer than people wait: what is still looked at. */
  waiting(checks: readonly Check[]): void;
}

/** More than a person waits without a word. */
const patienceMs = 3_000;

/** What it finds; `late` or `stopped` when it does not in time. What it finds after that is nobody's. */
async function inTime(check: Check, place: Place): Promise<Finding> {
  const { clock, stop } = place;
  const find = createFinder(check.id);
  const over = new AbortController();
  const late = clock.sleep(check.limitMs, AbortSignal.any([stop, over.signal])).then(() => {
    return stop.aborted ? find("stopped") : find("late", { values: { limit_s: check.limitMs / 1_000 } });
  });
  try {
    return await Promise.race([check.look(place), late]);
  } finally {
    over.abort();
  }
}

async function timed(check: Check, place: Place): Promise<Timed> {
  const beganMs = place.clock.monoMs();
  const finding = await inTime(check, place);
  return { finding, ms: place.clock.monoMs() - beganMs };
}

async function sayWhoIsSlow(clock: Clock, done: AbortSignal, say: () => void): Promise<void> {
  await clock.sleep(patienceMs, done);
  if (!done.aborted) say();
}

/** Resolves when all have been told; rejects for a bug. */
export async function runChecks(checks: readonly Check[], place: Place, listener: Listener): Promise<readonly Timed[]> {
  const pending = new Set(checks);
  const running = checks.map((check) => timed(check, place).finally(() => pending.delete(check)));
  // Told later, in its turn; until then it must not count as nobody's.
  for (const each of running) each.catch(() => undefined);
  const done = new AbortController();
  const slow = sayWhoIsSlow(place.clock, done.signal, () => listener.waiting([...pending]));
  const all: Timed[] = [];
  try {
    for (const each of running) {
      const next = await each;
      all.push(next);
      listener.found(next);
    }
  } finally {
    done.abort();
    await slow;
  }
  return all;
}
