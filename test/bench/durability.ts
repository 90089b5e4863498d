/**
 * Whether the outbox keeps its word: the agent is killed with SIGKILL at random moments while faults come and go and the
 * broker is away for part of the time. In the end everything that its files ever held must have arrived.
 */
import { type BrokerName, brokerTitle, whyNoMosquitto } from "./brokers.ts";
import { type Findings, holds, runTrial, type Trial } from "./durability/trial.ts";
import { type Measurement, numberOf, type Outcome, seedOf, wordOf } from "./measurement.ts";

const rowsOf = (trial: Trial, f: Findings): [string, string][] => [
  ["kills with SIGKILL", `${f.kills}`],
  [
    "  at: time / start / write / arrival",
    ["time", "start", "write", "arrival"].map((m) => f.killsByMoment[m] ?? 0).join(" / "),
  ],
  ["  before the agent had started", `${f.killsDuringStart}`],
  ["changes of the world", `${f.worldChanges}`],
  ["broker ended and started again", `${f.brokerOutages}`],
  ["broker away, % of the time", f.brokerAwayPercent.toFixed(0)],
  ["records that the files held", `${f.taken}`],
  ["records that arrived", `${f.arrived}`],
  ["duplicates, same boot, number and bytes", `${f.duplicates}`],
  ["lost", `${f.lost.length}`],
  ["gaps in the numbers", `${f.gaps.length}`],
  ["numbers with other content", `${f.otherContent.length}`],
  ["told as dropped", `${f.reportedDropped}`],
  ["boot ids", `${f.boots}`],
  ["torn tails found after a kill", `${f.tornTails}`],
  ["damaged places / stores set aside", `${f.damagedPlaces} / ${f.brokenStores}`],
  ["agent ended by itself or did not come up", `${f.failures.length}`],
  ['longest start to "started", ms', f.longestStartMs.toFixed(0)],
  ["last start to outbox empty, ms", f.drainMs.toFixed(0)],
  ["whole run, s", f.seconds.toFixed(0)],
  ["seed", `${trial.seed}`],
];

function brokerOf(values: Readonly<Record<string, string>>): BrokerName {
  const asked = wordOf(values, "broker", ["auto", "mosquitto", "embedded"]);
  const missing = whyNoMosquitto();
  if (asked === "mosquitto" && missing) throw new RangeError(`--broker mosquitto ${missing}`);
  return asked === "embedded" || missing ? "embedded" : "mosquitto";
}

export const durability: Measurement = {
  name: "durability",
  summary: "kills the agent again and again; everything that its outbox held must arrive (many minutes)",
  options: {
    kills: { text: "how often the agent is killed", default: "200" },
    seed: { text: "of every random choice; 0 draws one and prints it", default: "0" },
    ack: { text: "what frees a record: collector, puback, or both in turn", default: "both" },
    broker: { text: "mosquitto, embedded, or auto: Mosquitto where there is one", default: "auto" },
    program: { text: "shipped (bundle and flags) or source", default: "shipped" },
  },
  run: async (values, say): Promise<Outcome> => {
    const kills = numberOf(values, "kills", [1, 100_000]);
    const seed = seedOf(values);
    const broker = brokerOf(values);
    const program = wordOf(values, "program", ["shipped", "source"]) === "source" ? "source" : "shipped";
    const ack = wordOf(values, "ack", ["collector", "puback", "both"]);
    const modes = (["collector", "puback"] as const).filter((mode) => ack === "both" || ack === mode);
    const results: { trial: Trial; findings: Findings }[] = [];
    for (const mode of modes) {
      const trial: Trial = { kills, seed, broker, ack: mode, program };
      say(`durability: ${kills} kills, freed by ${mode}, ${brokerTitle[broker]}, ${program}, seed ${seed}`);
      results.push({ trial, findings: await runTrial(trial, say) });
    }
    return {
      tables: results.map(({ trial, findings }) => ({
        title: `Durability, freed by ${trial.ack}, ${brokerTitle[broker]}, agent ${program}: ${holds(findings) ? "held" : "BROKEN"}`,
        columns: ["what", "count"],
        rows: rowsOf(trial, findings),
      })),
      notes: results.flatMap(({ findings }) => [
        ...findings.failures,
        ...findings.lost.slice(0, 20).map((name) => `lost: ${name}`),
        ...findings.otherContent.slice(0, 20).map((name) => `other content: ${name}`),
        ...findings.gaps.slice(0, 20).map((name) => `missing: ${name}`),
      ]),
      data: results,
      failed: !results.every(({ findings }) => holds(findings)),
    };
  },
};
