/** `posdiag answer`: the merchant's answer to the question that the running agent asks; for the bench and for support on site. */
import { askAgent, findAgent, linkHelp, linkOptions } from "./agent-link.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";

const help = `Usage: posdiag answer QUESTION ANSWER [--socket PATH | --config FILE]

Brings the merchant's answer to the running agent. \`posdiag diagnose\` shows the question, its name and the answers there are;
a question stands for two minutes, and is withdrawn when a payment begins.

Options:
${linkHelp}
  -h, --help      this text

Example:
  posdiag answer kqhwzrtnbxva yes

Exit codes: 0 taken, 64 wrong use, 65 no such question or answer, or too late, 66 the configuration cannot be read,
  69 no agent, 78 the configuration has errors
`;

/** EX_DATAERR of sysexits.h. */
const refusedExit = 65;

const whyNot: Readonly<Record<string, string>> = {
  unknown_question: "no question of this name is open; `posdiag diagnose` shows the one that is",
  expired_question:
    "the question has been withdrawn, or stood for too long; `posdiag diagnose` shows the one that is open",
  bad_value: "the question has no such answer; `posdiag diagnose` shows those it has",
};

export const answerCommand: Command = {
  name: "answer",
  summary: "bring the merchant's answer to the agent's question",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments("answer", {
      args: [...args],
      options: linkOptions,
      allowPositionals: true,
    });
    const [question, answer, ...more] = positionals;
    if (question === undefined || answer === undefined || more.length > 0) {
      throw usageError("answer", "QUESTION and ANSWER are needed, and nothing else");
    }
    const { socket } = await findAgent("answer", values);
    const refused = await askAgent({ socket }, io.stop, async (client) => {
      const reply = await client.answer(question, answer);
      if (reply.kind === "refused" && whyNot[reply.refused]) return { kind: "answer", value: reply.refused };
      return reply.kind === "answer" ? { kind: "answer", value: undefined } : reply;
    });
    if (refused === undefined) return 0;
    io.err(`posdiag answer: ${whyNot[refused]}\n`);
    return refusedExit;
  },
};
