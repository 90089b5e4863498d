/** What one message costs in a session that is long open: the second of its kind, when its topic has its alias. */
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { systemClock } from "../../../src/base/clock.ts";
import type { Report } from "../../../src/model/record.ts";
import { type Link, openLink } from "../../../src/uplink/link.ts";
import type { UplinkOptions } from "../../../src/uplink/options.ts";
import { eventOf, pulledSim, stamp, weakSignal } from "../../report/samples.ts";
import { type Format, formats } from "./formats.ts";
import type { CountingProxy } from "./proxy.ts";

export interface OneFault {
  readonly name: string;
  readonly payload: number;
  /** TCP payload, both ways. */
  readonly tls: number;
  /** With headers, as the agent books it. */
  readonly ip: number;
  readonly isAimed: boolean;
}

const quietMs = 60;
const topic = "pos/v1/shop-8/SN-0042/up/evt";

/** The least that there is to say: one fault, one piece of evidence, nothing else to rule out. `opened` is a usual one. */
const least: Report = {
  stamp,
  body: {
    kind: "case",
    event: eventOf({
      ...pulledSim,
      verdict: { ...pulledSim.verdict, evidence: pulledSim.verdict.evidence.slice(0, 1) },
      ruledOut: [],
    }),
    snapshot: [],
  },
};
const opened: Report = { stamp, body: { kind: "case", event: eventOf(pulledSim), snapshot: [] } };
const withSnapshot: Report = { stamp, body: { kind: "case", event: eventOf(pulledSim), snapshot: [weakSignal] } };
const closed: Report = { stamp, body: { kind: "case", event: eventOf(pulledSim, "closed"), snapshot: [] } };

export async function oneFault(proxy: CountingProxy, tls: UplinkOptions["tls"]): Promise<readonly OneFault[]> {
  const read = (path: string | undefined) => (path === undefined ? undefined : readFileSync(path));
  const count = { bytes: 0 };
  const base = {
    ...{ url: `mqtts://localhost:${proxy.port}`, clientId: "one-fault", keepaliveS: 900, clock: systemClock },
    tls: { ca: read(tls?.caFile), cert: read(tls?.certFile), key: read(tls?.keyFile) },
    count: (_: unknown, bytes: number) => {
      count.bytes += bytes;
    },
  };
  const rows: OneFault[] = [];
  for (const version of [5, 4] as const) {
    const result = await openLink({ ...base, version }, new AbortController().signal);
    if (result.kind === "failed") throw new Error(`no connection: ${result.failure.code}`);
    for (const format of ["protobuf", "json"] as const)
      rows.push(...(await measure(result.link, { proxy, count, format, version })));
    await result.link.end();
  }
  return rows;
}

interface Means {
  readonly proxy: CountingProxy;
  readonly count: { bytes: number };
  readonly format: Format;
  readonly version: 4 | 5;
}

async function measure(link: Link, { proxy, count, format, version }: Means): Promise<readonly OneFault[]> {
  const messages = {
    "opened, one piece of evidence": least,
    "opened, two, and two faults ruled out": opened,
    "the same with a reading beside": withSnapshot,
    closed,
  };
  const rows: OneFault[] = [];
  for (const [name, report] of Object.entries(messages)) {
    const payload = formats[format].report(report);
    const say = () => link.publish({ topic, payload, retain: false });
    await say(); // Gives the topic its alias.
    await delay(quietMs);
    const [beforeTls, beforeIp] = [proxy.counts.up + proxy.counts.down, count.bytes];
    await say();
    await delay(quietMs);
    const tls = proxy.counts.up + proxy.counts.down - beforeTls;
    const how = `${format === "json" ? "JSON" : "protobuf"}, MQTT ${version === 5 ? "5" : "3.1.1"}`;
    const isAimed = format === "protobuf" && version === 5 && (report === least || report === opened);
    rows.push({ name: `${name}: ${how}`, payload: payload.length, tls, ip: count.bytes - beforeIp, isAimed });
  }
  return rows;
}
