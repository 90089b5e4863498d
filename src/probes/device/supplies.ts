/**
 * What supplies the terminal, from sysfs (linux/Documentation/ABI/testing/sysfs-class-power): batteries and the adapters
 * behind sockets. A look at two of them takes some twenty small files.
 */
import { join } from "node:path";
import { namesIn, numberIn, valueIn } from "../way/system-text.ts";

export interface Battery {
  readonly kind: "battery";
  /** `Charging`, `Discharging`, `Not charging`, `Full`, `Unknown`. */
  readonly status: string | undefined;
  readonly health: string | undefined;
  readonly pct: number | undefined;
  readonly mv: number | undefined;
  readonly ma: number | undefined;
  readonly tempC: number | undefined;
  readonly cycles: number | undefined;
  /** What it holds when full, of what it held when it was new. */
  readonly wearPct: number | undefined;
}

export interface Adapter {
  readonly kind: "adapter";
  readonly online: boolean | undefined;
  readonly mv: number | undefined;
}

export type Supply = Battery | Adapter;

const adapters: ReadonlySet<string | undefined> = new Set(["Mains", "USB", "Wireless"]);

/** In millionths, as the ABI has it; some drivers of vendors give thousandths, and no cell has a tenth of a volt. */
function milli(value: number | undefined, leastMicro: number): number | undefined {
  if (value === undefined) return undefined;
  return Math.abs(value) < leastMicro ? value : Math.round(value / 1_000);
}

const leastMicrovolts = 100_000;

function voltage(folder: string): number | undefined {
  return milli(numberIn(join(folder, "voltage_now")), leastMicrovolts);
}

function wear(folder: string): number | undefined {
  const [full, design] = ["charge_full", "charge_full_design"].map((name) => numberIn(join(folder, name)));
  return full === undefined || design === undefined || design <= 0 ? undefined : (100 * full) / design;
}

function batteryIn(folder: string): Battery | undefined {
  // A slot that may be empty says so.
  if (numberIn(join(folder, "present")) === 0) return undefined;
  const tenths = numberIn(join(folder, "temp"));
  // 0 stands for a gauge that does not count, -1 as well.
  const cycles = numberIn(join(folder, "cycle_count")) ?? 0;
  const current = numberIn(join(folder, "current_now"));
  return {
    kind: "battery",
    status: valueIn(join(folder, "status")),
    health: valueIn(join(folder, "health")),
    pct: numberIn(join(folder, "capacity")),
    mv: voltage(folder),
    ma: current === undefined ? undefined : Math.round(current / 1_000),
    tempC: tenths === undefined ? undefined : tenths / 10,
    cycles: cycles > 0 ? cycles : undefined,
    wearPct: wear(folder),
  };
}

function supplyIn(folder: string): Supply | undefined {
  // The battery of a keyboard or a reader that came by radio is not the terminal's.
  if (valueIn(join(folder, "scope")) === "Device") return undefined;
  const type = valueIn(join(folder, "type"));
  if (type === "Battery") return batteryIn(folder);
  if (!adapters.has(type)) return undefined;
  const online = numberIn(join(folder, "online"));
  return { kind: "adapter", online: online === undefined ? undefined : online > 0, mv: voltage(folder) };
}

/** Undefined where sysfs may not be read, as on Android. `root` holds `sys`. */
export function readSupplies(root: string): readonly Supply[] | undefined {
  const top = join(root, "sys", "class", "power_supply");
  return namesIn(top)?.flatMap((name) => supplyIn(join(top, name)) ?? []);
}
