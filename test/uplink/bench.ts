/** An outbox and an uplink on it, with real sockets and a hurried clock. */
import { type Clock, systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { seededRandom } from "../../src/base/random.ts";
import type { RecordClass } from "../../src/model/record.ts";
import type { Outbox, RecordId } from "../../src/outbox/outbox.ts";
import { encodeAlive, encodeBirth, encodeFaultSet, encodeReport } from "../../src/report/encode.ts";
import type { UplinkOptions } from "../../src/uplink/options.ts";
import { createUplink, type Uplink, type UplinkParts } from "../../src/uplink/uplink.ts";
import { createOutboxBench } from "../outbox/bench.ts";
import { eventOf, pulledSim, terminal } from "../report/samples.ts";

const hurry = 50;
const startMs = systemClock.monoMs();

/** A second takes a fiftieth of it. */
export const hurried: Clock = {
  ...systemClock,
  monoMs: () => Math.round(startMs + (systemClock.monoMs() - startMs) * hurry),
  sleep: (ms, signal) => systemClock.sleep(ms / hurry, signal),
};

/** Looks until it holds; the test's own time limit ends it otherwise. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await systemClock.sleep(5);
}

export interface UplinkBench extends AsyncDisposable {
  readonly outbox: Outbox;
  readonly uplink: Uplink;
  readonly topic: (leaf: string) => string;
  report(recordClass?: RecordClass): Promise<RecordId>;
  start(): void;
  /** Resolves when `run` has. */
  stop(): Promise<void>;
}

export async function createUplinkBench(
  port: number,
  options: Partial<UplinkOptions> = {},
  parts: Partial<UplinkParts> = {},
): Promise<UplinkBench> {
  const { clock = hurried } = parts;
  const place = createOutboxBench();
  const outbox = await place.open({ clock });
  const random = seededRandom(3);
  const { tenant, serial } = terminal;
  const moment = () => ({ wallMs: clock.wallMs(), monoMs: clock.monoMs(), clock: "ntp" }) as const;
  const uplink = createUplink({
    outbox,
    clock,
    random,
    log: silentLog,
    options: {
      url: `mqtt://127.0.0.1:${port}`,
      protocol: "auto",
      keepaliveS: 60,
      ack: "puback",
      tenant,
      serial,
      ...options,
    },
    birth: () => encodeBirth({ ...outbox.position(), terminal }, moment()),
    alive: (online, session) => encodeAlive({ online, session, boot: outbox.position().boot }, moment()),
    faultSet: () => encodeFaultSet({ boot: outbox.position().boot, epoch: 1, coversSeq: 0, cases: [] }, moment()),
    ...parts,
  });
  const stop = new AbortController();
  let running: Promise<void> = Promise.resolve();
  return {
    outbox,
    uplink,
    topic: (leaf) => `pos/v1/${tenant}/${serial}/${leaf}`,
    report: (recordClass = "fault") =>
      outbox.append(recordClass, (id) => {
        const stamp = { ...id, ...moment(), monoMs: Math.max(4_000_000, clock.monoMs()) };
        return encodeReport({ stamp, body: { kind: "case", event: eventOf(pulledSim), snapshot: [] } });
      }),
    start: () => {
      running = uplink.run(stop.signal);
    },
    stop: async () => {
      stop.abort();
      await running;
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await running;
      await place[Symbol.asyncDispose]();
    },
  };
}
