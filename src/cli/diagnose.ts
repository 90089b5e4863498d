/** `posdiag diagnose`: what the running agent thinks is wrong, in the merchant's language. */
import type { Client, DiagnoseOptions, Reply } from "../client/contract.ts";
import type { CodeView } from "../model/code-view.ts";
import type { QuestionView, TestReport } from "../model/test-view.ts";
import type { DiagnosisView } from "../model/view.ts";
import { askAgent, findAgent, linkHelp, linkOptions } from "./agent-link.ts";
import { readArguments, readLanguage, usageError } from "./arguments.ts";
import { mayColour } from "./colour.ts";
import type { Command, Io } from "./command.ts";
import { formatCode, pictureMaker, writePicture } from "./diagnose-code.ts";
import { formatDiagnosis } from "./diagnosis-text.ts";
import { formatQuestion, formatTest } from "./question-text.ts";
import { sessionLanguage } from "./session-language.ts";

const help = `Usage: posdiag diagnose [--lang zh-CN|en] [--active] [--json] [--socket PATH | --config FILE]
       posdiag diagnose --code [--qr FILE] [--lang zh-CN|en] [--json] [--socket PATH | --config FILE]

Asks the running agent what is wrong: the merchant's sentence, what to do and what not to do, then the evidence and what was
ruled out. When nothing is wrong it says so; when the evidence does not carry more it says "not known" with the candidates. At the
end stands what the merchant is to be asked, if anything: \`posdiag answer\` brings the answer. Where support has not been reached for
a while (last_resort.after_min) the code to read out stands there, too.

Options:
  --lang LANG     zh-CN or en (default: the configured language, else that of the terminal session)
  --active        let the agent run the best safe tests first, and tell what each found; takes up to a minute
  --code          only the verdict as a code of 28 characters, to read out, and as a QR code; \`posdiag support decode\` reads it
  --qr FILE       with --code: the QR code as a picture, FILE.svg or FILE.png, and not on the screen
${linkHelp}
  --json          the diagnosis as one JSON object; tests and what they found go to the standard error
  -h, --help      this text

Example:
  posdiag diagnose --lang en

Exit codes: 0 answered, 64 wrong use, 66 the configuration cannot be read, 69 no agent,
  73 the picture cannot be written, 78 the configuration has errors
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

function tellCode(code: CodeView, { json, qr }: { json?: boolean; qr?: string }, io: Io): void {
  if (qr !== undefined) writePicture(qr, code);
  if (json) io.out(`${JSON.stringify(code)}\n`);
  else io.out(qr === undefined ? formatCode(code, mayColour(io)) : code.lines.map((line) => `${line}\n`).join(""));
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
        code: { type: "boolean" },
        qr: { type: "string" },
      },
    });
    if (values.qr !== undefined && !values.code) throw usageError("diagnose", "--qr goes with --code");
    if (values.qr !== undefined) pictureMaker(values.qr);
    const asked = readLanguage("diagnose", values.lang);
    const { socket, config } = await findAgent("diagnose", values);
    const language = asked ?? config?.["merchant.language"] ?? sessionLanguage(io.env);
    if (values.code) {
      tellCode(await askAgent({ socket, language }, io.stop, (client) => client.code()), values, io);
      return 0;
    }
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
