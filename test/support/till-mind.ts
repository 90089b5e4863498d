/**
 * The diagnosis beside a till in counted time: hears what the payment application tells, sees now and then what the probes of
 * device and network would, and thinks as often as the agent does. The shop's state stands for what those would measure.
 */

import type { Shop } from "../../hw-sim/shop/shop.ts";
import { printerState } from "../../hw-sim/shop/slip-printer.ts";
import type { Telling } from "../../hw-sim/shop/statement.ts";
import { catalogue } from "../../src/faults/index.ts";
import { readTelling } from "../../src/ipc/observation.ts";
import type { CaseEvent, Diagnosis } from "../../src/model/case.ts";
import type { Capability } from "../../src/model/catalogue.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";
import { createThinker, type Thinker } from "../../src/think.ts";
import type { Site } from "./restless-day.ts";

export interface TillMind {
  hear(telling: Telling): void;
  /** So many milliseconds go by; what the probes see meanwhile is seen. */
  pass(ms: number): void;
  /** What a merchant who looks now is told. */
  look(): Diagnosis;
  nowMs(): number;
  readonly thinker: Thinker;
}

export interface TillMindSetup {
  readonly shop: () => Shop;
  readonly onCases: (events: readonly CaseEvent[]) => void;
  /** What else is seen at an instant, once a minute; without it a shop in which nothing stirs. */
  readonly around?: (nowMs: number) => readonly (readonly [SignalId, Scalar])[];
  readonly site?: Site;
}

const has: Readonly<Record<Site, ReadonlySet<Capability>>> = {
  mobile: new Set(["cellular", "printer"]),
  shop: new Set(["lan", "ethernet", "printer"]),
};

/** Of src/agent/settings.ts with its usual poll. */
const holdMs = 150_000;
const unsettledMs = 1_000;
/** Half a minute after the newest fact nothing opens or closes within seconds any more. */
const freshMs = 30_000;
const staleMs = 10_000;
const settledMs = 30_000;
const probedMs = 60_000;

/** A cable to the shop's router, and nothing wrong with it. */
const way: readonly (readonly [SignalId, Scalar])[] = [
  ["net.default_iface", "eth0"],
  ["lan.link_carrier", "up"],
  ["net.ip_assigned", true],
  ["net.dns_resolve", "ok"],
  ["net.internet_probe", "ok"],
];

function deviceLevels({ state, hoursSince }: Shop): readonly (readonly [SignalId, Scalar])[] {
  const now = state();
  const osChanged = hoursSince("os_version");
  return [
    ["power.source", now.supply === "battery" ? "battery" : "mains"],
    ["power.battery_pct", now.battery_pct],
    ["power.battery_health", now.battery === "worn" ? "poor" : "good"],
    ["power.charging", now.supply !== "battery" && now.battery_pct < 95],
    ["power.adapter_mv", now.supply === "weak" ? 4_200 : 5_050],
    ["device.storage_free_mb", now.storage_free_mb],
    ["device.mem_free_mb", 210],
    ["device.bus_errors_1min", now.emi ? 40 : 0],
    ["device.buses_with_errors", now.emi ? 3 : 0],
    ["printer.state", printerState(now)],
    ...(osChanged === undefined ? [] : ([["sw.os_version_changed_h", osChanged]] as const)),
  ];
}

function hostLevels({ state }: Shop): readonly (readonly [SignalId, Scalar])[] {
  // While payments are answered nobody asks the host.
  if (state().line === "up") return [];
  return [["net.tcp_host", state().line === "refuses" ? "refused" : "ok"]];
}

export function createTillMind({ shop, onCases, around = () => way, site = "shop" }: TillMindSetup): TillMind {
  const thinker = createThinker({ catalogue, capabilities: has[site], holdMs });
  let nowMs = 0;
  let heardMs = 0;
  let probedAtMs = Number.NEGATIVE_INFINITY;
  const see = (values: readonly (readonly [SignalId, Scalar])[]): void => {
    const readings: Reading[] = values.map(([signal, value]) => reading(signal, value, nowMs));
    const unfit = readings.find(({ quality }) => quality !== "ok");
    if (unfit) throw new Error(`${unfit.signal} does not take what the shop shows`);
    thinker.see(readings);
  };
  const think = (): Diagnosis => {
    const { diagnosis, events } = thinker.think(nowMs);
    if (events.length > 0) onCases(events);
    return diagnosis;
  };
  const pauseMs = (): number => {
    if (!thinker.cases.unsettled()) return settledMs;
    return nowMs - heardMs < freshMs ? unsettledMs : staleMs;
  };
  const probe = (): void => {
    if (nowMs - probedAtMs < probedMs) return;
    probedAtMs = nowMs;
    see([...deviceLevels(shop()), ...around(nowMs), ...hostLevels(shop())]);
  };
  return {
    thinker,
    nowMs: () => nowMs,
    hear: (telling) => {
      const read = readTelling(telling);
      if (read.kind !== "observe") throw new Error(`refused ${read.refused}: ${JSON.stringify(telling)}`);
      const readings = read.observed.map(({ signal, value }) => reading(signal, value, nowMs));
      heardMs = nowMs;
      const isNews = readings.some(({ signal, value }) => thinker.book.of(signal).at(-1)?.value !== value);
      thinker.see(readings);
      if (isNews || thinker.cases.unsettled()) think();
    },
    look: think,
    pass: (ms) => {
      const endMs = nowMs + ms;
      while (nowMs < endMs) {
        probe();
        nowMs = Math.min(endMs, nowMs + pauseMs());
        think();
      }
    },
  };
}
