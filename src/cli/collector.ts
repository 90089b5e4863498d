/** `posdiag collector`: takes in what terminals report, for vendor support. */

import type { Clock } from "../base/clock.ts";
import { systemClock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import { createLog } from "../base/log.ts";
import { systemRandom } from "../base/random.ts";
import { createCardDataGuard } from "../card-data/guard.ts";
import { collect } from "../collector/collector.ts";
import { serveMetrics } from "../collector/metrics-server.ts";
import { createTally, refusedInAll, type Tally } from "../collector/tally.ts";
import type { Keep } from "../store/days.ts";
import { openStore } from "../store/store.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { type ListenAddress, readListenAddress } from "./listen-address.ts";
import { brokerHelp, brokerOptions, readBroker } from "./support-broker.ts";
import { createTeller, signingKey } from "./support-link.ts";

const name = "collector";

const help = `Usage: posdiag collector --broker URL --database URL [OPTIONS]

Stores what terminals report at an MQTT broker, each report once, and confirms it to them when it is stored. Any number of collectors of one group
share the work over an MQTT 5 broker and one PostgreSQL; over MQTT 3.1.1 each hears everything. While the database is away nothing is
acknowledged, so nothing is lost (docs/collector.md).

Options:
${brokerHelp}
  --database URL      postgres://USER@HOST/NAME, or a file for SQLite
  --group NAME        of the shared subscription (default: posdiag)
  --name NAME         of this collector, unlike all others': the broker keeps for an hour what comes for it while it is away
  --key FILE          private key that signs what terminals are told of the fleet, as \`posdiag support keygen\` makes it; without it they are told nothing
  --keep-records DAYS   reports as they came (default: 30)
  --keep-samples DAYS   measurements (default: 90)
  --keep-cases DAYS     closed cases, incidents, commands, what people did (default: 400)
  --metrics [HOST:]PORT   figures for Prometheus at /metrics, and /healthz, for whoever reaches it (HOST: 127.0.0.1); port 0: a free one
  -h, --help          this text

Example:
  posdiag collector --broker mqtts://broker:8884 --ca ca.pem --cert collector.pem --key-file collector.key \\
    --database postgres://posdiag@db/posdiag --name one --metrics 9464

Exit codes: 0 ended by a signal, 64 wrong use, 65 a certificate or key is none, 66 a file cannot be read, 74 the database cannot be used
`;

const options = {
  ...brokerOptions,
  database: { type: "string" },
  group: { type: "string" },
  name: { type: "string" },
  key: { type: "string" },
  "keep-records": { type: "string" },
  "keep-samples": { type: "string" },
  "keep-cases": { type: "string" },
  metrics: { type: "string" },
} as const;

function whole(option: string, value: string, [least, most]: readonly [number, number]): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw usageError(name, `--${option} is ${JSON.stringify(value)}, not a whole number from ${least} to ${most}`);
}

function word(option: string, value: string | undefined): string | undefined {
  if (value === undefined || /^[A-Za-z0-9_-]{1,32}$/.test(value)) return value;
  throw usageError(name, `--${option} is ${JSON.stringify(value)}, not 1 to 32 of A-Z a-z 0-9 _ -`);
}

interface KeepArguments {
  readonly "keep-records"?: string | undefined;
  readonly "keep-samples"?: string | undefined;
  readonly "keep-cases"?: string | undefined;
}

function keepOf(values: KeepArguments): Keep {
  const days = (option: keyof KeepArguments, usual: string) => whole(option, values[option] ?? usual, [1, 3_660]);
  return { records: days("keep-records", "30"), samples: days("keep-samples", "90"), cases: days("keep-cases", "400") };
}

function metricsAddress(value: string): ListenAddress {
  const address = readListenAddress(/^\d+$/.test(value) ? `127.0.0.1:${value}` : value);
  if (!address) throw usageError(name, `--metrics is ${JSON.stringify(value)}, not PORT or HOST:PORT`);
  return address;
}

const statusMs = 60_000;

async function tellStatus(tally: Tally, { clock, log }: { clock: Clock; log: Log }, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await clock.sleep(statusMs, stop);
    const { received, stored, duplicates, waiting, receipts, batches, connected, database } = tally;
    const figures = { received, stored, duplicates, waiting, receipts, batches, connected, database };
    log("info", "collector.status", { ...figures, refused: refusedInAll(tally) });
  }
}

export const collectorCommand: Command = {
  name,
  summary: "store what terminals report, and confirm it to them",
  help,
  run: async (args, io) => {
    const { values } = readArguments(name, { args: [...args], options });
    if (values.database === undefined) throw usageError(name, "--database URL is needed");
    const [group = "posdiag", own] = [word("group", values.group), word("name", values.name)];
    const keep = keepOf(values);
    const where = values.metrics === undefined ? undefined : metricsAddress(values.metrics);
    const broker = await readBroker(name, values);
    const key = values.key === undefined ? undefined : await signingKey(values.key);
    const guard = createCardDataGuard();
    const [clock, random, tally] = [systemClock, systemRandom, createTally()];
    const mayWrite = (said: object) => guard.passes("log", said);
    const log = createLog({ clock, threshold: "info", write: io.err, mayWrite });
    await using store = await openStore({
      url: values.database,
      onLost: () => log("warning", "collector.connection_lost"),
    });
    await using metrics = where && (await serveMetrics(where, tally));
    if (metrics) io.err(`posdiag ${name}: ${metrics.url}/metrics\n`);
    const telling = tellStatus(tally, { clock, log }, io.stop);
    const onState = createTeller(name, io);
    await collect({ broker, store, keep, group, name: own, key, clock, random, log, tally, onState }, io.stop);
    await telling;
    return 0;
  },
};
