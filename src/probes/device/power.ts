/** Supply, battery and charging, as Readings (level 0: sends nothing). */
import { measured, type Reading } from "../../model/reading.ts";
import { Strain } from "./strain.ts";
import { type Adapter, type Battery, readSupplies, type Supply } from "./supplies.ts";

/** POWER_SUPPLY_HEALTH_* of linux/power_supply.h; heat and cold of the moment are no wear. */
const healths: Readonly<Record<string, string>> = {
  Good: "good",
  Warm: "good",
  Cool: "good",
  Cold: "good",
  Hot: "overheat",
  Overheat: "overheat",
  Dead: "dead",
  "Over voltage": "poor",
  "Over current": "poor",
  "Unspecified failure": "poor",
  "Calibration required": "poor",
  Unknown: "unknown",
};

const charging: Readonly<Record<string, boolean>> = {
  Charging: true,
  Discharging: false,
  "Not charging": false,
  Full: false,
};

/** Less of what it held when it was new: worn. */
const wornPct = 60;

export interface Power {
  /** Samples the voltages only. */
  sample(loaded: boolean, nowMs: number): void;
  look(loaded: boolean, nowMs: number): readonly Reading[];
}

const isBattery = (supply: Supply): supply is Battery => supply.kind === "battery";
const isAdapter = (supply: Supply): supply is Adapter => supply.kind === "adapter";

/** Where no adapter is listed, the battery knows whether it is being drained. */
function sourceOf(battery: Battery | undefined, adapters: readonly Adapter[]): string | undefined {
  if (adapters.some(({ online }) => online)) return "mains";
  if (!battery) return undefined;
  if (adapters.some(({ online }) => online === false)) return "battery";
  const { status } = battery;
  return status === undefined || status === "Unknown" ? undefined : status === "Discharging" ? "battery" : "mains";
}

/** Gauges call a pack good until it is dead: what it holds, and how it bears a load, tell earlier. */
function healthOf(battery: Battery | undefined, worn: boolean | undefined): string | undefined {
  const said = healths[battery?.health ?? ""];
  const isWorn = worn === true || (battery?.wearPct !== undefined && battery.wearPct < wornPct);
  return isWorn && (said === undefined || said === "good" || said === "unknown") ? "poor" : said;
}

/** Drivers differ in the sign of the current; which way it flows the status says. */
function chargeCurrent({ status, ma }: Battery): number | undefined {
  const isCharging = charging[status ?? ""];
  if (isCharging === undefined || ma === undefined) return undefined;
  return isCharging ? Math.abs(ma) : 0;
}

interface Seen {
  readonly battery: Battery | undefined;
  readonly adapterMv: number | undefined;
  readonly source: string | undefined;
}

function seenIn(root: string): Seen {
  const supplies = readSupplies(root) ?? [];
  const battery = supplies.find(isBattery);
  const adapters = supplies.filter(isAdapter);
  const adapterMv = adapters.find(({ online, mv }) => online && mv !== undefined && mv > 0)?.mv;
  return { battery, adapterMv, source: sourceOf(battery, adapters) };
}

function batteryReadings(battery: Battery | undefined, worn: boolean | undefined, nowMs: number): readonly Reading[] {
  return [
    measured("power.charging", charging[battery?.status ?? ""], nowMs),
    measured("power.battery_pct", battery?.pct, nowMs),
    measured("power.battery_mv", battery?.mv, nowMs),
    measured("power.battery_health", healthOf(battery, worn), nowMs),
    measured("power.battery_cycles", battery?.cycles, nowMs),
    measured("power.charge_current_ma", battery && chargeCurrent(battery), nowMs),
  ];
}

/** `root` holds `sys`. */
export function createPower(root: string): Power {
  const strain = new Strain();

  function see(loaded: boolean, nowMs: number): Seen {
    const seen = seenIn(root);
    const { adapterMv, source, battery } = seen;
    const batteryMv = source === "battery" ? battery?.mv : undefined;
    strain.see({ atMs: nowMs, loaded, adapterMv, batteryMv });
    return seen;
  }

  return {
    sample: (loaded, nowMs) => void see(loaded, nowMs),
    look: (loaded, nowMs) => {
      const { battery, adapterMv, source } = see(loaded, nowMs);
      return [
        measured("power.source", source, nowMs),
        measured("power.adapter_mv", adapterMv, nowMs),
        measured("power.adapter_mv_min_under_load", strain.lowestAdapterMv(nowMs), nowMs),
        ...batteryReadings(battery, strain.batteryWorn, nowMs),
      ];
    },
  };
}
