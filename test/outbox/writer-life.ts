/** Lives of a process that writes to an outbox, and the account of what it said. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { systemClock } from "../../src/base/clock.ts";
import { assert } from "../front-door/assert.ts";
import { loader } from "../support/loader.ts";

export const child = fileURLToPath(new URL("writer-child.ts", import.meta.url));
/** With the loader that runs it from source. */
export const command = (...args: string[]) => ["--import", loader, child, ...args];

export interface Run {
  readonly process: ChildProcess;
  /** Whole lines so far. */
  lines(): string[];
  /** Resolves when it has said so many lines, or has ended; the first is that it has the outbox open. */
  said(count: number): Promise<void>;
  readonly ended: Promise<void>;
}

/** `args` of node. */
export function start(...args: string[]): Run {
  const running = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  running.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => running.on("close", () => resolve()));
  const lines = () => output.split("\n").slice(0, -1);
  const isAlive = () => running.exitCode === null && running.signalCode === null;
  const said = async (count: number): Promise<void> => {
    while (isAlive() && lines().length < count) await systemClock.sleep(1);
  };
  return { process: running, lines, said, ended };
}

/** What was ever said of each record, against what the outbox has. */
export class Account {
  readonly contents = new Map<string, string>();
  readonly #freed = new Set<string>();
  taken = 0;

  /** Everything a run said. */
  hear(lines: readonly string[]): void {
    for (const line of lines) {
      const [verb, boot, seq, nonce] = line.split(" ");
      const name = `${boot} ${seq}`;
      if (verb === "free") this.#freed.add(name);
      if (verb !== "take") continue;
      this.taken += 1;
      assert.not(this.contents.has(name), `${name} twice`);
      this.contents.set(name, `${name} ${nonce}`);
    }
  }

  /** It is known to be gone. */
  free({ boot, seq }: { readonly boot: string; readonly seq: number }): void {
    this.#freed.add(`${boot} ${seq}`);
  }

  compare(waiting: ReadonlySet<string>): void {
    for (const [name, content] of this.contents) {
      assert.ok(this.#freed.has(name) || waiting.has(content), `${name} lost`);
    }
    for (const content of waiting) {
      const name = content.split(" ").slice(0, 2).join(" ");
      // A record may be durable and its writer killed before it could say so; from now on it is known.
      this.contents.set(name, this.contents.get(name) ?? content);
      assert.is(this.contents.get(name), content);
    }
  }
}
