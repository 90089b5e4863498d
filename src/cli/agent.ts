/** `posdiag agent`: runs the agent in the foreground, as the unit does. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { runAgent } from "../agent/agent.ts";
import { openRemoteSettings } from "../agent/remote-settings.ts";
import { openConfiguration, type StartConfiguration } from "../agent/start-configuration.ts";
import { systemClock } from "../base/clock.ts";
import { isAgentError } from "../base/errors.ts";
import { createLog, type Level } from "../base/log.ts";
import { createNotifier } from "../base/notify.ts";
import { systemRandom } from "../base/random.ts";
import { createRing } from "../base/ring.ts";
import { createCardDataGuard } from "../card-data/guard.ts";
import { rootsUnder } from "../modem/ports.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { version } from "./version.ts";

const help = `Usage: posdiag agent --config FILE [--state DIR]

Runs the agent: reads the modem, watches the way to the acquirer's host, listens to the payment application, finds the
cause and reports it. Without a modem, a broker or permission on the port it runs on, says so in \`posdiag status\`, and
tries again. The log goes to standard error, one JSON object a line, with a priority that journald understands.

Options:
  --config FILE   configuration (JSON with comments); check it with \`posdiag config check FILE\`
  --state DIR     folder in which the last good configuration is kept, and used when FILE is wrong, gone, or not
                  survived (default: STATE_DIRECTORY in the environment, as systemd sets it; without either none is kept)
  -h, --help      this text

Example:
  posdiag agent --config /etc/posdiag/config.jsonc

Exit codes: 0 stopped by a signal, 64 wrong use, 66 the configuration cannot be read, 70 a bug, 74 the outbox or the
  socket cannot be opened, 75 another agent runs, 78 the configuration has errors (66, 78: and there is no last good one)
`;

const notifyLimitMs = 5_000;
/** One of them in the environment says that the agent is started again when it ends: systemd.exec(5), and for others. */
const supervisors = ["INVOCATION_ID", "POSDIAG_SUPERVISED"];
/** For who asks for the end of the log from afar. */
const logLinesKept = 400;

export const agentCommand: Command = {
  name: "agent",
  summary: "run the agent",
  help,
  run: async (args, io) => {
    const { values } = readArguments("agent", {
      args: [...args],
      options: { config: { type: "string" }, state: { type: "string" } },
    });
    if (values.config === undefined) throw usageError("agent", "--config FILE is needed");
    const cardData = createCardDataGuard();
    const tail = createRing<string>(logLinesKept);
    const logFrom = (threshold: Level) =>
      createLog({
        ...{ clock: systemClock, threshold },
        write: (line) => {
          tail.push(line.trimEnd());
          io.err(line);
        },
        mayWrite: (said) => cardData.passes("log", said),
      });
    const start = await openConfiguration({
      ...{ path: values.config, clock: systemClock, log: logFrom("notice") },
      // Several folders are possible there, with colons between them: systemd.exec(5).
      state: values.state ?? io.env["STATE_DIRECTORY"]?.split(":")[0],
    });
    const { config } = start;
    const log = logFrom(config["log.level"]);
    const notifier = createNotifier({
      socket: io.env["NOTIFY_SOCKET"],
      run: async (assignments) => {
        await promisify(execFile)("systemd-notify", assignments, { timeout: notifyLimitMs });
      },
      failed: (error) => log("warning", "systemd_notify_failed", { error: String(error) }),
    });
    const roots = rootsUnder(io.env["POSDIAG_ROOT"]);
    const ports = { clock: systemClock, random: systemRandom, log, logTail: tail.items, cardData, notifier };
    const over = new AbortController();
    const settings = await openRemoteSettings({
      ...{ config, clock: systemClock, log },
      isSupervised: supervisors.some((name) => io.env[name]),
      restart: () => over.abort(),
    });
    const stop = AbortSignal.any([io.stop, over.signal]);
    await counted(
      start,
      runAgent({ ...ports, start, config: settings?.config ?? config, settings, version, roots, stop }),
    );
    return 0;
  },
};

/** A configuration with which nothing can be opened counts as one that was not survived; a second agent proves nothing. */
async function counted(start: StartConfiguration, running: Promise<void>): Promise<void> {
  try {
    await running;
  } catch (error) {
    if (!isAgentError(error, "AGENT_ALREADY_RUNS")) await start.begin();
    throw error;
  }
}
