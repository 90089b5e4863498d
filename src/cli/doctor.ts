/** `posdiag doctor`: the self-check of an installation. */
import manifest from "../../package.json" with { type: "json" };
import { systemClock } from "../base/clock.ts";
import { AgentError } from "../base/errors.ts";
import { systemRandom } from "../base/random.ts";
import { createChecks } from "../doctor/checks.ts";
import { openPlace } from "../doctor/open-place.ts";
import type { Check, Place } from "../doctor/place.ts";
import { runChecks } from "../doctor/run.ts";
import { checkTexts } from "../doctor/texts.ts";
import type { Language } from "../model/text.ts";
import { runTool } from "../probes/way/tool.ts";
import { readArguments, readLanguage } from "./arguments.ts";
import { mayColour } from "./colour.ts";
import type { Command, Io } from "./command.ts";
import { doctorJson, formatFinding, formatTally, type Paper, tallyOf } from "./doctor-text.ts";
import { sessionLanguage } from "./session-language.ts";
import { version } from "./version.ts";

const usualFile = "/etc/posdiag/config.jsonc";

const help = `Usage: posdiag doctor [--config FILE] [--lang zh-CN|en] [--json] [--offline] [--user NAME]

Checks an installation: Node.js and the addon of the serial port, the configuration and its files, the agent's user and what it may, service and
agent, clock, disk, memory and kernel, the modem's port and who else takes it, certificates, and the way to the broker step by step. Each check is ok,
warns, fails, or is skipped, with what was found, why it matters and one thing to do. It takes at most 20 seconds.

A running agent is asked, and not disturbed: its port is not opened and its connection to the broker stays. Nothing goes to the acquirer. Run it
as root to see everything; as another user it says what it could not see.

Options:
  --config FILE   the agent's configuration (default: ${usualFile})
  --lang LANG     zh-CN or en (default: that of the terminal session)
  --json          one JSON object; ids and reasons of the checks stay the same from version to version
  --offline       nothing leaves the machine: the broker is not tried
  --user NAME     the user as whom the agent runs (default: that of the service, else posdiag)
  -h, --help      this text

POSDIAG_ROOT in the environment is a folder whose sys, dev, proc, run and etc are looked at in place of this machine's, as the
simulator makes one.

Example:
  posdiag doctor --json | jq -r '.checks[] | select(.outcome == "fail") | .id'

Exit codes: 0 nothing fails, 1 a check fails, 64 wrong use, 78 the configuration is not there
`;

const options = {
  config: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
  offline: { type: "boolean" },
  user: { type: "string" },
} as const;

function exitCode(outcome: "ok" | "warn" | "fail", { given }: Place): number {
  if (given.kind === "gone") return new AgentError("CONFIG_INVALID").exit;
  return outcome === "fail" ? 1 : 0;
}

const waitings: Readonly<Record<Language, string>> = { en: "still looking at", "zh-CN": "仍在检查" };

/** On standard error, so that the output stays what was asked for. */
function tellWaiting(checks: readonly Check[], language: Language, io: Io): void {
  const titles = checks.map(({ id }) => checkTexts[id]().title[language]);
  io.err(`${waitings[language]}: ${titles.join(", ")}\n`);
}

export const doctorCommand: Command = {
  name: "doctor",
  summary: "check this installation, and say what to do",
  help,
  run: async (args, io) => {
    const { values } = readArguments("doctor", { args: [...args], options });
    const language = readLanguage("doctor", values.lang) ?? sessionLanguage(io.env);
    const place = await openPlace({
      ...{ clock: systemClock, random: systemRandom, run: runTool, stop: io.stop },
      program: { version, engines: manifest.engines.node },
      ...{ file: values.config ?? usualFile, offline: values.offline ?? false, user: values.user },
      root: io.env["POSDIAG_ROOT"],
    });
    const paper: Paper = { language, colour: !values.json && mayColour(io) };
    const all = await runChecks(createChecks(), place, {
      found: ({ finding }) => !values.json && io.out(formatFinding(finding, paper)),
      waiting: (checks) => tellWaiting(checks, language, io),
    });
    const tally = tallyOf(all);
    io.out(values.json ? doctorJson(all, version, paper) : formatTally(tally, paper));
    return exitCode(tally.outcome, place);
  },
};
