/** `posdiag status`: the running agent's state as a table. */
import type {
  AgentStatus,
  FeedView,
  IpcCounters,
  MemoryView,
  ReadingView,
  RecoveryView,
  SpentView,
} from "../model/view.ts";
import type { Refusal } from "../probes/governor/permit.ts";
import type { Hindrance } from "../recovery/watch.ts";
import { askAgent, findAgent, linkHelp, linkOptions } from "./agent-link.ts";
import { readArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { commandRows } from "./command-rows.ts";
import { configurationRows, dataRows } from "./standing-rows.ts";
import { duration, table } from "./table.ts";
import { uplinkRows } from "./uplink-rows.ts";

const help = `Usage: posdiag status [--json] [--socket PATH | --config FILE]

Asks the running agent how it is: the open cases, the modem, its card and what they send, the way to the world and what was
sent on it, the way to the broker, what waits in the outbox, and the newest value of every signal. Identities are shown by their last four digits.

Options:
${linkHelp}
  --json          one JSON object instead of a table
  -h, --help      this text

Example:
  posdiag status --json | jq .modem.counters

Exit codes: 0 answered, 64 wrong use, 66 the configuration cannot be read, 69 no agent,
  78 the configuration has errors
`;

export const statusCommand: Command = {
  name: "status",
  summary: "ask the running agent how it is",
  help,
  run: async (args, io) => {
    const { values } = readArguments("status", {
      args: [...args],
      options: { ...linkOptions, json: { type: "boolean" } },
    });
    const { socket } = await findAgent("status", values);
    const status = await askAgent({ socket }, io.stop, (client) => client.status());
    io.out(values.json ? `${JSON.stringify(status)}\n` : formatStatus(status));
    return 0;
  },
};

export function formatStatus(status: AgentStatus): string {
  const { uplink, outbox } = status;
  return [
    `posdiag ${status.version} on terminal ${status.serial}, up ${duration(status.uptime_s)}\n\nOpen cases\n`,
    formatCases(status),
    "\nParts\n",
    table([
      ...modemRows(status.modem),
      ...wayRows(status),
      ...uplinkRows(uplink),
      ...(status.code === undefined ? [] : [["code", `${status.code} (posdiag diagnose --code)`]]),
      ["outbox", `${outbox.pending} waiting, ${outbox.bytes} bytes, ${outbox.dropped} dropped, ${outbox.lost} lost`],
      ["local", formatIpc(status.ipc)],
      ["card data", formatGuard(status)],
      ...memoryRows(status.memory),
      ...alarmRows(status.alarms),
      ...commandRows(status.commands),
      ...configurationRows(status.configuration),
      ...dataRows(status.data),
      ...recoveryRows(status.recovery),
      ...feedRows(status.feed),
      ...(status.record ? [["recording", `${status.record.lost} lines lost`]] : []),
    ]),
    status.implausible === 0 ? "\nSignals\n" : `\nSignals (${status.implausible} values did not fit their signal)\n`,
    status.readings.length === 0 ? "  none yet\n" : table(status.readings.map(signalRow)),
  ].join("");
}

const tellers: Readonly<Record<AgentStatus["modem"]["source"], string>> = {
  serial: "the serial port",
  app: "an application",
  none: "nobody",
};

/** Why the modem is left as it is. */
const holders: Readonly<Record<string, string>> = {
  payment_running: "a payment is running",
  reversal_pending:
    "a reversal is pending, and until the payment application says that it is through nothing is restarted",
  printing: "the printer is at work",
  sim_refused: "the network refused the SIM",
  place_refused: "the network refuses this SIM here",
  registration_denied: "the network refuses to register it",
  subscription: "the network refused the bearer: APN, password or plan",
  apn_unexpected: "the APN is not the one that it must be",
  congestion: "the network asked for patience",
  sim_unusable: "there is no SIM that can be used",
  airplane_mode: "airplane mode is on",
  path_works: "connections still go through",
  money_unclear: "it is not clear how the last payment ended",
  other_fault: "another fault explains it",
} satisfies Record<Hindrance, string>;

/** An application has no port, and so none of the rest. */
function modemRows(modem: AgentStatus["modem"]): string[][] {
  const { manufacturer, model, revision } = modem.identity;
  const identity = [manufacturer, model, revision].filter(Boolean).join(" ") || "has not said who it is";
  const { timeouts, late_replies, resets, unknown_lines, garbled_lines, noise_bytes } = modem.counters;
  const port = `told by ${tellers[modem.source]}, port ${modem.port}`;
  const note = modem.note === null ? [] : [["", modem.note]];
  if (modem.port === "unused") return [["modem", port], ...note];
  return [
    ["modem", `${port}, ${modem.answering ? "answers" : "does not answer"}`],
    ...note,
    ["", `${identity}, profile ${modem.profile ?? "none yet"}`],
    ["", `IMEI ${modem.imei ?? "unknown"}, card ${modem.iccid ?? "unknown"}, IMSI ${modem.imsi ?? "unknown"}`],
    ["", `${timeouts} time-outs, ${late_replies} late replies, ${resets} restarts of the modem`],
    ["", `${unknown_lines} unknown lines, ${garbled_lines} garbled lines, ${noise_bytes} bytes of noise`],
    ...modem.unknown.map((line) => ["", `unknown: ${line}`]),
  ];
}

/** Why a probe was not made. */
const refusals: Readonly<Record<string, string>> = {
  payment: "money may be on the way",
  hold: "hosts are to be left alone",
  too_soon: "it was made a moment ago",
  hour: "the budget of the hour is spent",
  day: "the budget of the day is spent",
} satisfies Record<Exclude<Refusal, "level">, string>;

function spent({ connections, bytes, most_connections, most_bytes }: SpentView): string {
  return `${connections} of ${most_connections} connections, ${bytes} of ${most_bytes} bytes`;
}

function wayRows({ way, probes }: AgentStatus): string[][] {
  const router = way.gateway === null ? "no router known" : `router ${way.gateway}`;
  const { refused } = probes;
  const held = probes.held ? ", held: no host is visited" : "";
  return [
    ["way", way.interface === null ? "not known" : `${way.interface} (${way.kind}), ${router}`],
    ["probes", `level ${probes.level}${held}`],
    ["", `last hour ${spent(probes.hour)}`],
    ["", `last day ${spent(probes.day)}`],
    ...(refused
      ? [["", `not made: ${refused.rung} ${duration(refused.age_s)} ago, ${refusals[refused.why] ?? refused.why}`]]
      : []),
  ];
}

function recoveryRows({ state, fault, held_by, today, last }: RecoveryView): string[][] {
  if (state === "off") return [["recovery", "off"]];
  const about = fault === null ? state : `${state}, ${fault}${held_by === null ? "" : `, held back by ${held_by}`}`;
  const holder = held_by === null ? undefined : holders[held_by];
  const tries = Object.entries(today).map(([rung, count]) => `${count} ${rung}`);
  const ended = last && `last: ${last.rung} against ${last.fault} ${duration(last.age_s)} ago, helped: ${last.helped}`;
  return [
    ["recovery", about],
    ...(holder === undefined ? [] : [["", holder]]),
    ["", `today ${tries.join(", ")}`],
    ...(ended === null ? [] : [["", ended]]),
  ];
}

function feedRows(feed: FeedView | null): string[][] {
  if (!feed) return [];
  const { state, taken, refused, passed_over } = feed;
  return [
    ["feed", `${state ?? "not looked at yet"}, ${taken} taken, ${refused} refused, ${passed_over} entries passed over`],
  ];
}

function memoryRows(memory: MemoryView): string[][] {
  const { pair_since, pair_settled, used_mb, used_since, plan_mb, sim_flaps_1h, restarts_1h, cell_changes_10min } =
    memory;
  const since =
    pair_since === null ? "no data seen yet through this SIM and module" : `SIM and module since ${pair_since}`;
  const used = used_mb === null ? "data used is not known" : `${used_mb} MB used since ${used_since}`;
  const { failed, set_aside } = memory.file;
  return [
    ["memory", pair_settled === false ? `${since}, changed lately` : since],
    ["", plan_mb === null ? used : `${used}, plan ${plan_mb} MB`],
    ["", `last hour: SIM came or went ${sim_flaps_1h} times, ${restarts_1h} restarts of the modem`],
    ["", `last 10 minutes: ${cell_changes_10min} changes of cell`],
    ...(failed + set_aside === 0 ? [] : [["", `its file: failed ${failed} times, ${set_aside} set aside as damaged`]]),
  ];
}

function alarmRows({ file, ...count }: AgentStatus["alarms"]): string[][] {
  const { active, unacknowledged, unconfirmed, shelved, recurrent, known, withheld, forgotten } = count;
  const lost = forgotten === 0 ? "" : `, ${forgotten} more forgotten`;
  const { failed, set_aside } = file;
  return [
    ["alarms", `${active} active, ${unacknowledged} seen by nobody, ${shelved} shelved, ${recurrent} recurrent`],
    ["", `${unconfirmed} not confirmed since the restart, ${known} known${lost}, ${withheld} raises told later or not`],
    ...(failed + set_aside === 0 ? [] : [["", `its file: failed ${failed} times, ${set_aside} set aside as damaged`]]),
  ];
}

function formatIpc({ peers, accepted, refused, cut }: IpcCounters): string {
  return `${peers} connected, ${accepted} messages taken, ${counts("refused", refused)}, ${counts("cut", cut)}`;
}

function formatGuard({ guard }: AgentStatus): string {
  const told = Object.entries(guard.refused).filter(([, count]) => count > 0);
  return counts("thrown away", Object.fromEntries(told));
}

function counts(what: string, table: Readonly<Record<string, number>>): string {
  const parts = Object.entries(table).map(([kind, count]) => `${count} ${kind}`);
  return parts.length === 0 ? `0 ${what}` : `${what}: ${parts.join(", ")}`;
}

function formatCases({ cases }: AgentStatus): string {
  if (cases.length === 0) return "  none\n";
  return table(
    cases.map((open) => [
      open.fault,
      `${Math.round(open.probability * 100)} %`,
      open.severity,
      `open for ${duration(open.open_s)}`,
      [
        ...(open.occurrence > 1 ? [`time ${open.occurrence} since boot`] : []),
        ...(open.recurrent_24h === undefined ? [] : [`RECURRENT: ${open.recurrent_24h} times in 24 h`]),
      ].join(", "),
    ]),
  );
}

function signalRow({ signal, value, age_s, quality }: ReadingView): string[] {
  return [signal, value === null ? "-" : String(value), `${duration(age_s)} ago`, quality === "ok" ? "" : quality];
}
