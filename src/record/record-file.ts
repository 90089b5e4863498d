/**
 * A file that lines are appended to, one after the other, and that is set aside as `<path>.1` when it is to begin anew. What
 * waits for the disk is bounded; what does not get there is counted.
 */
import { appendFile, rename } from "node:fs/promises";
import { systemCode } from "../base/errors.ts";
import type { Log } from "../base/log.ts";

/** Characters that may wait for the disk: some seconds of the busiest terminal. */
const mostWaiting = 1_048_576;

type Item = { readonly kind: "line"; readonly text: string } | { readonly kind: "begin" };

export interface RecordFile {
  /** False when the line was given up. */
  append(line: string): boolean;
  /** What is appended from now on goes into a new file. */
  begin(): void;
  /** Lines that did not get to the disk since the last call. */
  takeLost(): number;
  /** Resolves when all that was appended so far is on its way to the disk, or lost. */
  settled(): Promise<void>;
}

/** Puts items on the disk in their order; tells how many lines could not be. */
async function writeItems(path: string, items: readonly Item[], failed: (lines: number, error: unknown) => void) {
  for (let at = 0; at < items.length; ) {
    const next = items.findIndex(({ kind }, index) => index > at && kind === "begin");
    const run = items.slice(at, next < 0 ? items.length : next);
    const lines = run.flatMap((item) => (item.kind === "line" ? [`${item.text}\n`] : []));
    at += run.length;
    try {
      if (run[0]?.kind === "begin") await rename(path, `${path}.1`);
    } catch (error) {
      // There is nothing to set aside where nothing was recorded before.
      if (systemCode(error) !== "ENOENT") failed(0, error);
    }
    try {
      await appendFile(path, lines.join(""), { mode: 0o600 });
    } catch (error) {
      failed(lines.length, error);
    }
  }
}

export function createRecordFile(path: string, log: Log): RecordFile {
  let queue: Item[] = [];
  let [waiting, lost] = [0, 0];
  let working: Promise<void> | undefined;

  function failed(lines: number, error: unknown): void {
    const code = systemCode(error);
    if (code === undefined) throw error;
    lost += lines;
    log("warning", "record.failed", { code, lines });
  }

  async function work(): Promise<void> {
    while (queue.length > 0) {
      const items = queue;
      queue = [];
      await writeItems(path, items, failed);
      for (const item of items) if (item.kind === "line") waiting -= item.text.length;
    }
    working = undefined;
  }

  function put(item: Item): void {
    queue.push(item);
    working ??= work();
  }

  return {
    append: (line) => {
      if (waiting + line.length > mostWaiting) {
        lost += 1;
        return false;
      }
      waiting += line.length;
      put({ kind: "line", text: line });
      return true;
    },
    begin: () => put({ kind: "begin" }),
    takeLost: () => {
      const count = lost;
      lost = 0;
      return count;
    },
    settled: async () => {
      await working;
    },
  };
}
