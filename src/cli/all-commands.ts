/** Every command of the program, in the order of the overview. */
import { agentCommand } from "./agent.ts";
import { alarmCommands } from "./alarms.ts";
import { answerCommand } from "./answer.ts";
import type { Command } from "./command.ts";
import { createCompletionCommand } from "./completion.ts";
import { configCheckCommand } from "./config-check.ts";
import { dataCommands } from "./data-commands.ts";
import { diagnoseCommand } from "./diagnose.ts";
import { doctorCommand } from "./doctor.ts";
import { explainCommand } from "./explain.ts";
import { faultsCommand } from "./faults.ts";
import { modemAtCommand } from "./modem-at.ts";
import { modemParseCommand } from "./modem-parse.ts";
import { modemProbeCommand } from "./modem-probe.ts";
import { officeNames } from "./office-link.ts";
import { replayCommand } from "./replay.ts";
import { statusCommand } from "./status.ts";
import { supportAuditCommand } from "./support-audit.ts";
import { supportBundleCommand } from "./support-bundle.ts";
import { supportCodeKeyCommand } from "./support-code-key.ts";
import { supportDecodeCommand } from "./support-decode.ts";
import { supportKeygenCommand } from "./support-keygen.ts";
import { supportRunCommand } from "./support-run.ts";
import { supportWatchCommand } from "./support-watch.ts";

export const allCommands: readonly Command[] = [
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
  ...dataCommands,
  doctorCommand,
  supportWatchCommand,
  supportRunCommand,
  supportBundleCommand,
  supportKeygenCommand,
  supportAuditCommand,
  supportDecodeCommand,
  supportCodeKeyCommand,
  createCompletionCommand(() => allCommands),
  ...officeNames,
];
