/** The process: its commands, streams, signals and exit code. */

import { systemCode } from "./base/errors.ts";
import { findCardData } from "./card-data/find.ts";
import { agentCommand } from "./cli/agent.ts";
import { alarmCommands } from "./cli/alarms.ts";
import { answerCommand } from "./cli/answer.ts";
import type { Command, Io } from "./cli/command.ts";
import { configCheckCommand } from "./cli/config-check.ts";
import { diagnoseCommand } from "./cli/diagnose.ts";
import { dispatch } from "./cli/dispatch.ts";
import { explainCommand } from "./cli/explain.ts";
import { faultsCommand } from "./cli/faults.ts";
import { modemAtCommand } from "./cli/modem-at.ts";
import { modemParseCommand } from "./cli/modem-parse.ts";
import { modemProbeCommand } from "./cli/modem-probe.ts";
import { isForOffice, officeNames, runOffice } from "./cli/office-link.ts";
import { replayCommand } from "./cli/replay.ts";
import { statusCommand } from "./cli/status.ts";
import { supportAuditCommand } from "./cli/support-audit.ts";
import { supportBundleCommand } from "./cli/support-bundle.ts";
import { supportCodeKeyCommand } from "./cli/support-code-key.ts";
import { supportDecodeCommand } from "./cli/support-decode.ts";
import { supportKeygenCommand } from "./cli/support-keygen.ts";
import { supportRunCommand } from "./cli/support-run.ts";
import { supportWatchCommand } from "./cli/support-watch.ts";

const commands: readonly Command[] = [
  agentCommand,
  statusCommand,
  diagnoseCommand,
  answerCommand,
  ...alarmCommands,
  explainCommand,
  faultsCommand,
  replayCommand,
  modemProbeCommand,
  modemAtCommand,
  modemParseCommand,
  configCheckCommand,
  supportWatchCommand,
  supportRunCommand,
  supportBundleCommand,
  supportKeygenCommand,
  supportAuditCommand,
  supportDecodeCommand,
  supportCodeKeyCommand,
];

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
  process.exitCode = await (isForOffice(args)
    ? runOffice(args, io)
    : dispatch([...commands, ...officeNames], args, io));
}

void main().catch(fail);
