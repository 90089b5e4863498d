/** What is remembered in the vocabulary of the signals, and for people. */

import { absent, type Reading, reading } from "../model/reading.ts";
import { isSignalId, type SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import type { MemoryView } from "../model/view.ts";
import { daysBetween, localDay } from "./calendar.ts";
import { ofDevice } from "./device-amounts.ts";
import type { Moment, Recollection } from "./recollection.ts";

export interface Plan {
  /** Megabytes a month. */
  readonly planMb: number | undefined;
  /** Day on which the card was activated. */
  readonly activated: string | undefined;
}

/** A count of traffic that is older says nothing about the last five minutes. */
const freshMs = 150_000;

/** Of 1024 times 1024 bytes, as carriers count; tenths, rounded down. */
function megabytes(bytes: number): number {
  return Math.floor((bytes * 10) / (1024 * 1024)) / 10;
}

type Amounts = Readonly<Partial<Record<SignalId, Scalar | undefined>>>;

/** Only of a card that is in its place: of a card that is gone nothing is asked. */
function ofPair({ pairs, sim }: Recollection, today: string | undefined): Amounts {
  if (sim.ready === false) return {};
  const changed = pairs.changed();
  return {
    "sim.iccid_changed": changed?.card,
    "sim.imei_changed": changed?.module,
    "modem.pair_known_days": today === undefined ? undefined : pairs.knownDays(today),
  };
}

/** A card seen here for a year is a year old; one seen here for a week may be of any age. */
const tellingDays = 350;

function ageDays(activated: string | undefined, firstSeen: string | undefined, today: string): number | undefined {
  if (activated !== undefined) return daysBetween(activated, today);
  const seenDays = firstSeen === undefined ? 0 : daysBetween(firstSeen, today);
  return seenDays >= tellingDays ? seenDays : undefined;
}

function ofPlan(recollection: Recollection, { planMb, activated }: Plan, { wallMs }: Moment): Amounts {
  const [today, used] = [localDay(wallMs), recollection.used(wallMs)];
  const age = today === undefined ? undefined : ageDays(activated, recollection.usage.firstDay, today);
  return {
    "sim.data_used_mb_month": used && megabytes(used.bytes),
    "sim.data_plan_mb": planMb,
    "sim.activation_age_days": age,
  };
}

function ofLately({ sim, cells, restarts, knowsCell }: Recollection, { monoMs }: Moment): Amounts {
  return {
    "sim.state_flaps_1h": sim.ready === undefined ? undefined : sim.recent.count(monoMs),
    "modem.cell_changes_10min": knowsCell ? cells.count(monoMs) : undefined,
    "modem.restarts_1h": sim.ready === undefined && !knowsCell ? undefined : restarts.count(monoMs),
  };
}

function ofSettings({ settings }: Recollection, { wallMs }: Moment): Amounts {
  const isSet = localDay(wallMs) !== undefined;
  return {
    "net.config_changed_h": isSet ? settings.changedHours(wallMs) : undefined,
    "net.config_proved": settings.proved,
  };
}

function ofFlow({ flow }: Recollection, { monoMs }: Moment): readonly Reading[] {
  const received = flow.received();
  if (!received || monoMs - received.atMs > freshMs) return [];
  const { atMs, bytes } = received;
  return [bytes === null ? absent("net.rx_bytes_5min", atMs) : reading("net.rx_bytes_5min", bytes, atMs)];
}

/** Readings of everything that is known; what is not known has none. */
export function amountReadings(recollection: Recollection, plan: Plan, now: Moment): readonly Reading[] {
  const amounts: Amounts = {
    ...ofPair(recollection, localDay(now.wallMs)),
    ...ofPlan(recollection, plan, now),
    ...ofLately(recollection, now),
    ...ofSettings(recollection, now),
    ...ofDevice(recollection.device, now),
  };
  const known = Object.entries(amounts).flatMap(([signal, value]) => {
    return value === undefined || !isSignalId(signal) ? [] : [reading(signal, value, now.monoMs)];
  });
  return [...known, ...ofFlow(recollection, now)];
}

export function memoryView(recollection: Recollection, plan: Plan, now: Moment): Omit<MemoryView, "file"> {
  const { pairs, sim, cells, restarts } = recollection;
  const used = recollection.used(now.wallMs);
  return {
    pair_since: pairs.current?.firstDay ?? null,
    pair_settled: pairs.current?.settled ?? null,
    used_mb: used ? megabytes(used.bytes) : null,
    used_since: used?.from ?? null,
    plan_mb: plan.planMb ?? null,
    sim_flaps_1h: sim.recent.count(now.monoMs),
    cell_changes_10min: cells.count(now.monoMs),
    restarts_1h: restarts.count(now.monoMs),
  };
}
