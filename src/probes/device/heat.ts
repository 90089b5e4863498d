/**
 * How warm the terminal is: its battery, else a sensor of board or case (linux/Documentation/driver-api/thermal/sysfs-api.rst).
 * A processor at 70 °C is at work, not in trouble, so its own sensors are not asked.
 */
import { join } from "node:path";
import { measured, type Reading } from "../../model/reading.ts";
import { namesIn, numberIn, valueIn } from "../way/system-text.ts";
import { readSupplies } from "./supplies.ts";

/** The nearest to the battery first. */
const places: readonly RegExp[] = [/batt/i, /skin|case|shell|quiet/i, /board|ambient|pcb|xo[-_]?therm/i];

/** What a sensor shows whose wire is broken or shorted. */
const [brokenC, shortedC] = [-40, 125];

interface Zone {
  readonly type: string;
  readonly tempC: number;
}

function zonesIn(root: string): readonly Zone[] {
  const top = join(root, "sys", "class", "thermal");
  const names = namesIn(top) ?? [];
  return names.flatMap((name) => {
    if (!/^thermal_zone\d/.test(name)) return [];
    const type = valueIn(join(top, name, "type"));
    const milli = type && places.some((place) => place.test(type)) ? numberIn(join(top, name, "temp")) : undefined;
    return type === undefined || milli === undefined ? [] : [{ type, tempC: milli / 1_000 }];
  });
}

function warmth(root: string): number | undefined {
  const battery = readSupplies(root)?.find(({ kind }) => kind === "battery");
  if (battery?.kind === "battery" && battery.tempC !== undefined) return battery.tempC;
  const zones = zonesIn(root);
  return places.flatMap((place) => zones.filter(({ type }) => place.test(type)))[0]?.tempC;
}

export function heatReadings(root: string, nowMs: number): readonly Reading[] {
  const tempC = warmth(root);
  const isBroken = tempC !== undefined && (tempC <= brokenC || tempC >= shortedC);
  return [measured("power.temp_c", isBroken ? Number.NaN : tempC, nowMs)];
}
