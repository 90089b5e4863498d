/** `posdiag support list`: terminals, and what is wrong with them. */
import { systemClock } from "../base/clock.ts";
import { systemRandom } from "../base/random.ts";
import type { Language } from "../model/text.ts";
import {
  byGravity,
  type FleetFilter,
  type FleetTerminal,
  fits,
  fleetStates,
  severityOf,
} from "../support/fleet-view.ts";
import { terminalIn } from "../support/fleet-view-book.ts";
import { fleetWords } from "../support/fleet-view-words.ts";
import { readArguments, readLanguage, usageError } from "./arguments.ts";
import { mayColour } from "./colour.ts";
import type { Command, Io } from "./command.ts";
import { collectKept, unreachedExit } from "./fleet-kept.ts";
import { type BrokerSource, openExisting, readSource, sourceHelp, sourceOptions } from "./fleet-source.ts";
import {
  connectionText,
  doubtText,
  faultText,
  painted,
  placeText,
  printable,
  type Reader,
  severityText,
  spanText,
} from "./fleet-text.ts";
import { terminalsIn } from "./stored-terminals.ts";
import { table } from "./table.ts";
import { listLine } from "./terminal-line.ts";

const name = "support list";

const help = `Usage: posdiag support list (--database URL | --broker URL) [OPTIONS]

Lists terminals, those with the gravest faults first: whether they are there, where they stand, since when what is wrong.

Options:
${sourceHelp}
  --state STATE       ${fleetStates.join(", ")} (default: all)
  --fault ID          only those on which this fault is open, e.g. sim.absent
  --tenant NAME, --shop NAME, --region NAME, --acquirer NAME, --carrier DIGITS, --version VERSION
                      only those of it; a carrier is the country and network code of the SIM
  --limit N           at most so many (default: 100 for people, all for programs)
  --lang LANG         zh-CN or en (default: en)
  --json              one JSON object a line
  -h, --help          this text

Example:
  posdiag support list --database posdiag.db --state failing --carrier 46000
  posdiag support list --broker mqtt://127.0.0.1:1883 --json | jq -r 'select(.online | not) | .terminal'

Exit codes: 0 listed, 64 wrong use, 65 a certificate or key is none, 66 a file cannot be read, 74 the database cannot be used, 75 the broker was not reached
`;

const options = {
  ...sourceOptions,
  state: { type: "string" },
  fault: { type: "string" },
  tenant: { type: "string" },
  shop: { type: "string" },
  region: { type: "string" },
  acquirer: { type: "string" },
  carrier: { type: "string" },
  version: { type: "string" },
  limit: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
} as const;

/** On a screen; and some 300 bytes each. */
const mostForPeople = 100;
const mostForPrograms = 1_000_000;

type Values = { readonly [Name in keyof FleetFilter]?: string | undefined };

function filterOf({ state: word = "all", fault, tenant, version, ...values }: Values): FleetFilter {
  const state = fleetStates.find((known) => known === word);
  if (!state) throw usageError(name, `--state is ${JSON.stringify(word)}, not ${fleetStates.join(", ")}`);
  const { shop, region, acquirer, carrier } = values;
  return { state, fault, tenant, version, shop, region, acquirer, carrier };
}

function limitOf(value: string | undefined, isForPeople: boolean): number {
  if (value === undefined) return isForPeople ? mostForPeople : mostForPrograms;
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number <= mostForPrograms) return number;
  throw usageError(name, `--limit is ${JSON.stringify(value)}, not 1 to ${mostForPrograms}`);
}

function rowOf(terminal: FleetTerminal, reader: Reader): readonly string[] {
  const { tenant, serial, place, open, unsure } = terminal;
  const say = fleetWords[reader.language];
  const [gravest, ...more] = open;
  const wrong = [
    ...(gravest ? [faultText(gravest, reader)] : []),
    ...(more.length > 0 ? [say.more(more.length)] : []),
    ...(unsure ? [doubtText(unsure, reader, false)] : []),
  ];
  const sinceMs = gravest ? gravest.openedMs : unsure?.sinceMs;
  const severity = severityOf(terminal);
  return [
    severity ? severityText(severity, reader) : say.well,
    `${tenant}/${serial}`,
    connectionText(terminal, reader),
    placeText(place, reader),
    sinceMs === undefined ? "" : spanText(sinceMs, reader.nowMs, reader.language),
    wrong.join(say.comma) || say.well,
  ].map(printable);
}

function kindOf(terminal: FleetTerminal): string | undefined {
  return severityOf(terminal) ?? (terminal.online === false ? "offline" : undefined);
}

/** Columns have to be lined up, so all that is shown is there at once. */
function formatList(shown: readonly FleetTerminal[], hasMore: boolean, reader: Reader): string {
  const say = fleetWords[reader.language];
  const head = [say.severity, say.terminal, say.connection, say.place, say.since, say.fault];
  const [first = "", ...rest] = table([head, ...shown.map((each) => rowOf(each, reader))]).split("\n");
  const lines = rest.flatMap((line, place) => {
    const terminal = shown[place];
    return terminal ? [painted(line, kindOf(terminal), reader)] : [];
  });
  const end = hasMore ? say.shownOfMore(shown.length) : say.shown(shown.length);
  return `${[...(shown.length > 0 ? [first] : []), ...lines, end].join("\n")}\n`;
}

/** Undefined when the broker was not reached. */
async function keptBy(at: BrokerSource, filter: FleetFilter, io: Io): Promise<readonly FleetTerminal[] | undefined> {
  const { broker, connectMs } = at;
  const asked = { broker, connectMs, tenant: filter.tenant, clock: systemClock, random: systemRandom };
  const kept = await collectKept(name, asked, io);
  const fitting = kept?.map(terminalIn).filter((each) => fits(each, filter));
  return fitting?.toSorted(byGravity);
}

type Listed = AsyncIterable<FleetTerminal> | Iterable<FleetTerminal>;

async function print(listed: Listed, { values, language, limit }: Asked, io: Io): Promise<void> {
  const shown: FleetTerminal[] = [];
  let [count, hasMore] = [0, false];
  for await (const terminal of listed) {
    hasMore = count === limit;
    if (hasMore || io.stop.aborted) break;
    count += 1;
    if (values.json) io.out(`${listLine(terminal)}\n`);
    else shown.push(terminal);
  }
  const reader = { language, colour: mayColour(io), nowMs: systemClock.wallMs() };
  if (!values.json) io.out(formatList(shown, hasMore, reader));
}

interface Asked {
  readonly values: { readonly json?: boolean | undefined };
  readonly language: Language;
  readonly limit: number;
}

export const supportListCommand: Command = {
  name,
  summary: "list terminals and what is wrong with them",
  help,
  run: async (args, io) => {
    const { values } = readArguments(name, { args: [...args], options });
    const language = readLanguage(name, values.lang) ?? "en";
    const filter = filterOf(values);
    const asked = { values, language, limit: limitOf(values.limit, !values.json) };
    const source = await readSource(name, values);
    if (source.kind === "database") {
      await using store = await openExisting(source.url);
      await print(terminalsIn(store, filter, asked.limit + 1), asked, io);
      return 0;
    }
    const kept = await keptBy(source, filter, io);
    if (!kept) return unreachedExit;
    await print(kept, asked, io);
    return 0;
  },
};
