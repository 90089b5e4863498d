/** The clock: whether it can be right, whether somebody keeps it right, and whether it outlives a power cut. */
import { join } from "node:path";
import type { Clock } from "../../base/clock.ts";
import { createTimeSource } from "../../probes/device/time-source.ts";
import { numberIn } from "../../probes/way/system-text.ts";
import type { RunTool } from "../../probes/way/tool.ts";
import { createFinder, type Finding } from "../finding.ts";
import type { Check } from "../place.ts";

const find = createFinder("clock");

/** This program was not there before. */
const earliestMs = Date.UTC(2026, 0, 1);
/** Nothing of today still runs then. */
const latestMs = Date.UTC(2050, 0, 1);
const chipToleranceS = 60;
const timeoutMs = 3_000;

export interface ClockFound {
  readonly wallMs: number;
  /** Whether a time service keeps it right; `unknown` where nothing tells. */
  readonly kept: "ok" | "fail" | "unknown";
  /** What the clock chip says, in seconds since 1970; undefined where there is none. */
  readonly chipS: number | undefined;
}

/** Pure. */
export function judgeClock({ wallMs, kept, chipS }: ClockFound): Finding {
  const offS = chipS === undefined ? 0 : Math.round(Math.abs(wallMs / 1_000 - chipS));
  const values = { date: new Date(wallMs).toISOString().slice(0, 16).replace("T", " "), off_s: offS };
  if (wallMs < earliestMs) return find("early", { values });
  if (wallMs > latestMs) return find("late_years", { values });
  if (kept === "fail") return find("loose", { values });
  if (chipS === undefined) return find("no_chip", { values });
  if (offS > chipToleranceS) return find("chip_off", { values });
  return find(kept, { values });
}

/** timedatectl(1): NTPSynchronized is what adjtimex(2) says, whoever sets the clock. */
async function keptBySystem(run: RunTool): Promise<ClockFound["kept"]> {
  const answer = await run("timedatectl", ["show", "-p", "NTPSynchronized"], { timeoutMs });
  const [, said] = /^NTPSynchronized=(yes|no)$/m.exec(answer.kind === "done" ? answer.text : "") ?? [];
  return said === undefined ? "unknown" : said === "yes" ? "ok" : "fail";
}

async function keptOf(parts: {
  readonly root: string;
  readonly clock: Clock;
  readonly run: RunTool;
}): Promise<ClockFound["kept"]> {
  const system = await keptBySystem(parts.run);
  if (system === "ok") return "ok";
  const [reading] = await createTimeSource(parts).look();
  const { value } = reading ?? {};
  return value === "ok" || value === "fail" ? value : system;
}

export const clockCheck: Check = {
  id: "clock",
  limitMs: 8_000,
  look: async ({ root, clock, run }) => {
    const kept = await keptOf({ root, clock, run });
    const chipS = numberIn(join(root, "sys/class/rtc/rtc0/since_epoch"));
    return judgeClock({ wallMs: clock.wallMs(), kept, chipS });
  },
};
