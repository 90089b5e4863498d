/** `posdiag explain`: a diagnosis of what somebody wrote down, without a terminal and without an agent. */
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { AgentError, systemCode } from "../base/errors.ts";
import { type OwnCodes, readOwnCodes } from "../codes/own-codes.ts";
import { createCodeBook } from "../codes/response-codes.ts";
import { viewDiagnosis } from "../diagnosis-view.ts";
import { catalogue } from "../faults/index.ts";
import { capabilitiesIn, readIncident } from "../incident.ts";
import { explain } from "../retrospect.ts";
import { readArguments, readLanguage, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { formatDiagnosis } from "./diagnosis-text.ts";

const help = `Usage: posdiag explain [FILE] [--lang zh-CN|en] [--json]

Reads observations as JSON lines from FILE or standard input and says what is most likely wrong. No agent is needed.

  {"t":-600,"source":"modem","signal":"rsrp_dbm","value":-82}

t is in seconds, 0 = the complaint. A value holds until the same signal is given again. Lines that cannot be used are
named on standard error and left out.

Options:
  --lang LANG   zh-CN or en (default: en)
  --codes FILE  the acquirer's own response codes, as in \`acquirer.codes_file\`
  --json        the diagnosis as one JSON object
  -h, --help    this text

Example:
  printf '{"t":-9,"source":"sim","signal":"state","value":"absent"}\\n' | posdiag explain

Exit codes: 0 answered, 64 wrong use, 65 no line could be used, 66 FILE cannot be read
`;

/** More than any incident, less than would hurt. */
const mostCharacters = 16 * 1024 * 1024;

/** In a log that has ended nothing newer is known, so values hold. */
const holdMs = Number.POSITIVE_INFINITY;

async function readAll(input: Readable): Promise<string> {
  let text = "";
  input.setEncoding("utf8");
  for await (const chunk of input) {
    text += chunk;
    if (text.length > mostCharacters) throw new AgentError("INPUT_INVALID", `more than ${mostCharacters} characters`);
  }
  return text;
}

async function readFile(path: string): Promise<string> {
  try {
    return await readAll(createReadStream(path));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || error instanceof AgentError) throw error;
    throw new AgentError("INPUT_UNREADABLE", `${path} (${code})`, { cause: error });
  }
}

async function ownCodes(path: string | undefined): Promise<OwnCodes> {
  if (path === undefined) return {};
  const read = readOwnCodes(await readFile(path));
  if ("what" in read) throw new AgentError("INPUT_INVALID", `${path} ${read.what}`);
  return read.codes;
}

export const explainCommand: Command = {
  name: "explain",
  summary: "say what observations on standard input or in a file mean",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments("explain", {
      args: [...args],
      options: { lang: { type: "string" }, codes: { type: "string" }, json: { type: "boolean" } },
      allowPositionals: true,
    });
    if (positionals.length > 1) throw usageError("explain", "one file at most");
    const language = readLanguage("explain", values.lang) ?? "en";
    const [path] = positionals;
    const { readings, problems } = readIncident(path === undefined ? await readAll(io.stdin) : await readFile(path));
    for (const problem of problems) io.err(`posdiag explain: ${problem}: left out\n`);
    if (readings.length === 0)
      throw new AgentError("INPUT_INVALID", "no line could be used; see posdiag explain --help");
    const codes = createCodeBook("unionpay", await ownCodes(values.codes));
    const explained = explain(readings, { catalogue, capabilities: capabilitiesIn(readings), holdMs, codes }, 0);
    const view = viewDiagnosis(explained.diagnosis, language, explained.endedMs);
    io.out(values.json ? `${JSON.stringify(view)}\n` : formatDiagnosis(view, language));
    return 0;
  },
};
