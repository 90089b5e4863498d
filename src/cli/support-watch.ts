/** `posdiag support watch`: what terminals report, as it comes. */
import { systemClock } from "../base/clock.ts";
import { systemRandom } from "../base/random.ts";
import { signOf, textOf } from "../faults/text.ts";
import type { Heard } from "../support/inbox.ts";
import { lineOf } from "../support/line.ts";
import { textOfMessage } from "../support/text.ts";
import { watch } from "../support/watch.ts";
import type { LinkFailure } from "../uplink/failure.ts";
import { isTopicName } from "../uplink/topics.ts";
import { readArguments, readLanguage, usageError } from "./arguments.ts";
import type { Command, Io } from "./command.ts";

const help = `Usage: posdiag support watch --broker URL [--tenant NAME] [--terminal SERIAL] [--lang zh-CN|en] [--json]
                             [--ack] [--count N] [--timeout SECONDS]

Listens to terminals at an MQTT broker (5 or 3.1.1) and prints what they report: cases opened, changed and closed with the
verdict, its evidence, what was ruled out and who must act, and terminals coming and going. Connects again by itself.

Options:
  --broker URL        mqtt://host:port or mqtts://host:port
  --tenant NAME       only this tenant's terminals
  --terminal SERIAL   only this terminal
  --lang LANG         zh-CN or en (default: en)
  --ack               confirm reports to their terminals, as a collector does, so that they free them
  --count N           end after N messages
  --timeout SECONDS   end after so long
  --json              one JSON object a line
  -h, --help          this text

Example:
  posdiag support watch --broker mqtt://127.0.0.1:1883 --terminal PX7-00042

Exit codes: 0 ended as asked, 64 wrong use, 75 --timeout came before --count
`;

const options = {
  broker: { type: "string" },
  tenant: { type: "string" },
  terminal: { type: "string" },
  lang: { type: "string" },
  count: { type: "string" },
  timeout: { type: "string" },
  json: { type: "boolean" },
  ack: { type: "boolean" },
} as const;

function positive(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!(number > 0)) throw usageError("support watch", `--${name} is ${JSON.stringify(value)}, not a number above 0`);
  return number;
}

function topicName(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !isTopicName(value)) throw usageError("support watch", `--${name} cannot be ${value}`);
  return value;
}

function brokerUrl(value: string | undefined): string {
  if (value === undefined) throw usageError("support watch", "--broker URL is needed");
  if (!/^mqtts?:\/\/[^/\s]+$/.test(value))
    throw usageError("support watch", "--broker is mqtt://host:port or mqtts://…");
  return value;
}

/** https://no-color.org: not when the variable is there and not empty; and never into a file or a pipe. */
function mayColour({ env }: Io): boolean {
  return process.stdout.isTTY === true && !env["NO_COLOR"];
}

/** Told on standard error, so that standard output stays what terminals said; each news once. */
function createTeller(io: Io): (state: "connected" | LinkFailure) => void {
  let told = "";
  return (state) => {
    const text = state === "connected" ? state : `waiting for the broker (${state.kind}, ${state.code})`;
    if (text !== told) io.err(`posdiag support watch: ${text}\n`);
    told = text;
  };
}

export const supportWatchCommand: Command = {
  name: "support watch",
  summary: "print what terminals report to a broker",
  help,
  run: async (args, io: Io) => {
    const { values } = readArguments("support watch", { args: [...args], options });
    const language = readLanguage("support watch", values.lang) ?? "en";
    const url = brokerUrl(values.broker);
    const [count, limitS] = [positive("count", values.count), positive("timeout", values.timeout)];
    const [tenant, serial] = [topicName("tenant", values.tenant), topicName("terminal", values.terminal)];
    const enough = new AbortController();
    if (limitS !== undefined) void systemClock.sleep(limitS * 1_000, enough.signal).then(() => enough.abort());
    let heardCount = 0;
    let unreadable = 0;
    const vocabulary = { language, colour: !values.json && mayColour(io), textOf, signOf };
    const print = (heard: Heard): void => {
      const nowMs = systemClock.wallMs();
      if (heard.said.kind === "unreadable") unreadable += 1;
      io.out(`${values.json ? lineOf(heard, nowMs) : textOfMessage(heard, { nowMs, unreadable }, vocabulary)}\n`);
      heardCount += 1;
      if (count !== undefined && heardCount >= count) enough.abort();
    };
    const onState = createTeller(io);
    const ports = { clock: systemClock, random: systemRandom };
    const asked = { url, tenant, serial, ack: values.ack ?? false };
    await watch({ ...asked, ...ports, onHeard: print, onState }, AbortSignal.any([io.stop, enough.signal]));
    return count !== undefined && heardCount < count && !io.stop.aborted ? 75 : 0;
  },
};
