/** `posdiag support bundle`: everything that a terminal can tell of a fault, into a file. */
import { writeFile } from "node:fs/promises";
import { AgentError, systemCode } from "../base/errors.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { readAsking, terminalHelp, terminalOptions } from "./support-link.ts";
import { exitOf, runVerb } from "./support-run.ts";
import { readVerb } from "./support-verb.ts";

const help = `Usage: posdiag support bundle --broker URL --tenant NAME --terminal SERIAL --key FILE --out FILE [OPTIONS]

Asks a terminal for its bundle and keeps it as JSON: the readings before the fault, diagnosis, alarms and state, versions, configuration without
secrets, what went over the modem's port with identities masked, and the end of the log. At most 256 KB compressed, in pieces that wait on the terminal
until they are through; its hash is checked here.

Options:
${terminalHelp}
  --out FILE          where to keep it; an older file is replaced
  --again ID          the bundle that command ID has made already, if it got lost on the way
  --json              {"id","state","out","bytes","sha256"} on one line
  -h, --help          this text

Example:
  posdiag support bundle --broker mqtt://127.0.0.1:1883 --tenant acme --terminal PX7-00042 --key keys/anna.key --out px7.json

Exit codes: 0 it is there, 1 the terminal did not give it, 64 wrong use, 65 a key or certificate is none, or the bundle came damaged, 66 a file cannot be read,
  73 it cannot be written, 75 no answer in time
`;

/** EX_CANTCREAT of sysexits.h. */
const notWritten = 73;

async function keep(path: string, value: unknown): Promise<string | undefined> {
  try {
    await writeFile(path, `${JSON.stringify(value, null, 1)}\n`, { mode: 0o600 });
    return undefined;
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || error instanceof AgentError) throw error;
    return code;
  }
}

export const supportBundleCommand: Command = {
  name: "support bundle",
  summary: "get everything a terminal can tell of a fault, into a file",
  help,
  run: async (args, io) => {
    const name = "support bundle";
    const options = { ...terminalOptions, out: { type: "string" }, again: { type: "string" } } as const;
    const { values } = readArguments(name, { args: [...args], options });
    const { out } = values;
    if (out === undefined) throw usageError(name, "--out FILE is needed");
    const verb = await readVerb(values.again === undefined ? ["bundle"] : ["again", values.again], {});
    const run = await runVerb(verb, await readAsking(name, values), { name, io });
    const exit = exitOf(run, { name, io });
    if (exit !== 0 || run.answer.kind !== "ended") return exit;
    const code = await keep(out, run.answer.value);
    if (code !== undefined) {
      io.err(`posdiag support bundle: ${out} (${code})\n`);
      return notWritten;
    }
    const { state, result } = run.answer.update;
    const made = { id: run.id, state, out, bytes: result?.bytes ?? 0, sha256: result?.sha256 ?? "" };
    io.out(values.json ? `${JSON.stringify(made)}\n` : `${out}\n`);
    return 0;
  },
};
