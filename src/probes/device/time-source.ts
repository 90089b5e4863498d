/**
 * Whether somebody keeps the clock right. adjtimex(2) is out of reach of Node, so it is taken from what the services leave:
 * systemd-timesyncd touches a file whenever it has set the clock; chronyd is asked, ten minutes apart.
 */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../../base/clock.ts";
import { systemCode } from "../../base/errors.ts";
import { measured, type Reading } from "../../model/reading.ts";
import type { RunTool } from "../way/tool.ts";

/** PollIntervalMaxSec of timesyncd.conf(5) is 34 minutes; after five of them it has lost its servers. */
const silenceMs = 3 * 3_600_000;
/** Right after boot nobody can have set it. */
const startMs = 900_000;
const askEveryMs = 600_000;
const toolMs = 2_000;

type State = "ok" | "fail" | "unknown";

export interface TimeSourceOptions {
  readonly root: string;
  readonly clock: Clock;
  readonly run: RunTool;
}

export interface TimeSource {
  look(): Promise<readonly Reading[]>;
}

function modifiedMs(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

/** chronyc(1), `tracking` as CSV: the stratum is the third field, the leap status the last. */
function chronyState(text: string): State {
  const fields = text.trim().split(",");
  const stratum = Number(fields[2]);
  if (fields.length < 10 || !Number.isInteger(stratum)) return "unknown";
  return stratum > 0 && fields.at(-1) !== "Not synchronised" ? "ok" : "fail";
}

export function createTimeSource({ root, clock, run }: TimeSourceOptions): TimeSource {
  let asked: { readonly atMs: number; readonly state: State } | undefined;

  const early = (): State => (clock.monoMs() < startMs ? "unknown" : "fail");

  function ofTimesyncd(): State | undefined {
    const folder = join(root, "run", "systemd", "timesync");
    const setMs = modifiedMs(join(folder, "synchronized"));
    if (setMs !== undefined) return clock.wallMs() - setMs > silenceMs ? "fail" : "ok";
    return existsSync(folder) ? early() : undefined;
  }

  async function ofChrony(): Promise<State | undefined> {
    if (!existsSync(join(root, "run", "chrony"))) return undefined;
    if (asked && clock.monoMs() - asked.atMs < askEveryMs) return asked.state;
    const answer = await run("chronyc", ["-c", "tracking"], { timeoutMs: toolMs });
    const state = answer.kind === "done" && answer.code === 0 ? chronyState(answer.text) : "unknown";
    asked = { atMs: clock.monoMs(), state: state === "fail" ? early() : state };
    return asked.state;
  }

  return {
    look: async () => [measured("clock.ntp", ofTimesyncd() ?? (await ofChrony()), clock.monoMs())],
  };
}
