/** The bridge compiled by kotlinc, and its plain part run on a JVM: what it says to commands, line by line. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

const sources = "deploy/android/bridge/src";

function compile(program: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, [...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stdout}${stderr}`);
}

/** Signatures of the classes of Android that the bridge uses, compiled; returns their folder. */
function compileStubs(folder: string): string {
  const [, ...parts] = readFileSync("test/deploy/android/android-stubs.txt", "utf8").split(/^= /m);
  const files = parts.map((part) => {
    const end = part.indexOf("\n");
    const file = join(folder, "stubs", part.slice(0, end));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, part.slice(end + 1));
    return file;
  });
  const target = join(folder, "stub-classes");
  compile("javac", ["-d", target, ...files]);
  return target;
}

/** All of the bridge, and the harness that runs what needs no Android. Throws with what the compiler says. */
export function compileBridge(folder: string): string {
  const jar = join(folder, "bridge.jar");
  compile("kotlinc", [
    "-cp",
    compileStubs(folder),
    "-include-runtime",
    "-d",
    jar,
    `${sources}/main/kotlin`,
    `${sources}/test/kotlin`,
  ]);
  return jar;
}

export class Bridge implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #said: string[] = [];
  readonly #waiting: ((line: string) => void)[] = [];

  constructor(jar: string) {
    this.#child = spawn("java", ["-cp", jar, "HarnessKt"], { stdio: ["pipe", "pipe", "inherit"] });
    const { stdout } = this.#child;
    if (!stdout) throw new Error("java could not be started");
    createInterface({ input: stdout }).on("line", (line) => {
      const next = this.#waiting.shift();
      if (next) next(line);
      else this.#said.push(line);
    });
  }

  tell(command: string): void {
    this.#child.stdin?.write(`${command}\n`);
  }

  /** The next line that it prints. */
  async hear(): Promise<string> {
    return this.#said.shift() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  async ask(command: string): Promise<string> {
    this.tell(command);
    return this.hear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.stdin?.end();
    if (this.#child.exitCode === null) await once(this.#child, "exit");
  }
}
