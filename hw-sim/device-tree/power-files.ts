/** /sys/class/power_supply and thermal, in micro-units and tenths of a degree (Documentation/ABI/testing/sysfs-class-power). */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeTree } from "./files.ts";
import type { DeviceState } from "./state.ts";

const MICRO = 1_000;
/** What a print draws from the battery, in ampere. */
const LOAD_A = 2;
/** Inside the battery, in milliohm; a worn pack keeps its voltage until somebody draws on it. */
const RESISTANCE = { good: 90, worn: 420 } as const;

/** One lithium cell, near enough: 3.4 V empty, 4.2 V full. */
function batteryMv(state: DeviceState, battery: "good" | "worn"): number {
  const draws = state.load !== "idle" && !state.plugged ? LOAD_A : 0;
  return Math.round(3_400 + state.battery_pct * 8 - draws * RESISTANCE[battery]);
}

function charging(state: DeviceState): boolean {
  return state.plugged && state.battery_pct < 100;
}

function writeBattery(folder: string, state: DeviceState, battery: "good" | "worn"): void {
  const current = charging(state) ? state.charge_current_ma : 0;
  writeTree(folder, {
    type: "Battery",
    scope: "System",
    present: 1,
    status: charging(state) ? "Charging" : state.plugged ? "Full" : "Discharging",
    capacity: Math.round(state.battery_pct),
    voltage_now: batteryMv(state, battery) * MICRO,
    current_now: current * MICRO,
    // Gauges call a pack good until it is dead: what is worn shows in its voltage under load.
    health: "Good",
    cycle_count: state.battery_cycles,
    temp: Math.round(state.battery_temp_c * 10),
  });
}

export function writePower(root: string, state: DeviceState): void {
  const top = join(root, "sys", "class", "power_supply");
  if (state.battery === "none") rmSync(join(top, "battery"), { recursive: true, force: true });
  else writeBattery(join(top, "battery"), state, state.battery);
  const drawn = state.load === "idle" ? 0 : state.sag_mv;
  const mv = state.plugged ? state.adapter_mv - drawn : 0;
  writeTree(join(top, "ac"), { type: "Mains", online: state.plugged ? 1 : 0, voltage_now: mv * MICRO });
  writeTree(join(root, "sys", "class", "thermal", "thermal_zone0"), {
    type: "cpu-thermal",
    temp: Math.round(state.processor_temp_c * 1_000),
  });
}
