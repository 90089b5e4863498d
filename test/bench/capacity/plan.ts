/** What a fleet of a size asks of the vendor's side. Pure: inputs in, figures out; what is reckoned here is reckoned nowhere else. */
import type { Inputs } from "./inputs.ts";
import { comeBack, type Returned } from "./return.ts";

const dayS = 86_400;
const monthDays = 30;
const secondsOfMonth = monthDays * dayS;
/** A connection brings four messages: the will of the one before, birth, presence, faults. */
const messagesOfConnect = 4;
/** A fault opens and closes, and each is a report and a fault set. */
const messagesOfFault = 4;
/** Heartbeat and measures. */
const reportsOfHour = 2;
/** Bytes of a full handshake with CONNECT on IP, both ways (docs/data.md: a broken connection without a ticket). */
const bytesOfConnect = 4_700;

export interface Plan {
  readonly terminals: number;
  readonly messagesPerS: number;
  readonly reportsPerS: number;
  /** Two collectors of the machine on which their limit was measured, at their limit: 1. */
  readonly collectorLoad: number;
  /** TLS connections in a usual second, and processors that they keep busy, all full handshakes. */
  readonly connectsPerS: number;
  readonly handshakeProcessors: number;
  /** The same when every one of them has a ticket. */
  readonly resumedProcessors: number;
  /** Of the connections alone, all nodes together. */
  readonly mosquittoGb: number;
  readonly emqxGb: number;
  readonly retainedMessages: number;
  readonly mbitPerS: number;
  readonly gbPerMonth: number;
  /** Rows a day, and what stays when nothing older is kept. */
  readonly recordRowsDay: number;
  readonly sampleRowsDay: number;
  readonly recordsGb: number;
  readonly samplesGb: number;
  readonly terminalsGb: number;
  readonly certificatesDay: number;
  /** All brokers away for half a minute, at what the nodes take. */
  readonly restart: Returned;
  /** While they come back, processors for handshakes, all nodes together. */
  readonly restartProcessors: number;
  readonly restartMbitPerS: number;
  /** A carrier away for some hours: terminals, what each has to say when it is back, and for how long two collectors at their limit write it. */
  readonly carrierTerminals: number;
  readonly carrierMessages: number;
  readonly carrierReports: number;
  readonly carrierMinutes: number;
}

export interface PlanOptions {
  readonly seed: number;
  /** How long all brokers are away. */
  readonly awayS: number;
}

function storage(inputs: Inputs, terminals: number) {
  const reportsDay = terminals * inputs["reports-day"];
  const samplesDay = reportsDay * inputs["samples-per-report"];
  const gb = (rows: number, bytes: number, days: number) => (rows * bytes * days) / 1e9;
  return {
    recordRowsDay: reportsDay,
    sampleRowsDay: samplesDay,
    recordsGb: gb(reportsDay, inputs["record-bytes"], inputs["keep-records"]),
    samplesGb: gb(samplesDay, inputs["sample-bytes"], inputs["keep-samples"]),
    terminalsGb: gb(terminals, inputs["terminal-bytes"], 1),
  };
}

function carrier(inputs: Inputs, terminals: number) {
  const concerned = terminals * inputs["carrier-share"];
  const reports = reportsOfHour * inputs["outage-h"] + messagesOfFault / 2;
  const messages = reports + messagesOfFault / 2 + messagesOfConnect;
  return {
    carrierTerminals: concerned,
    carrierMessages: concerned * messages,
    carrierReports: concerned * reports,
    carrierMinutes: (concerned * reports) / inputs["collectors-per-s"] / 60,
  };
}

export function planFor(terminals: number, inputs: Inputs, { seed, awayS }: PlanOptions): Plan {
  const connectsPerS = (terminals * inputs["connects-day"]) / dayS;
  const perSecond = inputs["nodes"] * inputs["accept-per-s"];
  const restart = comeBack({ terminals, awayS, perSecond, seed });
  const restartPerS = Math.min(perSecond, terminals / Math.max(1, restart.mostS));
  const reportsPerS = (terminals * inputs["reports-day"]) / dayS;
  const handshakeS = inputs["handshake-ms"] / 1_000;
  const gbPerMonth = (terminals * inputs["month-mb"]) / 1_000;
  return {
    ...{ terminals, reportsPerS, connectsPerS, gbPerMonth, restart },
    messagesPerS: (terminals * inputs["messages-day"]) / dayS,
    collectorLoad: reportsPerS / inputs["collectors-per-s"],
    handshakeProcessors: connectsPerS * handshakeS,
    resumedProcessors: (connectsPerS * inputs["resumed-ms"]) / 1_000,
    mosquittoGb: (terminals * inputs["mosquitto-kb"]) / 1e6,
    emqxGb: (terminals * inputs["emqx-kb"]) / 1e6,
    retainedMessages: terminals * 3,
    mbitPerS: (gbPerMonth * 8_000) / secondsOfMonth,
    ...storage(inputs, terminals),
    certificatesDay: terminals / ((inputs["certificate-days"] * 2) / 3),
    restartProcessors: restartPerS * handshakeS,
    restartMbitPerS: (restartPerS * bytesOfConnect * 8) / 1e6,
    ...carrier(inputs, terminals),
  };
}
