/** A month of one terminal's uplink over real TLS and a real broker, through a proxy that counts. */

import { silentLog } from "../../../src/base/log.ts";
import { seededRandom } from "../../../src/base/random.ts";
import type { DataRung, DataUse } from "../../../src/model/data-use.ts";
import type { Body, RecordClass } from "../../../src/model/record.ts";
import type { Outbox } from "../../../src/outbox/outbox.ts";
import type { UplinkOptions } from "../../../src/uplink/options.ts";
import { createUplink, type Uplink } from "../../../src/uplink/uplink.ts";
import { createOutboxBench } from "../../outbox/bench.ts";
import { eventOf, measures, pulledSim, terminal, weakSignal } from "../../report/samples.ts";
import { type Format, formats } from "./formats.ts";
import { MonthClock } from "./month-clock.ts";
import type { CountingProxy } from "./proxy.ts";

export interface MonthPlan {
  readonly name: string;
  readonly days: number;
  readonly keepaliveS: number;
  /** Minutes; 0: none. */
  readonly heartbeatMin: number;
  /** Likewise of records of what was measured. */
  readonly measuresMin: number;
  /** Connections that the carrier cuts, a day. */
  readonly cutsADay: number;
  /** Faults that come and go, a day. */
  readonly faultsADay: number;
  readonly most: DataRung;
  readonly format: Format;
}

