/** Temperature and supply of the module, each family in its own words. Profiles name these parsers. */
import { firstOf } from "../fields.ts";
import { parseCbc } from "./battery.ts";
import { parseGtsenrdtemp, parseMtsm } from "./fibocom.ts";
import { parseChiptemp } from "./huawei.ts";
import { parseTemp } from "./meig.ts";
import { parseQtemp } from "./quectel.ts";
import { parsePctemp, parsePcvolt } from "./sierra.ts";
import { parseCpmutemp } from "./simcom.ts";
import { parseTelitCbc, parseTempsens } from "./telit.ts";

type Parser = (info: readonly string[]) => number | undefined;

function hottest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}

/** °C of the hottest sensor. */
export const temperatureParsers = {
  qtemp: (info) => hottest(parseQtemp(info).map(({ celsius }) => celsius)),
  tempsens: (info) => hottest(parseTempsens(info)),
  pctemp: parsePctemp,
  cpmutemp: (info) => firstOf(info, parseCpmutemp),
  chiptemp: (info) => hottest(firstOf(info, parseChiptemp) ?? []),
  mtsm: (info) => firstOf(info, parseMtsm),
  gtsenrdtemp: parseGtsenrdtemp,
  temp: (info) => hottest([...parseTemp(info).values()]),
} as const satisfies Record<string, Parser>;

/** mV of the supply. */
export const voltageParsers = {
  cbc: (info) => firstOf(info, parseCbc)?.millivolts,
  telit_cbc: (info) => firstOf(info, parseTelitCbc)?.millivolts,
  pcvolt: parsePcvolt,
} as const satisfies Record<string, Parser>;

export type TemperatureParser = keyof typeof temperatureParsers;
export type VoltageParser = keyof typeof voltageParsers;
