/** The collectors of a run: real processes, one of which is killed now and then and started again under its name. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { kilobytes } from "../proc.ts";
import { secondsOf } from "./ground.ts";

export interface Crew extends AsyncDisposable {
  /** Ends one with SIGKILL, and starts it again after so long. */
  kill(at: number, awayMs: number): Promise<void>;
  /** Processor seconds of all of them, those that were killed included. */
  seconds(): number;
  /** The largest resident memory of one of them, MB. */
  readonly peakMb: number;
  readonly kills: number;
}

export interface CrewOptions {
  readonly count: number;
  readonly port: number;
  readonly database: string;
  readonly program: "shipped" | "source";
}

const programs = {
  shipped: ["dist/posdiag.cjs"],
  source: ["--import", "tsx", "test/collector/process.ts"],
} as const;

async function startOne({ port, database, program }: CrewOptions, name: string): Promise<ChildProcess> {
  const args = ["collector", "--broker", `mqtt://127.0.0.1:${port}`, "--database", database, "--name", name];
  const child = spawn(process.execPath, [...programs[program], ...args], { stdio: ["ignore", "ignore", "pipe"] });
  const orphan = () => child.kill("SIGKILL");
  process.once("exit", orphan);
  child.once("exit", () => process.off("exit", orphan));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on("data", (text: Buffer) => {
      said = (said + text.toString()).slice(-2_000);
      if (said.includes("connected")) resolve();
    });
    child.once("exit", () => reject(new Error(`a collector ended: ${said}`)));
  });
  return child;
}

/** 0 when it has just been killed. */
function residentMb(pid: number): number {
  try {
    return kilobytes(readFileSync(`/proc/${pid}/status`, "utf8"), "VmRSS") / 1_024;
  } catch {
    return 0;
  }
}

export async function createCrew(options: CrewOptions): Promise<Crew> {
  const names = Array.from({ length: options.count }, (_, at) => `bench${at}`);
  const crew = await Promise.all(names.map((name) => startOne(options, name)));
  let [past, kills, peakMb] = [0, 0, 0];
  const look = () => {
    for (const { pid = 0 } of crew) peakMb = Math.max(peakMb, residentMb(pid));
  };
  const watching = setInterval(look, 1_000);
  const ended = (child: ChildProcess) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve();
      else child.once("exit", () => resolve());
    });
  return {
    get peakMb() {
      return peakMb;
    },
    get kills() {
      return kills;
    },
    seconds: () => past + crew.reduce((sum, { pid }) => sum + (pid === undefined ? 0 : secondsOf(pid)), 0),
    kill: async (at, awayMs) => {
      const [child, name] = [crew[at], names[at]];
      if (child?.pid === undefined || name === undefined) return;
      past += secondsOf(child.pid);
      kills += 1;
      child.kill("SIGKILL");
      await ended(child);
      await new Promise((resolve) => setTimeout(resolve, awayMs));
      crew[at] = await startOne(options, name);
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(watching);
      for (const child of crew) child.kill("SIGTERM");
      await Promise.all(crew.map(ended));
    },
  };
}
