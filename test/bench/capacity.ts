/** A plan for a fleet of any size: what brokers, collectors, database and lines must bear, reckoned from figures that anybody can replace. */
import { measureHandshakes } from "./capacity/handshakes.ts";
import { given, type Input, type Inputs, measured } from "./capacity/inputs.ts";
import { type Plan, planFor } from "./capacity/plan.ts";
import { measureRows } from "./capacity/rows.ts";
import { type Measurement, numberOf, type Outcome, wordOf } from "./measurement.ts";
import type { Table } from "./table.ts";

const inputs = { ...measured, ...given };
const awayS = 30;
const connections = 1_000;
const rowReports = 12_000;
const rowTerminals = 20_000;

type Values = Readonly<Record<string, string>>;

function inputsOf(values: Values): Inputs {
  const of = (name: keyof Inputs) => numberOf(values, name, [0, 1e9]);
  return {
    ...{ "handshake-ms": of("handshake-ms"), "resumed-ms": of("resumed-ms"), "mosquitto-kb": of("mosquitto-kb") },
    ...{ "record-bytes": of("record-bytes"), "sample-bytes": of("sample-bytes") },
    ...{ "samples-per-report": of("samples-per-report"), "terminal-bytes": of("terminal-bytes") },
    ...{ "reports-day": of("reports-day"), "messages-day": of("messages-day"), "connects-day": of("connects-day") },
    ...{ "month-mb": of("month-mb"), "emqx-kb": of("emqx-kb") },
    "collectors-per-s": numberOf(values, "collectors-per-s", [1, 1e9]),
    nodes: numberOf(values, "nodes", [1, 1_000]),
    "accept-per-s": numberOf(values, "accept-per-s", [1, 1e6]),
    "carrier-share": numberOf(values, "carrier-share", [0, 1]),
    "outage-h": numberOf(values, "outage-h", [0, 720]),
    ...{ "keep-records": of("keep-records"), "keep-samples": of("keep-samples") },
    "certificate-days": numberOf(values, "certificate-days", [1, 3_650]),
  };
}

/** The figures of this machine in place of those that stand in the program. */
async function measureHere(values: Values, say: (line: string) => void): Promise<Values> {
  if (wordOf(values, "measure", ["no", "here"]) === "no") return values;
  say(`capacity: ${connections} connections to Mosquitto over TLS, full and with a ticket`);
  const { fullMs, resumedMs, kbPerConnection } = await measureHandshakes(connections);
  say(`capacity: ${rowReports} reports into PostgreSQL`);
  const program = wordOf(values, "program", ["shipped", "source"]) === "source" ? "source" : "shipped";
  const seed = numberOf(values, "seed", [1, 2 ** 31]);
  const rows = await measureRows({ terminals: rowTerminals, reports: rowReports, seed, program });
  const found = {
    ...{ "handshake-ms": fullMs, "resumed-ms": resumedMs, "mosquitto-kb": kbPerConnection },
    ...{ "record-bytes": rows.recordBytes, "sample-bytes": rows.sampleBytes },
    ...{ "samples-per-report": rows.samplesPerReport, "terminal-bytes": rows.terminalBytes },
  };
  return {
    ...values,
    ...Object.fromEntries(Object.entries(found).map(([name, value]) => [name, value.toPrecision(3)])),
  };
}

/** Three digits, and a blank between thousands. */
function short(value: number): string {
  if (value === 0) return "0";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  const rounded = digits > 0 ? value.toFixed(Math.min(digits, 3)) : String(Number(value.toPrecision(3)));
  const [whole = "", rest] = rounded.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, " ") + (rest === undefined ? "" : `.${rest}`);
}

