/** Processor and memory, from procfs (proc(5)). Processor time is that between two looks, so the first look has none. */
import { join } from "node:path";
import { measured, type Reading } from "../../model/reading.ts";
import { textIn } from "../way/system-text.ts";

interface Ticks {
  readonly idle: number;
  readonly total: number;
}

/** Of all processors together; guests are counted in user time already, and waiting for the disk is idling. */
function ticksIn(root: string): Ticks | undefined {
  const [, line] = /^cpu +(.+)$/m.exec(textIn(join(root, "proc", "stat")) ?? "") ?? [];
  const fields = line?.split(/\s+/).slice(0, 8).map(Number);
  if (!fields || fields.length < 4 || !fields.every(Number.isFinite)) return undefined;
  const [, , , idle = 0, waiting = 0] = fields;
  return { idle: idle + waiting, total: fields.reduce((sum, each) => sum + each, 0) };
}

/** What programs may still have, caches given up (Linux 3.14). */
function freeMb(root: string): number | undefined {
  const [, kb] = /^MemAvailable:\s*(\d+) kB$/m.exec(textIn(join(root, "proc", "meminfo")) ?? "") ?? [];
  return kb === undefined ? undefined : Math.floor(Number(kb) / 1_024);
}

export interface Processor {
  look(nowMs: number): readonly Reading[];
}

export function createProcessor(root: string): Processor {
  let before: Ticks | undefined;

  function busyPct(): number | undefined {
    const [was, now] = [before, ticksIn(root)];
    before = now;
    const passed = was && now ? now.total - was.total : 0;
    if (!was || !now || passed <= 0) return undefined;
    const idle = Math.min(passed, Math.max(0, now.idle - was.idle));
    return Math.round((100 * (passed - idle)) / passed);
  }

  return {
    look: (nowMs) => [
      measured("device.cpu_pct", busyPct(), nowMs),
      measured("device.mem_free_mb", freeMb(root), nowMs),
    ],
  };
}
