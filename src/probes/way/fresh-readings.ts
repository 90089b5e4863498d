/**
 * Which Readings of a look are news: a poll every few seconds says the same most of the time. A change is told three times,
 * because one look is no proof and a case wants more.
 */
import type { Reading } from "../../model/reading.ts";
import type { SignalId } from "../../model/signal.ts";

/** So that what holds does not grow stale. */
const repeatMs = 30_000;

/** What trembles with every look: less of a change is none. */
const tremor: Readonly<Partial<Record<SignalId, number>>> = {
  "lan.wifi_rssi_dbm": 4,
  "net.retrans_pct": 1,
  "power.battery_mv": 40,
  "power.adapter_mv": 60,
  "power.charge_current_ma": 100,
  "power.temp_c": 1,
  "device.cpu_pct": 10,
  "device.mem_free_mb": 8,
  "device.storage_free_mb": 4,
};

const timesTold = 3;

interface Told {
  readonly reading: Reading;
  readonly times: number;
}

export interface FreshReadings {
  /** Those that differ from what was let through last, and every 30 s those that say something. */
  of(readings: readonly Reading[]): readonly Reading[];
}

function differs(now: Reading, before: Reading): boolean {
  if (now.quality !== before.quality) return true;
  if (typeof now.value !== "number" || typeof before.value !== "number") return now.value !== before.value;
  return Math.abs(now.value - before.value) >= (tremor[now.signal] ?? Number.MIN_VALUE);
}

export function createFreshReadings(): FreshReadings {
  // Bounded by the number of signals that there are.
  const told = new Map<SignalId, Told>();

  function isFresh(now: Reading): boolean {
    const before = told.get(now.signal);
    if (!before || differs(now, before.reading)) return true;
    return now.quality === "ok" && (before.times < timesTold || now.atMs - before.reading.atMs >= repeatMs);
  }

  function tell(now: Reading): void {
    const before = told.get(now.signal);
    const isSame = before !== undefined && !differs(now, before.reading);
    // What trembles is held against the value that was news, or it could wander off unseen.
    if (isSame) told.set(now.signal, { reading: { ...before.reading, atMs: now.atMs }, times: before.times + 1 });
    else told.set(now.signal, { reading: now, times: 1 });
  }

  return {
    of: (readings) => {
      const fresh = readings.filter(isFresh);
      for (const each of fresh) tell(each);
      return fresh;
    },
  };
}
