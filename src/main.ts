/** The process: its commands, streams, signals and exit code. */

import { systemCode } from "./base/errors.ts";
import { findCardData } from "./card-data/find.ts";
import { allCommands } from "./cli/all-commands.ts";
import type { Io } from "./cli/command.ts";
import { dispatch } from "./cli/dispatch.ts";
import { isForOffice, runOffice } from "./cli/office-link.ts";

/** A bug, after sysexits.h EX_SOFTWARE. */
const bugExit = 70;

function fail(error: unknown): void {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(findCardData(said) === undefined ? `${said}\n` : "an error whose text may hold card data\n");
  process.exit(bugExit);
}

/** Ends on the first SIGINT or SIGTERM in good order, on a second one at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}

async function main(): Promise<void> {
  process.on("uncaughtException", fail);
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      // Whoever read us has seen enough (`posdiag status | head`).
      if (systemCode(error) === "EPIPE") process.exit();
      fail(error);
    });
  }
  const io: Io = {
    stdin: process.stdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    stop: stopSignal(),
  };
  const args = process.argv.slice(2);
  process.exitCode = await (isForOffice(args) ? runOffice(args, io) : dispatch(allCommands, args, io));
}

void main().catch(fail);
