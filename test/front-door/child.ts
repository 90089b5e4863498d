/** The process of a test file, or of several: loads it, runs uvu's queue, and says when something still keeps the process alive. */
import { pathToFileURL } from "node:url";
import { queue } from "./defer.ts";
import { describe, send } from "./events.ts";
import { audit, problem, session } from "./session.ts";

/** How long handles may take to close after the last test before they count as leaked, milliseconds. */
const graceMs = 1_000;

/** uvu writes its own marks for a terminal; what the tests print stays. */
function silenceUvu(): void {
  const write = process.stdout.write.bind(process.stdout);
  const mark = /^(• |✘ | {2}\(\d+ \/ \d+\)\n)$/;
  const quiet = (text: string | Uint8Array) => (typeof text === "string" && mark.test(text) ? true : write(text));
  Object.defineProperty(process.stdout, "write", { value: quiet });
}

function dieOf(when: string, thrown: unknown): never {
  const failure = describe(thrown);
  send({ kind: "problem", failure: { ...failure, message: `${when}: ${failure.message}` } });
  process.exit(1);
}

/** A killed front door cannot kill its children; they notice that they have another parent. */
function leaveWithParent(): void {
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || process.kill(-process.pid, "SIGKILL"), 500);
  watch.unref();
}

function watchForLeaks(usual: readonly string[]): void {
  const timer = setTimeout(() => {
    const names = process.getActiveResourcesInfo();
    for (const name of usual) if (names.includes(name)) names.splice(names.indexOf(name), 1);
    problem(`leaked handle: still alive ${graceMs} ms after its last test (${names.join(", ") || "unknown"})`);
    process.exit(1);
  }, graceMs);
  timer.unref();
}

async function runFile(file: string): Promise<void> {
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    dieOf("did not load", error);
  }
  for (const suite of queue.splice(0)) await suite();
  audit();
  session.suites.length = 0;
  send({ kind: "done" });
}

const [seed, ...files] = process.argv.slice(2);
session.live = true;
session.seed = seed === "" ? undefined : Number(seed);
process.on("uncaughtException", (error) => dieOf("uncaught exception", error));
process.on("unhandledRejection", (reason) => dieOf("unhandled rejection", reason));
leaveWithParent();
silenceUvu();
// Standard output is one of them from its first use on.
const usual = process.getActiveResourcesInfo();
for (const file of files) await runFile(file);
watchForLeaks(usual);
