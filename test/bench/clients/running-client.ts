/**
 * A client that stays running, as a process of its own: it opens the port, and for each line on its standard input
 * ("csq" or "status") makes one poll and answers with the milliseconds it took.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import { memoryOf, ticksOf } from "../proc.ts";

export type Poll = "csq" | "status";

/** What one client costs. Processor time in clock ticks, of everything that works for it. */
export interface Client extends AsyncDisposable {
  /** Milliseconds for one poll. */
  poll(poll: Poll): Promise<number>;
  /** Processor time so far, clock ticks. */
  ticks(): number;
  /** Highest seen, KiB. */
  residentKb(): number;
}

export async function startRunning(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Client> {
  const [file = "", ...args] = words;
  const child = spawn(file, args, { stdio: ["pipe", "pipe", "inherit"], env: { ...process.env, ...env } });
  const answers = createInterface({ input: child.stdout });
  const orphan = () => child.kill("SIGKILL");
  process.once("exit", orphan);
  const pid = child.pid ?? 0;
  await answer(answers, child);
  return {
    poll: async (poll) => {
      child.stdin.write(`${poll}\n`);
      return Number(await answer(answers, child));
    },
    ticks: () => ticksOf(pid),
    residentKb: () => memoryOf(pid).residentKb,
    [Symbol.asyncDispose]: async () => {
      process.off("exit", orphan);
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.stdin.end();
      await gone;
    },
  };
}

function answer(answers: Interface, child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new Error("the client ended before it answered"));
    child.once("exit", failed);
    answers.once("line", (line) => {
      child.off("exit", failed);
      resolve(line);
    });
  });
}
