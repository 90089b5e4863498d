/** A client that is started for every poll: the poll takes as long as the program, and costs what it and its daemon cost. */
import { spawn } from "node:child_process";
import { memoryOf, reapedTicks, ticksOf } from "../proc.ts";
import type { Client, Poll } from "./running-client.ts";

/** Programs to run, one after the other, for each kind of poll. */
export type Programs = Readonly<Record<Poll, readonly (readonly string[])[]>>;

export interface StartedOptions {
  readonly programs: Programs;
  readonly env?: NodeJS.ProcessEnv;
  /** Daemon behind it, whose cost counts too. */
  readonly daemon?: number;
}

const lookMs = 3;

export function startedClient({ programs, env = {}, daemon }: StartedOptions): Client {
  const own = reapedTicks();
  const daemonBefore = daemon === undefined ? 0 : ticksOf(daemon);
  let residentKb = 0;
  const watch = (pid: number | undefined) => {
    const timer = setInterval(() => {
      residentKb = Math.max(residentKb, pid === undefined ? 0 : seen(pid));
    }, lookMs);
    return () => clearInterval(timer);
  };
  return {
    poll: async (poll) => {
      const before = performance.now();
      for (const words of programs[poll]) {
        const [file = "", ...args] = words;
        const child = spawn(file, args, { stdio: "ignore", env: { ...process.env, ...env } });
        const stop = watch(child.pid);
        await new Promise((resolve) => child.once("exit", resolve));
        stop();
      }
      return performance.now() - before;
    },
    ticks: () => reapedTicks() - own + (daemon === undefined ? 0 : ticksOf(daemon) - daemonBefore),
    residentKb: () => residentKb + (daemon === undefined ? 0 : memoryOf(daemon).residentKb),
    [Symbol.asyncDispose]: async () => {},
  };
}

function seen(pid: number): number {
  try {
    return memoryOf(pid).residentKb;
  } catch {
    return 0; // ended between two looks
  }
}
