/** `posdiag diagnose`: what the running agent thinks is wrong, in the merchant's language. */
import type { Language } from "../model/text.ts";
import { askAgent, findAgent, linkHelp, linkOptions } from "./agent-link.ts";
import { readArguments, readLanguage } from "./arguments.ts";
import type { Command } from "./command.ts";
import { formatDiagnosis } from "./diagnosis-text.ts";

const help = `Usage: posdiag diagnose [--lang zh-CN|en] [--active] [--json] [--socket PATH | --config FILE]

Asks the running agent what is wrong: the merchant's sentence, what to do and what not to do, then the evidence and what was
ruled out. When nothing is wrong it says so; when the evidence does not carry more it says "not known" with the candidates.

Options:
  --lang LANG     zh-CN or en (default: the configured language, else that of the terminal session)
  --active        let the agent run safe tests first; takes up to a minute
${linkHelp}
  --json          the diagnosis as one JSON object
  -h, --help      this text

Example:
  posdiag diagnose --lang en

Exit codes: 0 answered, 64 wrong use, 66 the configuration cannot be read, 69 no agent,
  78 the configuration has errors
`;

export const diagnoseCommand: Command = {
  name: "diagnose",
  summary: "ask the running agent what is wrong and what to do",
  help,
  run: async (args, io) => {
    const { values } = readArguments("diagnose", {
      args: [...args],
      options: {
        ...linkOptions,
        lang: { type: "string" },
        active: { type: "boolean" },
        json: { type: "boolean" },
      },
    });
    const asked = readLanguage("diagnose", values.lang);
    const { socket, config } = await findAgent("diagnose", values);
    const language = asked ?? config?.["merchant.language"] ?? sessionLanguage(io.env);
    const active = values.active ?? false;
    const view = await askAgent({ socket, language }, io.stop, (client) => client.diagnose({ active }));
    io.out(values.json ? `${JSON.stringify(view)}\n` : formatDiagnosis(view, language));
    return 0;
  },
};

/** POSIX order of precedence (XBD 8.2). */
function sessionLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return locale.startsWith("zh") ? "zh-CN" : "en";
}
