/**
 * What the terminal's own gauges said, in order of time: a reading that says nearly the same as the one before it only
 * prolongs it, so a day of readings stays short. Bounded; the oldest go first.
 */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";

/** The same was said from one moment to another. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly value: Scalar;
}

/** A span whose value is a number. */
export interface Level extends Span {
  readonly value: number;
}

export interface Gauges {
  keeps(signal: SignalId): boolean;
  /** Takes note of a reading; whether it says anything new of a gauge. In order of time. */
  hear(reading: Reading): boolean;
  /** Oldest first. */
  of(signal: SignalId): readonly Span[];
  levels(signal: SignalId): readonly Level[];
}

const spansKept = 64;

/** What is kept, and what difference is news. */
const steps: ReadonlyMap<SignalId, number> = new Map<SignalId, number>([
  ["power.source", 0],
  ["power.charging", 0],
  ["power.battery_pct", 2],
  ["power.temp_c", 2],
  ["env.ambient_temp_c", 2],
  ["env.humidity_pct", 3],
  ["power.adapter_mv", 100],
  ["power.charge_current_ma", 50],
  ["power.brownout_resets_24h", 1],
  ["device.keypad_stuck_key", 0],
  ["printer.state", 0],
  ["reader.icc_powerup_ok_24h", 3],
  ["reader.icc_powerup_fail_24h", 2],
  ["reader.mag_ok_24h", 3],
  ["reader.mag_fail_24h", 2],
  ["reader.nfc_ok_24h", 3],
  ["reader.nfc_fail_24h", 2],
]);

/** Each is news: it happened again. */
const events: readonly SignalId[] = ["device.reboot_reason", "printer.job", "reader.nfc_event"];

/** The agent reads a reason again at every look; in a log, another line is another restart. */
const againMs = 300_000;

function isSame(last: Span, { signal, value, atMs }: Reading): boolean {
  if (signal === "device.reboot_reason") return last.value === value && atMs - last.untilMs <= againMs;
  if (events.includes(signal)) return false;
  if (typeof last.value !== "number" || typeof value !== "number") return last.value === value;
  return Math.abs(value - last.value) < (steps.get(signal) ?? 0);
}

export function createGauges(): Gauges {
  const pages = new Map<SignalId, Span[]>();
  const of = (signal: SignalId): readonly Span[] => pages.get(signal) ?? [];
  const keeps = (signal: SignalId): boolean => steps.has(signal) || events.includes(signal);
  return {
    keeps,
    hear: (heard) => {
      const { signal, value, atMs } = heard;
      if (value === undefined || !keeps(signal)) return false;
      const page = pages.get(signal) ?? [];
      pages.set(signal, page);
      const last = page.at(-1);
      if (last && isSame(last, heard)) {
        page[page.length - 1] = { ...last, untilMs: atMs };
        return false;
      }
      page.push({ fromMs: atMs, untilMs: atMs, value });
      if (page.length > spansKept) page.shift();
      return true;
    },
    of,
    levels: (signal) =>
      of(signal).flatMap(({ fromMs, untilMs, value }) =>
        typeof value === "number" ? [{ fromMs, untilMs, value }] : [],
      ),
  };
}

/** The newest that began before `atMs` and was still said no longer than `withinMs` ago. */
export function lastBefore<T extends Span>(spans: readonly T[], atMs: number, withinMs: number): T | undefined {
  const last = spans.findLast(({ fromMs }) => fromMs <= atMs);
  return last && atMs - last.untilMs <= withinMs ? last : undefined;
}

/** The readings of a thermometer: in the terminal, or in the room. */
export function temperatures(gauges: Gauges): readonly Level[] {
  return [...gauges.levels("power.temp_c"), ...gauges.levels("env.ambient_temp_c")].toSorted(
    (a, b) => a.fromMs - b.fromMs,
  );
}
