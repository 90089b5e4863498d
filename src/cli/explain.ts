/** `posdiag explain`: a diagnosis of what somebody wrote down, without a terminal and without an agent. */
import { AgentError } from "../base/errors.ts";
import { createCodeBook } from "../codes/response-codes.ts";
import { viewDiagnosis } from "../diagnosis-view.ts";
import { capabilitiesIn, readIncident } from "../incident/incident.ts";
import { explain } from "../incident/retrospect.ts";
import { readArguments, readLanguage, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { formatDiagnosis } from "./diagnosis-text.ts";
import { readAll, readInputFile } from "./input-file.ts";
import { readCodesFile, readOwnKnowledge } from "./own-knowledge.ts";

const help = `Usage: posdiag explain [FILE] [--lang zh-CN|en] [--json]

Reads observations as JSON lines from FILE or standard input and says what is most likely wrong. No agent is needed.

  {"t":-600,"source":"modem","signal":"rsrp_dbm","value":-82}

t is in seconds, 0 = the complaint. A value holds until the same signal is given again. Lines that cannot be used are
named on standard error and left out.

Options:
  --lang LANG       zh-CN or en (default: en)
  --codes FILE      the acquirer's own response codes, as in \`acquirer.codes_file\`
  --catalogue FILE  the deployment's own wording, rates and parties of faults, as in \`catalogue.file\`
  --json            the diagnosis as one JSON object; \`ignored\` counts the lines left out
  -h, --help        this text

Example:
  printf '{"t":-9,"source":"sim","signal":"state","value":"absent"}\\n' | posdiag explain

Exit codes: 0 answered, 64 wrong use, 65 no line could be used or FILE has errors,
  66 FILE cannot be read
`;

/** In a log that has ended nothing newer is known, so values hold; what was read last week is history. */
const holdMs = 6 * 86_400_000;

export const explainCommand: Command = {
  name: "explain",
  summary: "say what observations on standard input or in a file mean",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments("explain", {
      args: [...args],
      options: {
        lang: { type: "string" },
        codes: { type: "string" },
        catalogue: { type: "string" },
        json: { type: "boolean" },
      },
      allowPositionals: true,
    });
    if (positionals.length > 1) throw usageError("explain", "one file at most");
    const language = readLanguage("explain", values.lang) ?? "en";
    const [path] = positionals;
    const { readings, problems } = readIncident(
      path === undefined ? await readAll(io.stdin) : await readInputFile(path),
    );
    for (const problem of problems) io.err(`posdiag explain: ${problem}: left out\n`);
    if (readings.length === 0)
      throw new AgentError("INPUT_INVALID", "no line could be used; see posdiag explain --help");
    const { catalogue, texts } = await readOwnKnowledge(values.catalogue);
    const codes = createCodeBook("unionpay", await readCodesFile(values.codes));
    const explained = explain(readings, { catalogue, capabilities: capabilitiesIn(readings), holdMs, codes }, 0);
    const view = viewDiagnosis(explained.diagnosis, language, { endedMs: explained.endedMs, texts });
    io.out(
      values.json
        ? `${JSON.stringify({ ...view, ignored: problems.length })}\n`
        : formatDiagnosis(view, language, texts),
    );
    return 0;
  },
};
