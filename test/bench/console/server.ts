/** The console as a process of its own, for measurements: arguments as \`posdiag console\` has them. */
import { consoleCommand } from "../../../src/cli/console.ts";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
process.exitCode = await consoleCommand.run(process.argv.slice(2), {
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: {},
  stop: stop.signal,
});
