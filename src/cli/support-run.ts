/** `posdiag support run`: asks one terminal for one thing, and waits for what comes of it. */
import { randomBytes } from "node:crypto";
import { type Clock, systemClock } from "../base/clock.ts";
import { systemRandom } from "../base/random.ts";
import { sealCommand } from "../commands/seal.ts";
import type { Verb } from "../model/command.ts";
import { encodeCommand } from "../report/command-wire.ts";
import { encodeSealed } from "../report/encode.ts";
import { type Answer, ask, type Update } from "../support/ask.ts";
import { readArguments, readLanguage } from "./arguments.ts";
import type { Command, Io } from "./command.ts";
import { type Asking, createTeller, readAsking, terminalHelp, terminalOptions } from "./support-link.ts";
import { readVerb, verbHelp, verbOptions } from "./support-verb.ts";

const help = `Usage: posdiag support run --broker URL --tenant NAME --terminal SERIAL --key FILE [OPTIONS] VERB [WORDS]

Asks a terminal for one thing. The command is signed with your key; the terminal takes it if your key is in its list and its configuration allows
the verb (docs/commands.md). It has exactly one final state, by --timeout: succeeded, failed, refused, timed_out or interrupted. Its id is printed
first: with it \`again ID\` brings its result once more.

Verbs:
${verbHelp}

Options:
${terminalHelp}
  --json              {"id","state","reason","result","audit"} on one line
  -h, --help          this text

Example:
  posdiag support run --broker mqtt://127.0.0.1:1883 --tenant acme --terminal PX7-00042 --key keys/anna.key diagnose --active

Exit codes: 0 succeeded, 1 any other final state, 64 wrong use, 65 a key or certificate is none, or the result came damaged, 66 a file cannot be read,
  75 no answer in time
`;

export const noAnswerExit = 75;
const damagedExit = 65;

export interface Run {
  readonly id: string;
  readonly answer: Answer;
}

interface Where {
  readonly name: string;
  readonly io: Io;
  readonly clock?: Clock;
}

/** What is on the way goes to standard error. A result of which a part got lost is asked for once more. */
export async function runVerb(verb: Verb, asking: Asking, where: Where): Promise<Run> {
  const run = await runOnce(verb, asking, where);
  if (run.answer.kind !== "part" || verb.kind === "again" || where.io.stop.aborted) return run;
  where.io.err(`posdiag ${where.name}: ${told.part}; asking for it again\n`);
  return runOnce({ kind: "again", id: run.id }, asking, where);
}

async function runOnce(verb: Verb, asking: Asking, { name, io, clock = systemClock }: Where): Promise<Run> {
  const { broker, terminal, privateKey, who, spanS } = asking;
  const id = randomBytes(16).toString("hex");
  const issuedS = Math.floor(clock.wallMs() / 1_000);
  const command = { ...terminal, id, issuedS, deadlineS: issuedS + spanS, who, verb };
  const payload = encodeSealed(sealCommand(encodeCommand(command), privateKey));
  io.err(`posdiag ${name}: command ${id}\n`);
  let shown = 0;
  const answer = await ask(
    {
      ...{ broker, terminal, id, payload, waitMs: spanS * 1_000, clock, random: systemRandom },
      onState: createTeller(name, io),
      onUpdate: (update) => io.err(`posdiag ${name}: ${wordsOf(update)}\n`),
      onBytes: (bytes, total) => {
        if (bytes - shown < 32_768 && bytes < total) return;
        shown = bytes;
        io.err(`posdiag ${name}: ${bytes} of ${total} bytes\n`);
      },
    },
    io.stop,
  );
  return { id, answer };
}

function wordsOf({ state, reason, step }: Update): string {
  return [state, reason, step].filter(Boolean).join(" ");
}

const told: Readonly<Record<Exclude<Answer["kind"], "ended">, string>> = {
  part: "not all of the result came",
  damaged: "the result came damaged",
  unanswered: "no answer in time",
};

/** Says what is wrong, if something is. */
export function exitOf({ answer }: Run, { name, io }: Where): number {
  if (answer.kind === "ended") return answer.update.state === "succeeded" ? 0 : 1;
  io.err(`posdiag ${name}: ${told[answer.kind]}\n`);
  return answer.kind === "damaged" ? damagedExit : noAnswerExit;
}

function lineOf({ id, answer }: Run): string {
  const { update } = answer;
  const result = answer.kind === "ended" ? (answer.value ?? null) : null;
  const { state = null, reason = "", audit = null } = update ?? {};
  return `${JSON.stringify({ id, state, reason, result, audit, answer: answer.kind })}\n`;
}

function textOf({ answer }: Run): string {
  if (answer.kind !== "ended" || answer.value === undefined) return "";
  const { value } = answer;
  const isText = Array.isArray(value) && value.every((item) => typeof item === "string");
  return isText ? `${value.join("\n")}\n` : `${JSON.stringify(value, null, 2)}\n`;
}

export const supportRunCommand: Command = {
  name: "support run",
  summary: "ask a terminal for something, and wait for the answer",
  help,
  run: async (args, io) => {
    const name = "support run";
    const options = { ...terminalOptions, ...verbOptions };
    const { values, positionals } = readArguments(name, { args: [...args], options, allowPositionals: true });
    readLanguage(name, values.lang);
    const verb = await readVerb(positionals, values);
    const run = await runVerb(verb, await readAsking(name, values), { name, io });
    io.out(values.json ? lineOf(run) : textOf(run));
    return exitOf(run, { name, io });
  },
};