const lines = (used: Inputs): readonly (readonly [string, (plan: Plan) => number])[] => [
  ["messages/s at rest", ({ messagesPerS }) => messagesPerS],
  ["  of them reports/s", ({ reportsPerS }) => reportsPerS],
  ["two collectors at rest, 1 = their limit", ({ collectorLoad }) => collectorLoad],
  ["TLS connections/s at rest", ({ connectsPerS }) => connectsPerS],
  ["  processors for their handshakes", ({ handshakeProcessors }) => handshakeProcessors],
  ["  with tickets", ({ resumedProcessors }) => resumedProcessors],
  ["broker memory for connections, GB: Mosquitto", ({ mosquittoGb }) => mosquittoGb],
  ["  EMQX, all nodes together", ({ emqxGb }) => emqxGb],
  ["retained messages", ({ retainedMessages }) => retainedMessages],
  ["Mbit/s at rest, both ways", ({ mbitPerS }) => mbitPerS],
  ["GB a month over SIM cards", ({ gbPerMonth }) => gbPerMonth],
  [`restart of all brokers, away ${awayS} s: most attempts in a second`, ({ restart }) => restart.peak],
  ["  s until half are back", ({ restart }) => restart.halfS],
  ["  s until 90 % are back", ({ restart }) => restart.mostS],
  ["  s until all are back", ({ restart }) => restart.allS],
  ["  attempts of a terminal", ({ restart }) => restart.attempts],
  ["  processors for handshakes meanwhile", ({ restartProcessors }) => restartProcessors],
  ["  Mbit/s of handshakes meanwhile", ({ restartMbitPerS }) => restartMbitPerS],
  [`a carrier away ${used["outage-h"]} h: terminals`, ({ carrierTerminals }) => carrierTerminals],
  ["  messages when it is back", ({ carrierMessages }) => carrierMessages],
  ["  of them reports", ({ carrierReports }) => carrierReports],
  ["  minutes that two collectors write them at their limit", ({ carrierMinutes }) => carrierMinutes],
  ["rows a day: records", ({ recordRowsDay }) => recordRowsDay],
  ["  samples", ({ sampleRowsDay }) => sampleRowsDay],
  [`GB: records, ${used["keep-records"]} days`, ({ recordsGb }) => recordsGb],
  [`  samples, ${used["keep-samples"]} days`, ({ samplesGb }) => samplesGb],
  ["  terminals and their boots", ({ terminalsGb }) => terminalsGb],
  ["certificates issued a day", ({ certificatesDay }) => certificatesDay],
];

/** Of a figure: as it stands in the program, measured just now, or said by whoever asks. */
function kindOf(name: string, { value, kind }: Pick<Input, "value" | "kind">, values: Values): string {
  if (Number(values[name]) === value) return kind;
  return values["measure"] === "here" && name in measured ? "here" : "yours";
}

function tablesOf(plans: readonly Plan[], used: Inputs, values: Values): readonly Table[] {
  return [
    {
      title: "Reckoned from",
      columns: ["input", "value", "unit", "kind", "source"],
      rows: Object.entries(inputs).map(([name, { unit, kind, source, value }]) => [
        ...[name, values[name] ?? "", unit, kindOf(name, { value, kind }, values), source],
      ]),
    },
    {
      title: "A fleet of so many terminals asks for",
      columns: ["what", ...plans.map(({ terminals }) => short(terminals))],
      rows: lines(used).map(([what, of]) => [what, ...plans.map((plan) => short(of(plan)))]),
    },
  ];
}

function fleetsOf(values: Values): readonly number[] {
  const sizes = (values["terminals"] ?? "").split(",");
  return sizes.map((size) => numberOf({ terminals: size }, "terminals", [1, 5_000_000]));
}

export const capacity: Measurement = {
  name: "capacity",
  summary:
    "what a fleet of a size asks of brokers, collectors and database: reckoned from figures that can be replaced",
  options: {
    terminals: { text: "sizes of the fleet", default: "10000,100000,1000000" },
    measure: { text: "here: connections and rows are measured on this machine first; no", default: "no" },
    program: { text: "shipped (dist) or source, where it is measured", default: "shipped" },
    seed: { text: "of every random choice", default: "7" },
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, { unit, value }]) => [name, { text: unit, default: String(value) }]),
    ),
  },
  run: async (asked, say): Promise<Outcome> => {
    const sizes = fleetsOf(asked);
    inputsOf(asked);
    const values = await measureHere(asked, say);
    const used = inputsOf(values);
    const seed = numberOf(values, "seed", [1, 2 ** 31]);
    const plans = sizes.map((terminals) => {
      say(`capacity: ${terminals} terminals`);
      return planFor(terminals, used, { seed, awayS });
    });
    return {
      tables: tablesOf(plans, used, values),
      notes: [
        "What was not measured with so many terminals is reckoned in proportion; docs/capacity.md says what breaks first.",
      ],
      data: { inputs: used, plans },
      failed: false,
    };
  },
};
