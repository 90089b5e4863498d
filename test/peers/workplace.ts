/** Where a foreign program meets the simulated modem: a bench, a folder of its own, and an end for everything started. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { inspect, promisify } from "node:util";
import { type Bench, type BenchOptions, startBench } from "../../hw-sim/bench.ts";
import type { TerminalState } from "../../hw-sim/terminal.ts";
import type { SetRequest } from "../../hw-sim/world-input.ts";
import { openSerialRelay, type SerialRelay } from "./serial-relay.ts";

const execute = promisify(execFile);
/** No single call of a client takes longer. */
const callMs = 15_000;
const askAgainMs = 50;
/** How long `eventually` asks; shorter than the suites' limits, so that a test that gives up still ends what it started. */
const patienceMs = 20_000;

export interface Workplace extends AsyncDisposable {
  readonly bench: Bench;
  readonly folder: string;
  /** Changes the world, and waits until the modem has followed. */
  turn(request: SetRequest, followed: (modem: TerminalState["modem"]) => boolean): Promise<void>;
  write(name: string, text: string): string;
  /** The modem's port behind a socket, at a port of 127.0.0.1 or a name in the folder. */
  serve(at: number | string): Promise<void>;
  /** Starts a daemon that ends with the workplace. */
  start(program: string, args: readonly string[], env?: NodeJS.ProcessEnv): ChildProcess;
  /** What a program prints, whatever its exit code. */
  run(program: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<string>;
}

export async function openWorkplace(options: Partial<BenchOptions> = {}): Promise<Workplace> {
  const bench = await startBench({ seed: 3, broker: false, pace: 20, ...options });
  const folder = mkdtempSync(join(tmpdir(), "posdiag-peer-"));
  const children: ChildProcess[] = [];
  const relays: SerialRelay[] = [];
  const orphans = () => children.forEach(end);
  process.once("exit", orphans);
  const environment = (env: NodeJS.ProcessEnv) => ({ ...process.env, HOME: folder, LC_ALL: "C", ...env });
  return {
    bench,
    folder,
    turn: async (request, followed) => {
      await bench.set(request);
      await eventually(async () => bench.state().modem, followed);
    },
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    serve: async (at) => {
      const listen = typeof at === "number" ? { host: "127.0.0.1", port: at } : { path: join(folder, at) };
      relays.push(await openSerialRelay(bench.paths.modem, listen));
    },
    start: (program, args, env = {}) => {
      // A group of its own, because some fork: all of them end with it.
      const settings = { cwd: folder, env: environment(env), stdio: "ignore", detached: true } as const;
      const child = spawn(program, [...args], settings);
      children.push(child);
      return child;
    },
    run: async (program, args, env = {}) => {
      const settings = { cwd: folder, env: environment(env), timeout: callMs };
      const { stdout, stderr } = await execute(program, [...args], settings).catch(told);
      return `${stdout}${stderr}`;
    },
    [Symbol.asyncDispose]: async () => {
      process.off("exit", orphans);
      await Promise.all(children.map(ended));
      await Promise.all(relays.map((relay) => relay.close()));
      await bench.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Clients say "no" with an exit code; what they print is what counts. */
function told(error: unknown): { readonly stdout: string; readonly stderr: string } {
  const printed = (stream: "stdout" | "stderr") => {
    const text: unknown = error instanceof Error ? Reflect.get(error, stream) : undefined;
    return typeof text === "string" ? text : "";
  };
  return { stdout: printed("stdout"), stderr: printed("stderr") };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  end(child);
  await gone;
}

function end({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGKILL");
}

/** Asks until the answer is what is waited for; throws with the last answer when that takes too long. */
export async function eventually<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (performance.now() > end) throw new Error(`not so after ${patienceMs} ms: ${inspect(answer, { depth: 4 })}`);
    await delay(askAgainMs);
  }
}
