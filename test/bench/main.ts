/** `npm run bench`: measures the product on this machine. Progress goes to standard error, the figures to standard output. */
import { arch, cpus, loadavg, release, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { artefacts } from "./artefacts.ts";
import { backlog } from "./backlog.ts";
import { capacity } from "./capacity.ts";
import { cardData } from "./card-data.ts";
import { catalogueLint } from "./catalogue.ts";
import { chaos } from "./chaos.ts";
import { clientCalls } from "./client-calls.ts";
import { clients } from "./clients.ts";
import { collector } from "./collector.ts";
import { confusion } from "./confusion.ts";
import { consoleViews } from "./console.ts";
import { dataMonth } from "./data-month.ts";
import { device } from "./device.ts";
import { durability } from "./durability.ts";
import { endurance } from "./endurance.ts";
import { engine } from "./engine.ts";
import { fleetConfusion } from "./fleet-confusion.ts";
import { footprint } from "./footprint.ts";
import { fuzz } from "./fuzz.ts";
import { healthyDays } from "./healthy-days.ts";
import { herd } from "./herd.ts";
import { ipcSiege } from "./ipc-siege.ts";
import { latency } from "./latency.ts";
import type { Measurement, Outcome } from "./measurement.ts";
import { mutation } from "./mutation.ts";
import { outage } from "./outage.ts";
import { ring } from "./ring.ts";
import { rungBytes } from "./rung-bytes.ts";
import { scenarios } from "./scenarios.ts";
import { storm } from "./storm.ts";
import { tableText } from "./table.ts";
import { till } from "./till.ts";

const measurements: readonly Measurement[] = [
  latency,
  footprint,
  artefacts,
  engine,
  clients,
  clientCalls,
  fuzz,
  herd,
  storm,
  rungBytes,
  endurance,
  durability,
  chaos,
  backlog,
  dataMonth,
  confusion,
  scenarios,
  catalogueLint,
  ring,
  mutation,
  cardData,
  device,
  ipcSiege,
  till,
  healthyDays,
  fleetConfusion,
  outage,
  collector,
  consoleViews,
  capacity,
];
/** The others take minutes, and are asked for by name. */
const usual: readonly Measurement[] = [latency, footprint, engine];

function help(): string {
  const lines = measurements.flatMap(({ name, summary, options }) => [
    `  ${name.padEnd(12)}${summary}`,
    ...Object.entries(options).map(
      ([option, { text, default: value }]) => `      --${option.padEnd(9)} ${text} (${value === "" ? "none" : value})`,
    ),
  ]);
  return `Usage: npm run bench -- [${measurements.map(({ name }) => name).join("|")}|all] [options]

Measures on this machine: the simulated terminal, the real agent as a process of its own. Without a word: ${usual.map(({ name }) => name).join(", ")}.
"all" adds the others, which take minutes. What is measured as shipped needs \`npm run build\` first.

${lines.join("\n")}

  --json      every value as JSON instead of the tables
  --help      this text

Exit codes: 0 measured (an aim that is missed is printed, and no failure), 1 something was lost or broke, 64 wrong use
`;
}

interface Asked {
  readonly chosen: readonly Measurement[];
  readonly values: Readonly<Record<string, string>>;
  readonly json: boolean;
}

function chosenBy(words: readonly string[]): readonly Measurement[] {
  if (words.length === 0) return usual;
  if (words.includes("all")) return measurements;
  return words.map((word) => {
    const found = measurements.find(({ name }) => name === word);
    if (!found) throw new RangeError(`"${word}" is not one of ${measurements.map(({ name }) => name).join(", ")}, all`);
    return found;
  });
}

/** Words first, options after them. */
function readAsked(all: readonly string[]): Asked | "help" {
  const end = all.findIndex((arg) => arg.startsWith("-"));
  const args = end < 0 ? [] : all.slice(end);
  const chosen = chosenBy(end < 0 ? all : all.slice(0, end));
  const known = Object.fromEntries(
    chosen.flatMap(({ options }) =>
      Object.entries(options).map(([name, { default: value }]) => [name, { type: "string", default: value } as const]),
    ),
  );
  const {
    json,
    help: wanted,
    ...values
  } = parseArgs({
    args: [...args],
    options: { ...known, json: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  }).values;
  if (wanted === true) return "help";
  return {
    chosen,
    json: json === true,
    values: Object.fromEntries(Object.entries(values).map(([k, v]) => [k, String(v)])),
  };
}

function machine(): string {
  const [first] = cpus();
  const load = loadavg()
    .map((value) => value.toFixed(2))
    .join(" ");
  return `${cpus().length} × ${first?.model.trim() ?? "unknown processor"}, ${arch()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.version}; load ${load}`;
}

function print({ tables, notes }: Outcome): void {
  const paragraphs = [...tables.map(tableText), ...(notes.length > 0 ? [`${notes.join("\n")}\n`] : [])];
  process.stdout.write(`\n${paragraphs.join("\n")}`);
}

async function main(args: readonly string[]): Promise<number> {
  let asked: Asked | "help";
  try {
    asked = readAsked(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "wrong use"}\n\n${help()}`);
    return 64;
  }
  if (asked === "help") {
    process.stdout.write(help());
    return 0;
  }
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const about = machine();
  if (!asked.json) process.stdout.write(`${about}\n`);
  const outcomes: Record<string, Outcome> = {};
  for (const measurement of asked.chosen) {
    const outcome = await measurement.run(asked.values, say);
    outcomes[measurement.name] = outcome;
    if (!asked.json) print(outcome);
  }
  const data = Object.fromEntries(Object.entries(outcomes).map(([name, outcome]) => [name, outcome.data]));
  if (asked.json) process.stdout.write(`${JSON.stringify({ machine: about, ...data }, null, 2)}\n`);
  return Object.values(outcomes).some(({ failed }) => failed) ? 1 : 0;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130)); // Children go with it.
// Daemons such as mosquitto live where not every shell looks.
process.env["PATH"] = `${process.env["PATH"] ?? ""}:/usr/sbin:/sbin`;
process.exitCode = await main(process.argv.slice(2));
