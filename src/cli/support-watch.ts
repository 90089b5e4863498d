/** `posdiag support watch`: what terminals report, as it comes. */
import { systemClock } from "../base/clock.ts";
import { systemRandom } from "../base/random.ts";
import { signOf, textOf } from "../faults/text.ts";
import { type AuditDoubt, createAuditMemory } from "../support/audit-memory.ts";
import { doubtLine, doubtText } from "../support/audit-text.ts";
import { datedLine, datedText } from "../support/dated-text.ts";
import { createDating, type Dated } from "../support/dating.ts";
import type { Heard } from "../support/inbox.ts";
import { lineOf } from "../support/line.ts";
import { textOfMessage, type Vocabulary } from "../support/text.ts";
import { watch } from "../support/watch.ts";
import { isTopicName } from "../uplink/topics.ts";
import { readArguments, readLanguage, usageError } from "./arguments.ts";
import { mayColour } from "./colour.ts";
import type { Command, Io } from "./command.ts";
import { brokerHelp, brokerOptions, readBroker } from "./support-broker.ts";
import { createTeller } from "./support-link.ts";

const help = `Usage: posdiag support watch --broker URL [OPTIONS]

Listens to terminals at an MQTT broker (5 or 3.1.1) and prints what they report: cases opened, changed and closed with the
verdict, its evidence, what was ruled out and who must act, and terminals coming and going. What a terminal told before it knew the time is
dated when it does. Connects again by itself.

Options:
${brokerHelp}
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
  posdiag support watch --broker mqtts://broker:8884 --ca ca.pem --cert anna.pem --key-file anna-tls.key --tenant acme

Exit codes: 0 ended as asked, 64 wrong use, 65 a certificate or key is none, 66 a file cannot be read, 75 --timeout came before --count
`;

const options = {
  ...brokerOptions,
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

/** A message, and what follows from it. */
interface News {
  readonly heard: Heard;
  readonly dated: readonly Dated[];
  readonly doubts: readonly AuditDoubt[];
}

type Tell = (news: News) => readonly string[];

const forPrograms: Tell = ({ heard, dated, doubts }) => [
  lineOf(heard, systemClock.wallMs()),
  ...dated.map((each) => datedLine(each, heard)),
  ...doubts.map((each) => doubtLine(each, heard)),
];

function forPeople(vocabulary: Vocabulary): Tell {
  const { language } = vocabulary;
  let unreadable = 0;
  return ({ heard, dated, doubts }) => {
    if (heard.said.kind === "unreadable") unreadable += 1;
    return [
      textOfMessage(heard, { nowMs: systemClock.wallMs(), unreadable }, vocabulary),
      ...dated.map((each) => datedText(each, heard, language)),
      ...doubts.map((each) => doubtText(each, heard, language)),
    ];
  };
}

export const supportWatchCommand: Command = {
  name: "support watch",
  summary: "print what terminals report to a broker",
  help,
  run: async (args, io: Io) => {
    const { values } = readArguments("support watch", { args: [...args], options });
    const language = readLanguage("support watch", values.lang) ?? "en";
    const broker = await readBroker("support watch", values);
    const [count, limitS] = [positive("count", values.count), positive("timeout", values.timeout)];
    const [tenant, serial] = [topicName("tenant", values.tenant), topicName("terminal", values.terminal)];
    const enough = new AbortController();
    if (limitS !== undefined) void systemClock.sleep(limitS * 1_000, enough.signal).then(() => enough.abort());
    let heardCount = 0;
    const tell = values.json ? forPrograms : forPeople({ language, colour: mayColour(io), textOf, signOf });
    const [dating, audits] = [createDating(), createAuditMemory()];
    const print = (heard: Heard): void => {
      const doubt = audits.hear(heard);
      for (const line of tell({ heard, dated: dating.hear(heard), doubts: doubt ? [doubt] : [] })) io.out(`${line}\n`);
      heardCount += 1;
      if (count !== undefined && heardCount >= count) enough.abort();
    };
    const onState = createTeller("support watch", io);
    const ports = { clock: systemClock, random: systemRandom };
    const asked = { broker, tenant, serial, ack: values.ack ?? false };
    await watch({ ...asked, ...ports, onHeard: print, onState }, AbortSignal.any([io.stop, enough.signal]));
    return count !== undefined && heardCount < count && !io.stop.aborted ? 75 : 0;
  },
};
