/** What is weighed: Node alone, the packages alone, and the agent in each of its forms. */

import { spawn } from "node:child_process";
import type { Program } from "../../hw-sim/rig/program.ts";
import { openRig } from "../../hw-sim/rig/rig.ts";

/** Milliseconds from the start of the process. */
export interface Startup {
  /** It said that it is ready; of the agent: the serial port is open, and with that its first Reading is made. */
  readonly readyMs: number;
  /** The agent only: the modem has given its first answer, and the agent its first Reading of the modem's own words. */
  readonly answerMs?: number;
  readonly simMs?: number;
}

export interface Started {
  readonly pid: number;
  readonly startup: Startup;
  end(): Promise<void>;
}

export interface Row {
  readonly name: string;
  readonly isAgent: boolean;
  start(seed: number): Promise<Started>;
}

const startLimitMs = 20_000;

function within<T>(work: Promise<T>, what: string): Promise<T> {
  let late: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`${what}: nothing within ${startLimitMs / 1000} s`)), startLimitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(late));
}

/** Node with this code, which must import nothing else, then says so and rests. */
export function codeRow(name: string, code: string, { words, env }: Program): Row {
  const text = `${code};require("node:fs").writeSync(1,"ready\\n");setInterval(()=>{},2**30)`;
  return {
    name,
    isAgent: false,
    start: async () => {
      const [file, ...flags] = words;
      const bornMs = performance.now();
      const child = spawn(file, [...flags, "-e", text], {
        stdio: ["ignore", "pipe", "inherit"],
        env: { ...process.env, ...env },
      });
      const { pid, stdout } = child;
      if (pid === undefined || !stdout) throw new Error(`${file} could not be started`);
      const orphan = (): boolean => child.kill("SIGKILL");
      process.once("exit", orphan);
      const said = new Promise<number>((resolve) => stdout.once("data", () => resolve(performance.now() - bornMs)));
      const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      return {
        pid,
        startup: { readyMs: await within(said, name) },
        end: async () => {
          child.kill("SIGKILL");
          await ended;
          process.off("exit", orphan);
        },
      };
    },
  };
}

/**
 * The agent on a simulated terminal of its own, polling its modem once a second. When it gets how far is seen on the
 * modem's wire, in this process: the agent makes its first Readings (`modem.port`, `modem.module_present`) in the same
 * turn in which it then writes its first byte.
 */
export function agentRow(name: string, program: Program): Row {
  return {
    name,
    isAgent: true,
    start: async (seed) => {
      const rig = await openRig({ seed, program, config: { modem: { poll_slow_s: 1, poll_quick_s: 1 } } });
      const seen = new Map<string, number>();
      let bornMs = 0;
      let asked = "";
      let told: () => void = () => {};
      const done = new Promise<void>((resolve) => {
        told = resolve;
      });
      const note = (what: string): void => {
        if (!seen.has(what)) seen.set(what, performance.now() - bornMs);
        if (what === "sim") told();
      };
      const leave = rig.bench.onWire(({ direction, text }) => {
        if (direction === "to_modem") {
          asked = text;
          note("first byte");
          return;
        }
        if (text === "OK") note("answer");
        if (asked.includes("+CPIN?") && text.startsWith("+CPIN")) note("sim");
      });
      bornMs = performance.now();
      const agent = rig.startAgent();
      const died = agent.ended.then((code) => {
        throw new Error(`the agent ended with ${code}: ${agent.lines.slice(-5).join(" | ")}`);
      });
      died.catch(() => {
        // Judged where it is raced; when the run ends it, nobody waits for it any more.
      });
      await within(Promise.race([done, died]), name);
      leave();
      const at = (what: string): number => seen.get(what) ?? Number.NaN;
      return {
        pid: agent.pid,
        startup: { readyMs: at("first byte"), answerMs: at("answer"), simMs: at("sim") },
        end: () => rig.close(),
      };
    },
  };
}
