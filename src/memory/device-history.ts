/** What takes days to see of the terminal's own body. No I/O and no clock: every moment is an argument. */
import { isClockSet } from "../base/day.ts";
import type { BootTraces, RestartCause, Totals, VersionOf } from "../model/device-fact.ts";
import type { Reading } from "../model/reading.ts";
import { EventDates } from "./dates.ts";
import { DayTotals } from "./day-totals.ts";
import { printOf } from "./print.ts";
import { bounds, type KnownDevice, type KnownRun } from "./remembered.ts";
import { lostTime, restartOf } from "./restart-cause.ts";
import { Version } from "./version.ts";

/** Seconds of the wall clock; undefined while it is not set. */
export function wallSeconds(wallMs: number): number | undefined {
  return isClockSet(wallMs) ? wallMs / 1_000 : undefined;
}

const earliestS = Date.UTC(2024, 0, 1) / 1_000;
/** A battery that is as good as empty gives way by itself. */
const flatPct = 5;
/** Of an adapter of five volts. */
const sagMv = 4_300;
const crashing: ReadonlySet<RestartCause> = new Set(["watchdog", "panic"]);

const firstRun: Omit<KnownRun, "boot" | "crashes"> = {
  endedInOrder: false,
  cause: "unknown",
  brownout: false,
  rtcReset: null,
  onBattery: false,
  batteryFlat: false,
  sagged: false,
};

export class DeviceHistory {
  readonly losses: EventDates;
  readonly versions: Readonly<Record<VersionOf, Version>>;
  readonly totals: DayTotals;
  readonly #crashes: EventDates;
  readonly #brownouts: EventDates;
  readonly #salt: string;
  readonly #savedAtS: number | null;
  #before: KnownRun | null;
  #run: KnownRun | undefined;
  #source: unknown;

  constructor(known: KnownDevice, salt: string, savedAtS: number | null) {
    this.losses = new EventDates(known.losses);
    this.#crashes = new EventDates(known.crashes);
    this.#brownouts = new EventDates(known.brownouts);
    const { app, os, params } = known.versions;
    this.versions = { app: new Version(app), os: new Version(os), params: new Version(params) };
    this.totals = new DayTotals(known.counters);
    this.#before = known.run;
    this.#salt = salt;
    this.#savedAtS = savedAtS;
  }

  /** The run under way; undefined until it has begun. */
  get run(): KnownRun | undefined {
    return this.#run;
  }

  /** Whether it is known where the power comes from. */
  get knowsSource(): boolean {
    return this.#source !== undefined;
  }

  crashReboots(wallS: number | undefined): number {
    return this.#crashes.count(wallS);
  }

  brownoutResets(wallS: number | undefined): number {
    return this.#brownouts.count(wallS);
  }

  /** The agent runs; once. True when that is in another boot than before. */
  begin(traces: BootTraces, wallS: number | undefined): boolean {
    const boot = printOf("boot", traces.boot, this.#salt);
    const before = this.#before;
    const crashes = this.#printed(traces.crashRecords);
    const kept = { ...(before ?? firstRun), crashes, endedInOrder: false, boot };
    if (before?.boot === boot) {
      this.#run = kept;
      return false;
    }
    const { cause, brownout } = before ? restartOf(before, { ...traces, crashes }) : firstRun;
    const rtcReset = lostTime(traces.rtcS, earliestS, this.#savedAtS) ?? null;
    // Until the supply is seen it is as it was: who starts again and again may not live to see it.
    const { onBattery, batteryFlat } = before ?? firstRun;
    this.#run = { ...firstRun, boot, crashes, cause, brownout, rtcReset, onBattery, batteryFlat };
    if (crashing.has(cause)) this.#crashes.note(wallS);
    if (brownout) this.#brownouts.note(wallS);
    return true;
  }

  /** The system itself says why: heard where nothing more telling was seen. True when that is news. */
  explain(cause: RestartCause, wallS: number | undefined): boolean {
    const run = this.#run;
    if (!run || cause === "unknown" || cause === run.cause) return false;
    if (run.cause !== "power_loss" && run.cause !== "unknown") return false;
    if (run.brownout) this.#brownouts.retract();
    if (crashing.has(cause)) this.#crashes.note(wallS);
    this.#run = { ...run, cause, brownout: false };
    return true;
  }

  /** True when it is another than before. */
  meetVersion(of: VersionOf, text: string, wallS: number | undefined): boolean {
    return this.versions[of].meet(printOf("version", `${of} ${text}`, this.#salt), wallS);
  }

  count(totals: Totals, wallS: number | undefined): boolean {
    return this.totals.take(totals, wallS);
  }

  /** True when a reading changes what is remembered. */
  see({ signal, value }: Reading, wallS: number | undefined): boolean {
    switch (signal) {
      case "power.source":
        return value !== undefined && this.#power(value, wallS);
      case "power.battery_pct":
        return typeof value === "number" && this.#change({ batteryFlat: value <= flatPct });
      case "power.adapter_mv_min_under_load":
        return typeof value === "number" && this.#change({ sagged: value < sagMv });
      case "sw.app_version":
        return typeof value === "string" && this.meetVersion("app", value, wallS);
      default:
        return false;
    }
  }

  endInOrder(): void {
    this.#change({ endedInOrder: true });
  }

  snapshot(): KnownDevice {
    const { app, os, params } = this.versions;
    return {
      run: this.#run ?? this.#before,
      losses: this.losses.dates,
      crashes: this.#crashes.dates,
      brownouts: this.#brownouts.dates,
      versions: { app: app.known, os: os.known, params: params.known },
      counters: this.totals.known,
    };
  }

  /** Mains that was there and is gone. */
  #power(source: unknown, wallS: number | undefined): boolean {
    const [isFirst, lost] = [this.#source === undefined, this.#source === "mains" && source === "battery"];
    this.#source = source;
    if (lost) this.losses.note(wallS);
    return this.#change({ onBattery: source === "battery" }) || isFirst;
  }

  #change(part: Partial<KnownRun>): boolean {
    const before = this.#run;
    if (!before) return false;
    this.#run = { ...before, ...part };
    return JSON.stringify(before) !== JSON.stringify(this.#run);
  }

  #printed(records: readonly string[] | undefined): readonly string[] | null {
    // Not to be read today: those of yesterday are still what they were.
    if (!records) return this.#before?.crashes ?? null;
    return records.map((each) => printOf("crash", each, this.#salt)).slice(-bounds.crashRecords);
  }
}
