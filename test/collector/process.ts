/** The collector as a process of its own, for tests that kill it: the command as main.ts runs it, and nothing else. */
import { collectorCommand } from "../../src/cli/collector.ts";
import { dispatch } from "../../src/cli/dispatch.ts";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
process.exitCode = await dispatch([collectorCommand], process.argv.slice(2), {
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  stop: stop.signal,
});
