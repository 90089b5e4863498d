/** Heat, processor, memory, storage, buses and clock as Readings of one look (level 0: sends nothing). */
import type { Clock } from "../../base/clock.ts";
import { measured, type Reading } from "../../model/reading.ts";
import type { RunTool } from "../way/tool.ts";
import { BusWatch } from "./bus-errors.ts";
import { heatReadings } from "./heat.ts";
import { createProcessor } from "./processor.ts";
import { type StatFs, storageReadings } from "./storage.ts";
import { createTimeSource } from "./time-source.ts";
import { UsbNumbers } from "./usb-numbers.ts";

export interface PartsOptions {
  /** Holds `sys`, `proc` and `run`. */
  readonly root: string;
  readonly clock: Clock;
  readonly run: RunTool;
  readonly statfs: StatFs;
  /** On the file systems that payments need. */
  readonly storage: readonly string[];
  /** Monotonic milliseconds when the agent itself restarted the modem last. */
  readonly excusedAtMs: () => number | undefined;
}

export interface BodyParts {
  look(): Promise<readonly Reading[]>;
}

/** While a modem restarts its line carries rubbish. */
const quietMs = 60_000;

export function createParts({ root, clock, run, statfs, storage, excusedAtMs }: PartsOptions): BodyParts {
  const processor = createProcessor(root);
  const time = createTimeSource({ root, clock, run });
  const usb = new UsbNumbers(root, excusedAtMs);
  const buses = new BusWatch(root);

  function busReadings(nowMs: number): readonly Reading[] {
    const excused = excusedAtMs();
    const lost = buses.look(nowMs, excused !== undefined && nowMs - excused < quietMs);
    return [
      measured("device.usb_reenumerations_1h", usb.count(nowMs), nowMs),
      measured("device.bus_errors_1min", lost?.errors, nowMs),
      measured("device.buses_with_errors", lost?.buses, nowMs),
    ];
  }

  return {
    look: async () => {
      const nowMs = clock.monoMs();
      const here = [...heatReadings(root, nowMs), ...processor.look(nowMs), ...busReadings(nowMs)];
      const [room, ntp] = await Promise.all([storageReadings({ paths: storage, statfs, clock }, nowMs), time.look()]);
      return [...here, ...room, ...ntp];
    },
  };
}
