/** `posdiag config check FILE`: every error of a configuration at once. */
import { AgentError } from "../base/errors.ts";
import type { Config } from "../config/config.ts";
import { checkConfigFile } from "../config/file.ts";
import { formatProblem } from "../config/problem.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";

const help = `Usage: posdiag config check FILE [--json]

Reads a configuration file (JSON with comments) and prints everything that is wrong with it at once, a line each:
key, what is wrong, what is allowed, line:column. Certificates and keys that it names are read on this machine: run it there,
as the agent's user.

Options:
  --json       {"ok":true,"config":{…}} or {"ok":false,"problems":[{"key","what","allowed","line","column"}]}
  -h, --help   this text

Example:
  posdiag config check /etc/posdiag/config.jsonc

Exit codes: 0 no errors, 64 wrong use, 66 the file cannot be read, 78 errors
`;

export const configCheckCommand: Command = {
  name: "config check",
  summary: "find every error of a configuration file at once",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments("config check", {
      args: [...args],
      options: { json: { type: "boolean" } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw usageError("config check", "exactly one file is needed");
    const loaded = await checkConfigFile(path);
    const valid = loaded.kind === "config";
    if (values.json) {
      io.out(
        `${JSON.stringify(valid ? { ok: true, config: loaded.config } : { ok: false, problems: loaded.problems })}\n`,
      );
    } else if (valid) {
      io.out(summary(loaded.config));
    } else {
      io.out(loaded.problems.map((problem) => `${formatProblem(problem)}\n`).join(""));
      io.err(`${path}: ${loaded.problems.length} ${loaded.problems.length === 1 ? "error" : "errors"}\n`);
    }
    return valid ? 0 : new AgentError("CONFIG_INVALID").exit;
  },
};

function modemText(config: Config): string {
  if (config["modem.source"] === "app") return "modem told by an application";
  if (config["modem.source"] === "none") return "no modem";
  const port = `modem on ${config["modem.port"]}`;
  return config["modem.source"] === "auto" ? `${port}, or told by an application` : port;
}

function summary(config: Config): string {
  const reference = config["reference.portal_url"] ?? config["reference.host"];
  const recovery = config["recovery.enabled"] ? ", mended by itself" : "";
  return [
    "ok\n",
    `  terminal ${config["terminal.serial"]} of ${config["terminal.tenant"]}, ${modemText(config)}${recovery}\n`,
    `  acquirer ${config["acquirer.host"]} port ${config["acquirer.port"]}`,
    reference === undefined ? ", no reference host" : `, reference ${reference}`,
    `, probes of level ${config["probes.level"]}\n`,
    `  reports to ${config["uplink.url"]}, freed by ${config["uplink.ack"]}, kept in ${config["outbox.dir"]}\n`,
  ].join("");
}
