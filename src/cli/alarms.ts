/** `posdiag alarms` and what a person may do with one: `ack`, `close`, `shelve`, `unshelve`. */
import type { Reply } from "../client/client.ts";
import type { Refusal } from "../ipc/messages.ts";
import { longestNote, type Operator, type OperatorAction, operators, shelfHours } from "../model/alarm.ts";
import type { AlarmView } from "../model/alarm-view.ts";
import type { Language } from "../model/text.ts";
import { askAgent, findAgent, linkHelp, linkOptions } from "./agent-link.ts";
import { formatAlarm, formatAlarms } from "./alarm-text.ts";
import { readArguments, readLanguage, usageError } from "./arguments.ts";
import type { Command, Io } from "./command.ts";
import { sessionLanguage } from "./session-language.ts";

const common = `${linkHelp}
  --lang LANG     zh-CN or en; without it the merchant's, as configured, or the session's
  --json          JSON instead of a table
  -h, --help      this text`;

const exits = `Exit codes: 0 answered, 64 wrong use, 66 the configuration cannot be read, 69 no agent, or it refused,
  78 the configuration has errors
`;

const listHelp = `Usage: posdiag alarms [--all] [--lang LANG] [--json] [--socket PATH | --config FILE]
       posdiag alarms ack|close|shelve|unshelve ID …

Shows the alarms that last: severity, name, state, when and how often raised, who has seen it. What comes and goes three times in 24
hours is marked RECURRENT. After a restart an alarm that was open stays so until the evidence says it again or the contrary.

Options:
  --all           also those that are over, or that a person has closed: the history
${common}

Example:
  posdiag alarms --all --json | jq '.alarms[] | select(.recurrent)'

${exits}`;

const options = { ...linkOptions, lang: { type: "string" }, json: { type: "boolean" } } as const;

interface Link {
  readonly socket?: string | undefined;
  readonly config?: string | undefined;
  readonly lang?: string | undefined;
}

async function targetOf(command: string, values: Link, io: Io): Promise<{ socket: string; language: Language }> {
  const asked = readLanguage(command, values.lang);
  const { socket, config } = await findAgent(command, values);
  return { socket, language: asked ?? config?.["merchant.language"] ?? sessionLanguage(io.env) };
}

export const alarmsCommand: Command = {
  name: "alarms",
  summary: "the alarms of this terminal, and their history",
  help: listHelp,
  run: async (args, io) => {
    const { values } = readArguments("alarms", { args: [...args], options: { ...options, all: { type: "boolean" } } });
    const target = await targetOf("alarms", values, io);
    const list = await askAgent(target, io.stop, (client) => client.alarms({ all: values.all ?? false }));
    io.out(values.json ? `${JSON.stringify(list)}\n` : formatAlarms(list, target.language));
    return 0;
  },
};

const summaries: Readonly<Record<OperatorAction, string>> = {
  ack: "say that an alarm has been seen",
  close: "say that a person is done with an alarm",
  shelve: "put an alarm away for some hours",
  unshelve: "take a shelved alarm out again",
};

const meanings: Readonly<Record<OperatorAction, string>> = {
  ack: "says that an alarm has been seen. It is asked for again when the alarm is raised anew or becomes more severe.",
  close:
    "says that a person is done with an alarm: it leaves the list until it is raised anew. For what was open before a\nrestart and that nothing speaks of any more.",
  shelve: `puts an alarm away for some hours, ${shelfHours.least} to ${shelfHours.most}; it stays in the list, marked so. Reports go on.`,
  unshelve: "takes an alarm out again.",
};

function operationHelp(action: OperatorAction): string {
  const shelf = action === "shelve" ? `  --hours N       how long (default ${shelfHours.usual})\n` : "";
  return `Usage: posdiag alarms ${action} ID [--note TEXT]${shelf && " [--hours N]"} [--by WHO] [--lang LANG] [--json]
         [--socket PATH | --config FILE]

${meanings[action][0]?.toUpperCase()}${meanings[action].slice(1)}
ID is the number in the first column of posdiag alarms.

Options:
  --note TEXT     one line, at most ${longestNote} characters, no number of seven digits; it stays on this terminal
${shelf}  --by WHO        ${operators.join(" or ")} (default support)
${common}

Example:
  posdiag alarms ${action} 3 --note "new SIM is on its way"

${exits}`;
}

function wholeNumber(command: string, name: string, text: string | undefined): number {
  if (text !== undefined && /^\d{1,9}$/.test(text)) return Number(text);
  throw usageError(
    command,
    text === undefined ? `${name} is missing` : `${name} is ${JSON.stringify(text)}, no number`,
  );
}

function readOperator(command: string, given: string | undefined): Operator {
  const by = operators.find((known) => known === (given ?? "support"));
  if (by) return by;
  throw usageError(command, `--by is ${JSON.stringify(given)}, not ${operators.join(" or ")}`);
}

function readHours(command: string, given: string | undefined): number {
  if (given === undefined) return shelfHours.usual;
  const hours = wholeNumber(command, "--hours", given);
  if (hours >= shelfHours.least && hours <= shelfHours.most) return hours;
  throw usageError(command, `--hours is ${hours}, not ${shelfHours.least} to ${shelfHours.most}`);
}

const refusals: Readonly<Partial<Record<Refusal, string>>> = {
  bad_value: `the note has at most ${longestNote} characters, and no control characters`,
  card_data: "the note holds a number of seven digits or more, or what may be card data; nothing was kept of it",
};

/** @throws AgentError USAGE where the agent's refusal is about what was asked. */
function told(reply: Reply<AlarmView>, alarm: number): Reply<AlarmView> {
  if (reply.kind !== "refused") return reply;
  const why = reply.refused === "unknown_alarm" ? `there is no alarm ${alarm}` : refusals[reply.refused];
  if (why !== undefined) throw usageError("alarms", why);
  return reply;
}

function operationCommand(action: OperatorAction): Command {
  const name = `alarms ${action}`;
  return {
    name,
    summary: summaries[action],
    help: operationHelp(action),
    run: async (args, io) => {
      const { values, positionals } = readArguments(name, {
        args: [...args],
        allowPositionals: true,
        options: { ...options, note: { type: "string" }, by: { type: "string" }, hours: { type: "string" } },
      });
      const [id, ...others] = positionals;
      if (others.length > 0) throw usageError(name, `one alarm at a time, not ${positionals.join(" ")}`);
      if (values.hours !== undefined && action !== "shelve") throw usageError(name, "--hours is for alarms shelve");
      const operation = {
        ...{ alarm: wholeNumber(name, "ID", id), action, by: readOperator(name, values.by) },
        ...{ note: values.note ?? "", hours: readHours(name, values.hours) },
      };
      const target = await targetOf(name, values, io);
      const alarm = await askAgent(target, io.stop, (client) =>
        client.operate(operation).then((reply) => told(reply, operation.alarm)),
      );
      io.out(values.json ? `${JSON.stringify(alarm)}\n` : formatAlarm(alarm, target.language));
      return 0;
    },
  };
}

export const alarmCommands: readonly Command[] = [
  alarmsCommand,
  ...(["ack", "close", "shelve", "unshelve"] as const).map(operationCommand),
];