export interface MonthResult {
  readonly plan: MonthPlan;
  /** TCP payload at the proxy, both ways. */
  readonly payloadBytes: number;
  readonly connections: number;
  /** With headers of TCP and IP, as the agent books it. */
  readonly wireBytes: number;
  readonly uses: DataUse["uses"];
  readonly sent: number;
  /** Of outbox and memory together. */
  readonly flashBytes: number;
  readonly syncs: number;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;

export async function liveMonth(
  plan: MonthPlan,
  proxy: CountingProxy,
  tls: UplinkOptions["tls"],
): Promise<MonthResult> {
  const clock = new MonthClock(Date.UTC(2026, 10, 1));
  await using place = createOutboxBench(undefined, seededRandom(11));
  const outbox = await place.open({ clock });
  const before = { ...proxy.counts };
  const file = { written: 0, count: 0 };
  const encode = formats[plan.format];
  const moment = () => ({ wallMs: clock.wallMs(), monoMs: clock.monoMs(), clock: "ntp" }) as const;
  const open = { yes: false };
  const uplink = createUplink({
    ...{ outbox, clock, log: silentLog, random: seededRandom(5) },
    options: {
      ...{ url: `mqtts://localhost:${proxy.port}`, protocol: "5", keepaliveS: plan.keepaliveS, ack: "puback" },
      ...{ tls, most: plan.most, tenant: terminal.tenant, serial: terminal.serial },
    },
    memory: {
      file: {
        read: async () => undefined,
        write: async (content) => {
          file.written += JSON.stringify(content).length;
          file.count += 1;
          return true;
        },
      },
      ...{ remembered: { use: { months: [], days: [], unbooked: {} }, keepaliveS: undefined }, everyMs: 3_600_000 },
      calendar: { month: () => "2026-11-01", day: (wallMs) => new Date(wallMs).toISOString().slice(0, 10) },
    },
    birth: () => encode.birth({ ...outbox.position(), terminal, data: uplink.status().data }, moment()),
    alive: (online, session) => encode.alive({ online, session, boot: outbox.position().boot }, moment()),
    faultSet: () => {
      const { boot, nextSeq } = outbox.position();
      const cases = open.yes ? [{ ...pulledSim, openedAtMs: 500_000, changedAtMs: 500_000 }] : [];
      return encode.faultSet({ boot, epoch: nextSeq, coversSeq: nextSeq - 1, cases }, moment());
    },
  });
  const stop = new AbortController();
  const running = uplink.run(stop.signal);
  await live({ plan, clock, outbox, uplink, proxy, open });
  stop.abort();
  await running;
  const { data, sent } = uplink.status();
  const { counts } = proxy;
  const { wear } = outbox.stats();
  return {
    plan,
    payloadBytes: counts.up - before.up + counts.down - before.down,
    connections: counts.connections - before.connections,
    wireBytes: data.monthBytes,
    uses: data.uses,
    sent,
    flashBytes: wear.bytes + file.written,
    syncs: wear.syncs + 2 * file.count,
  };
}

interface Living {
  readonly plan: MonthPlan;
  readonly clock: MonthClock;
  readonly outbox: Outbox;
  readonly uplink: Uplink;
  readonly proxy: CountingProxy;
  readonly open: { yes: boolean };
}

interface Happening {
  readonly atMs: number;
  readonly act: () => void | Promise<void>;
}

async function live(living: Living): Promise<void> {
  const { plan, clock, uplink } = living;
  const beganMs = clock.monoMs();
  const isConnecting = () => uplink.status().state === "connecting";
  for (const { atMs, act } of happenings(living).toSorted((a, b) => a.atMs - b.atMs)) {
    await clock.live(beganMs + atMs, isConnecting);
    await act();
  }
  await clock.live(beganMs + plan.days * dayMs, isConnecting);
}

function happenings(living: Living): readonly Happening[] {
  const { plan, uplink, proxy, open } = living;
  const append = (recordClass: RecordClass, body: () => Body) => async () => {
    await put(living, recordClass, body());
  };
  const turn = (kind: "opened" | "closed") => async () => {
    await put(living, "fault", {
      kind: "case",
      event: { ...eventOf(pulledSim, kind), atMs: 3_605_000 },
      snapshot: kind === "opened" ? [weakSignal] : [],
    });
    open.yes = kind === "opened";
    uplink.faultSetChanged();
  };
  const many = (each: number, act: () => void | Promise<void>, offsetMs: number) =>
    Array.from(
      { length: Math.round(each * plan.days) },
      (_, at): Happening => ({ atMs: (at * dayMs) / each + offsetMs, act }),
    );
  const withUses = (index: number) => index % 24 === 0;
  const beats = plan.heartbeatMin === 0 ? 0 : 1_440 / plan.heartbeatMin;
  const recordClass: RecordClass = plan.most === "full" ? "metric" : "state";
  let beat = 0;
  return [
    ...many(
      1,
      append("state", () => ({ kind: "started", terminal })),
      10_000,
    ),
    ...many(plan.cutsADay, () => proxy.cut(), 2 * hourMs),
    ...many(plan.faultsADay, turn("opened"), hourMs + 61_000),
    ...many(plan.faultsADay, turn("closed"), hourMs + 661_000),
    ...many(
      beats,
      append(recordClass, () => ({
        kind: "heartbeat",
        heartbeat: heartbeatOf(living, beats <= 1 || withUses(beat++)),
      })),
      30 * 60_000,
    ),
    ...many(
      plan.measuresMin === 0 ? 0 : 1_440 / plan.measuresMin,
      append("metric", () => ({ kind: "measures", measures })),
      45 * 60_000,
    ),
  ];
}

function heartbeatOf({ uplink, outbox, clock }: Living, withUses: boolean) {
  const { keepaliveS, data } = uplink.status();
  return {
    ...{
      uptimeS: Math.floor(clock.monoMs() / 1_000),
      rssKb: 68_000,
      waiting: outbox.pendingCount(),
      dropped: 0,
      keepaliveS,
    },
    data: withUses ? data : { ...data, uses: {} },
  };
}

async function put({ outbox, clock, plan }: Living, recordClass: RecordClass, body: Body): Promise<void> {
  const now = { wallMs: clock.wallMs(), monoMs: Math.max(4_000_000, clock.monoMs()), clock: "ntp" } as const;
  await outbox.append(recordClass, (id) => formats[plan.format].report({ stamp: { ...id, ...now }, body }));
}
