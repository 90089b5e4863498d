/** What systemd knows of the agent's service (systemctl(1), `show`). */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RunTool } from "../probes/way/tool.ts";

export interface ServiceState {
  /** False where systemd has no such unit. */
  readonly there: boolean;
  /** `active (running)` and the like. */
  readonly state: string;
  readonly active: boolean;
  /** UnitFileState: `enabled`, `disabled`, `static`, … */
  readonly enabled: string;
  readonly restarts: number;
  /** How the last process ended: `success`, `exit-code`, `watchdog`, `oom-kill`, … and its exit status or signal. */
  readonly result: string;
  readonly status: number;
  /** 0: none. */
  readonly watchdogS: number;
  /** `User=`; empty for root. */
  readonly user: string;
  readonly groups: readonly string[];
  /** `StateDirectory=` and `RuntimeDirectory=`: folders that systemd makes at the start. */
  readonly makes: readonly string[];
  readonly controlGroup: string;
}

const unit = "posdiag.service";
const properties = [
  ...["LoadState", "ActiveState", "SubState", "UnitFileState", "NRestarts", "Result", "ExecMainStatus", "WatchdogUSec"],
  ...["User", "SupplementaryGroups", "StateDirectory", "RuntimeDirectory", "ControlGroup"],
] as const;
const timeoutMs = 3_000;

/** systemd.time(7), as `show` prints it: `2min`, `1min 30s`, `500ms`, `0`, `infinity`. */
function seconds(text: string): number {
  const units: Readonly<Record<string, number>> = { h: 3_600, min: 60, s: 1, ms: 0.001, us: 0.000_001 };
  const parts = [...text.matchAll(/(\d+)(h|min|s|ms|us)\b/g)];
  return Math.round(parts.reduce((sum, [, count, name = ""]) => sum + Number(count) * (units[name] ?? 0), 0));
}

/** Pure: the output of `systemctl show`, one `Name=value` a line. */
export function readService(text: string): ServiceState {
  const said = new Map(text.split("\n").map((line) => [line.split("=", 1)[0], line.slice(line.indexOf("=") + 1)]));
  const of = (name: (typeof properties)[number]) => said.get(name) ?? "";
  const words = (name: (typeof properties)[number]) => of(name).split(" ").filter(Boolean);
  return {
    there: of("LoadState") === "loaded",
    state: `${of("ActiveState")} (${of("SubState")})`,
    active: of("ActiveState") === "active",
    enabled: of("UnitFileState"),
    restarts: Number(of("NRestarts")) || 0,
    result: of("Result"),
    status: Number(of("ExecMainStatus")) || 0,
    watchdogS: seconds(of("WatchdogUSec")),
    user: of("User"),
    groups: words("SupplementaryGroups"),
    makes: [
      ...words("StateDirectory").map((name) => `/var/lib/${name}`),
      ...words("RuntimeDirectory").map((name) => `/run/${name}`),
    ],
    controlGroup: of("ControlGroup"),
  };
}

/** Undefined where systemd does not run, or does not answer. */
export async function askService(root: string, run: RunTool): Promise<ServiceState | undefined> {
  if (!existsSync(join(root, "run/systemd/system"))) return undefined;
  const answer = await run("systemctl", ["show", unit, "-p", properties.join(",")], { timeoutMs });
  return answer.kind === "done" && answer.code === 0 ? readService(answer.text) : undefined;
}

/** `Overall exposure level` of systemd-analyze(1), 0 to 10; undefined where it cannot be had. */
export async function askExposure(run: RunTool): Promise<number | undefined> {
  const until = /Overall exposure level for [^:]+: \d+\.\d/;
  const answer = await run("systemd-analyze", ["security", "--no-pager", unit], { timeoutMs, until });
  const [, found] = /Overall exposure level for [^:]+: (\d+\.\d)/.exec(answer.kind === "done" ? answer.text : "") ?? [];
  return found === undefined ? undefined : Number(found);
}
