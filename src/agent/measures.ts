/** Sums up what is measured and counted between two records of it: of a quantity its lowest, highest and mean. */
import { type Measured, type MeasuredSignal, type Measures, measuredSignals } from "../model/measures.ts";
import type { Reading } from "../model/reading.ts";
import { createTillTally } from "./till-tally.ts";

interface Sum {
  low: number;
  high: number;
  total: number;
  count: number;
}

export interface MeasureBook {
  see(readings: readonly Reading[]): void;
  /** What came since the last time, and begins anew. Undefined: nothing worth a record. */
  take(nowMs: number): Measures | undefined;
}

const isMeasured = (signal: string): signal is MeasuredSignal => measuredSignals.some((known) => known === signal);

function summary(signal: MeasuredSignal, { low, high, total, count }: Sum): Measured {
  return { signal, low, mean: Math.round((total / count) * 10) / 10, high, count };
}

/** The older scale of signal strength tells nothing beside the newer one. */
function isSaidBetter(signal: MeasuredSignal, sums: ReadonlyMap<MeasuredSignal, Sum>): boolean {
  return signal === "modem.csq" && sums.has("modem.rsrp_dbm");
}

/** `nowMs`: monotonic. */
export function createMeasureBook(nowMs: number): MeasureBook {
  let sums = new Map<MeasuredSignal, Sum>();
  let till = createTillTally();
  let sinceMs = nowMs;

  function add(signal: MeasuredSignal, value: number): void {
    const sum = sums.get(signal) ?? { low: value, high: value, total: 0, count: 0 };
    sums.set(signal, {
      low: Math.min(sum.low, value),
      high: Math.max(sum.high, value),
      total: sum.total + value,
      count: sum.count + 1,
    });
  }

  return {
    see: (readings) => {
      for (const reading of readings) {
        const { signal, value, quality } = reading;
        till.see(reading);
        if (isMeasured(signal) && typeof value === "number" && quality === "ok") add(signal, value);
      }
    },
    take: (takenMs) => {
      const known = measuredSignals.flatMap((signal) => {
        const sum = sums.get(signal);
        return sum && !isSaidBetter(signal, sums) ? [summary(signal, sum)] : [];
      });
      const taken: Measures = {
        spanS: Math.max(1, Math.round((takenMs - sinceMs) / 1_000)),
        signals: known,
        payments: till.payments,
        issuers: till.issuers(),
        reads: till.reads(),
      };
      [sums, till, sinceMs] = [new Map(), till.next(), takenMs];
      const isEmpty =
        known.length + taken.reads.length === 0 && Object.values(taken.payments).every((ends) => ends === 0);
      return isEmpty ? undefined : taken;
    },
  };
}
