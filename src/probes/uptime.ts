/** How long the terminal has been up: a modem that is silent right after a restart is not just hanging. */
import type { Clock } from "../base/clock.ts";
import { reading } from "../model/reading.ts";
import type { Emit, Probe } from "./probe.ts";

const periodMs = 60_000;

export function createUptimeProbe(clock: Clock, emit: Emit): Probe {
  return {
    id: "uptime",
    run: async (stop) => {
      while (!stop.aborted) {
        // The monotonic clock counts from boot.
        emit([reading("device.uptime_s", Math.floor(clock.monoMs() / 1_000), clock.monoMs())]);
        await clock.sleep(periodMs, stop);
      }
    },
    setPace: () => {},
  };
}
