/** What vendor support sees: `posdiag support watch --json` as a process of its own, and when each line came. */
import { performance } from "node:perf_hooks";
import { type Child, startChild } from "../rig/child.ts";
import type { Program } from "../rig/program.ts";

/** A case as support learned of it. */
export interface SeenCase {
  readonly event: "opened" | "changed" | "closed";
  readonly fault: string;
  readonly probability: number;
  readonly topic: string;
  readonly bytes: number;
  /** Monotonic milliseconds of the demo's own clock. */
  readonly atMs: number;
}

export interface SupportView {
  onCase(watch: (seen: SeenCase) => void): void;
  /** Resolves with the first case that fits, undefined when none comes in time. */
  next(fits: (seen: SeenCase) => boolean, limitMs: number): Promise<SeenCase | undefined>;
  close(): Promise<void>;
}

function readCase(line: string, atMs: number): SeenCase | undefined {
  if (!line.startsWith("{")) return undefined;
  const { kind, topic, bytes, event, fault, probability } = JSON.parse(line);
  return kind === "case" ? { topic, bytes, event, fault, probability, atMs } : undefined;
}

export function watchSupport(program: Program, broker: string): SupportView {
  const child: Child = startChild(program, ["support", "watch", "--broker", broker, "--json"]);
  const watchers = new Set<(seen: SeenCase) => void>();
  child.onLine((line) => {
    const seen = readCase(line, performance.now());
    if (seen) for (const watch of watchers) watch(seen);
  });
  return {
    onCase: (watch) => void watchers.add(watch),
    next: (fits, limitMs) =>
      new Promise((resolve) => {
        const end = (seen: SeenCase | undefined): void => {
          clearTimeout(timer);
          watchers.delete(watch);
          resolve(seen);
        };
        const watch = (seen: SeenCase): void => {
          if (fits(seen)) end(seen);
        };
        const timer = setTimeout(() => end(undefined), limitMs);
        watchers.add(watch);
      }),
    close: async () => {
      await child.end();
    },
  };
}
