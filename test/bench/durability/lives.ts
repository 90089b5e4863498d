/** The agent's lives: started, and killed at a moment that a seed draws. */
import { existsSync, watch } from "node:fs";
import type { Child } from "../../../hw-sim/rig/child.ts";
import type { Random } from "../../../src/base/random.ts";

/**
 * `time`: so long after the start. `start`: while it starts. `write`: as the outbox's files change for the n-th time.
 * `arrival`: as a report of it arrives at the collector, before or just after it knows.
 */
export type Moment = "time" | "start" | "write" | "arrival";

export interface Plan {
  readonly moment: Moment;
  /** From the start for `time` and `start`, else from the n-th occurrence. */
  readonly afterMs: number;
  readonly nth: number;
}

const moments: readonly Moment[] = [
  "time",
  "time",
  "time",
  "time",
  "start",
  "start",
  "write",
  "write",
  "arrival",
  "arrival",
];

/** `startMs`: how long a start takes, at least on this machine. */
export function drawPlan(random: Random, startMs: number): Plan {
  const moment = moments[Math.floor(random() * moments.length)] ?? "time";
  const nth = 1 + Math.floor(random() * 5);
  const span = { time: [300, 3_000], start: [0, startMs], write: [0, 3], arrival: [0, 3] } as const;
  const [low, high] = span[moment];
  return { moment, nth, afterMs: low + random() * (high - low) };
}

export interface Life {
  /** Milliseconds until the agent said that it had started; undefined when it was killed before. */
  readonly startedMs: number | undefined;
  readonly livedMs: number;
  /** It ended by itself, with this code and these last words. */
  readonly died: { readonly code: number | null; readonly lines: readonly string[] } | undefined;
}

export interface Surroundings {
  /** When to kill when what was waited for does not come. */
  readonly patienceMs: number;
  start(): Child;
  readonly outboxDir: string;
  /** Calls at every report that arrives, until the answer is called. */
  onArrival(listener: () => void): () => void;
}

export function isStarted(line: string): boolean {
  return line.includes('"event":"agent_started"');
}

/** One life, from start to kill. */
export async function live(plan: Plan, { start, outboxDir, onArrival, patienceMs }: Surroundings): Promise<Life> {
  const bornMs = performance.now();
  const age = (): number => performance.now() - bornMs;
  const child = start();
  let startedMs: number | undefined;
  child.onLine((line) => {
    if (isStarted(line)) startedMs ??= age();
  });
  let over: () => void = () => {};
  const due = new Promise<void>((resolve) => {
    over = resolve;
  });
  const timers: NodeJS.Timeout[] = [];
  const at = (ms: number): void => void timers.push(setTimeout(over, ms));
  let left = plan.nth;
  const count = (): void => {
    left -= 1;
    if (left === 0) at(plan.afterMs);
  };
  const leave = plan.moment === "arrival" ? onArrival(count) : () => {};
  const watcher = plan.moment === "write" && existsSync(outboxDir) ? watch(outboxDir, count) : undefined;
  at(plan.moment === "time" || plan.moment === "start" ? plan.afterMs : patienceMs);
  const first = await Promise.race([due.then(() => "due" as const), child.ended.then(() => "ended" as const)]);
  for (const timer of timers) clearTimeout(timer);
  leave();
  watcher?.close();
  const livedMs = age();
  const code = await child.end("SIGKILL");
  return { startedMs, livedMs, died: first === "ended" ? { code, lines: child.lines.slice(-5) } : undefined };
}
