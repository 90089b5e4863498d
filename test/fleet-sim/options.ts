/** The command line of `npm run fleet`. */
import { readArguments as parse, usageError } from "../../src/cli/arguments.ts";
import { brokerHelp, brokerOptions, readBroker } from "../../src/cli/support-broker.ts";
import { isTopicName } from "../../src/uplink/topics.ts";
import type { FleetOptions } from "./fleet.ts";

export const help = `Usage: npm run fleet -- --broker URL [options]
Terminals of many shops in one process: real sessions, real diagnoses, a simulated world that can be broken (docs/fleet-sim.md).

${brokerHelp}
  --terminals N       how many, 1 to 5000 (default: 1000)
  --seed N            who they are, and how their day goes, 0 to 4294967295 (default: 7)
  --tenant NAME       whose terminals they are (default: fleet)
  --trouble SPEC      let loose, as often as wanted: KIND:NAME[/REGION][=HOW][@WHEN][+HOW_LONG], e.g. carrier:46000@60s+5m
  --hour H            hour of the fleet's day at which it begins, 0 to 23 (default: 10)
  --speed X           times as fast as life, 0.1 to 60 (default: 1)
  --ramp S            seconds over which the terminals come up (default: 20)
  --ack puback|collector   what frees a record: the broker's receipt, or a collector's (default: collector)
  --keepalive S       longest silence of a session, 60 to 1200 (default: 900)
  --will-delay S      MQTT 5: so long after a break the broker tells of it (default: 20; a terminal's own is 120)
  --keys FILE         list of keys whose hints and commands (diagnose, read_state) are taken (default: none are)
  --measures MIN      minutes between records of measurements, 0: none (default: 60)
  --heartbeat MIN     minutes between records of how the agent is, 0: none (default: 60)
  --dir DIR           keep the terminals' outboxes and alarms there (default: a temporary folder)
  --every S           seconds between lines of progress, 0: none (default: 10)
  --for S             end after so many seconds of life (default: never)
  --help              this text

Commands on stdin, one a line: help, list, troubles, status, show SERIAL, quit;
carrier 46000 down, carrier 46000/guangdong down service, carrier 46000 up.
`;

const text = (usual: string) => ({ type: "string", default: usual }) as const;

const options = {
  ...brokerOptions,
  ...{ terminals: text("1000"), seed: text("7"), tenant: text("fleet"), hour: text("10"), speed: text("1") },
  ...{ ramp: text("20"), ack: text("collector"), keepalive: text("900"), "will-delay": text("20") },
  ...{ measures: text("60"), heartbeat: text("60"), every: text("10"), for: text("0") },
  keys: { type: "string" },
  dir: { type: "string" },
  help: { type: "boolean" },
  trouble: { type: "string", multiple: true },
} as const;

export interface Arguments {
  readonly fleet: FleetOptions;
  /** As they were written. */
  readonly troubles: readonly string[];
  readonly everyS: number;
  /** 0: for ever. */
  readonly forS: number;
}

const command = "fleet";
const minuteMs = 60_000;

const parsed = (args: readonly string[]) => parse(command, { args: [...args], strict: true, options });
type Given = ReturnType<typeof parsed>["values"];
type Numbers = "terminals" | "seed" | "hour" | "speed" | "ramp" | "keepalive" | "will-delay" | "measures" | "heartbeat";
type NumberName = Numbers | "every" | "for";

function numberIn(values: Given, name: NumberName, [low, high]: readonly [number, number]): number {
  const said = values[name];
  const number = Number(said);
  if (said.trim() !== "" && number >= low && number <= high) return number;
  throw usageError(command, `--${name} is ${JSON.stringify(said)}, not a number from ${low} to ${high}`);
}

function ackOf(word: string): "puback" | "collector" {
  if (word === "puback" || word === "collector") return word;
  throw usageError(command, `--ack is ${JSON.stringify(word)}, not puback or collector`);
}

/** Undefined: help is wanted. Throws AgentError USAGE, INPUT_UNREADABLE or INPUT_INVALID. */
export async function readArguments(args: readonly string[]): Promise<Arguments | undefined> {
  const { values } = parsed(args);
  if (values.help) return undefined;
  const whole = (name: NumberName, range: readonly [number, number]) => Math.round(numberIn(values, name, range));
  const broker = await readBroker(command, values);
  const { tenant } = values;
  if (!isTopicName(tenant)) throw usageError(command, `--tenant cannot be ${tenant}`);
  return {
    troubles: values.trouble ?? [],
    everyS: whole("every", [0, 3_600]),
    forS: whole("for", [0, 10_000_000]),
    fleet: {
      ...{ tenant, keysFile: values.keys, dir: values.dir },
      terminals: whole("terminals", [1, 5_000]),
      seed: whole("seed", [0, 4_294_967_295]),
      startHour: whole("hour", [0, 23]),
      speed: numberIn(values, "speed", [0.1, 60]),
      rampMs: 1_000 * whole("ramp", [0, 3_600]),
      measuresMs: minuteMs * whole("measures", [0, 1_440]),
      heartbeatMs: minuteMs * whole("heartbeat", [0, 1_440]),
      uplink: {
        ...{ ...broker, protocol: "auto", ack: ackOf(values.ack) },
        keepaliveS: whole("keepalive", [60, 1_200]),
        willDelayS: whole("will-delay", [0, 3_600]),
      },
    },
  };
}
