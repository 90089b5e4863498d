/** Whether it is within a maintenance window that the acquirer has announced. Sends nothing, reads only the clock. */
import type { Clock } from "../base/clock.ts";
import { reading } from "../model/reading.ts";
import type { Emit, Probe } from "./probe.ts";

export interface MaintenanceOptions {
  /** `02:00-04:30`, by local time; over midnight as well. */
  readonly windows: readonly string[];
  readonly clock: Clock;
  readonly emit: Emit;
}

/** What holds is said again this often, because it ages; a window begins on a full minute. */
const periodMs = 30_000;

/** Minutes since midnight. */
function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return 60 * hours + rest;
}

/** Whether a time of day lies within one of the windows; their end is outside. */
export function isWithin(windows: readonly string[], wallMs: number): boolean {
  const now = new Date(wallMs);
  const at = 60 * now.getHours() + now.getMinutes();
  return windows.some((window) => {
    const [from = 0, to = 0] = window.split("-").map(minutes);
    return from < to ? at >= from && at < to : at >= from || at < to;
  });
}

/** Without windows nothing is announced, and this is not one. */
export function createMaintenance({ windows, clock, emit }: MaintenanceOptions): Probe {
  return {
    id: "maintenance",
    run: async (stop) => {
      while (!stop.aborted) {
        emit([reading("host.in_window", isWithin(windows, clock.wallMs()), clock.monoMs())]);
        await clock.sleep(periodMs, stop);
      }
    },
    setPace: () => {},
  };
}
