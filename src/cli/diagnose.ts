/** `posdiag diagnose`: what the running agent thinks is wrong, in the merchant's language. */
import type { Client, DiagnoseOptions, Reply } from "../client/contract.ts";
import type { QuestionView, TestReport } from "../model/test-view.ts";
import type { DiagnosisView } from "../model/view.ts";
import { askAgent, findAgent, linkHelp, linkOptions } from "./agent-link.ts";
import { readArguments, readLanguage } from "./arguments.ts";
import type { Command } from "./command.ts";
import { formatDiagnosis } from "./diagnosis-text.ts";
import { formatQuestion, formatTest } from "./question-text.ts";
import { sessionLanguage } from "./session-language.ts";

const help = `Usage: posdiag diagnose [--lang zh-CN|en] [--active] [--json] [--socket PATH | --config FILE]

Asks the running agent what is wrong: the merchant's sentence, what to do and what not to do, then the evidence and what was
ruled out. When nothing is wrong it says so; when the evidence does not carry more it says "not known" with the candidates. At the
end stands what the merchant is to be asked, if anything: \`posdiag answer\` brings the answer.

Options:
  --lang LANG     zh-CN or en (default: the configured language, else that of the terminal session)
  --active        let the agent run the best safe tests first, and tell what each found; takes up to a minute
${linkHelp}
  --json          the diagnosis as one JSON object; tests and what they found go to the standard error
  -h, --help      this text

Example:
  posdiag diagnose --lang en

Exit codes: 0 answered, 64 wrong use, 66 the configuration cannot be read, 69 no agent,
  78 the configuration has errors
`;

interface Inquiry {
  readonly view: DiagnosisView;
  readonly question: QuestionView | null;
}

/** The diagnosis, and what the merchant could answer. An agent that asks nothing is no reason to say nothing. */
async function inquire(client: Client, options: DiagnoseOptions): Promise<Reply<Inquiry>> {
  const diagnosed = await client.diagnose(options);
  if (diagnosed.kind !== "answer") return diagnosed;
  const asked = await client.question();
  return { kind: "answer", value: { view: diagnosed.value, question: asked.kind === "answer" ? asked.value : null } };
}

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
    const onTest = (report: TestReport) => (values.json ? io.err : io.out)(formatTest(report, language));
    const { view, question } = await askAgent({ socket, language }, io.stop, (client) =>
      inquire(client, { active, onTest }),
    );
    if (values.json) io.out(`${JSON.stringify(question ? { ...view, question } : view)}\n`);
    else io.out(`${formatDiagnosis(view, language)}${question ? formatQuestion(question, language) : ""}`);
    return 0;
  },
};
