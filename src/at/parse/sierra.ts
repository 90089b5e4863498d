/** Sierra Wireless: !GSTATUS?, !PCTEMP?, !PCVOLT? — blocks of labels and values, two in a line (EM74xx/EM75xx AT manual). */
import { firstOf, hexadecimalOf, integerOf, measuredOf } from "../fields.ts";
import { whole } from "./measure.ts";
import { type RadioCell, ratOfName, readCell } from "./radio-cell.ts";

/** Label → value: `Tx Power:      15<tab><tab>TAC:         8C65 (35666)`. Of a label that comes twice the first counts. */
function labelled(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    for (const [, label = "", value = ""] of line.matchAll(
      /([A-Za-z][A-Za-z0-9 ()/]*?):[ \t]*([^\t:]*?)\s*(?=\t|$)/g,
    )) {
      const key = label.trim().toUpperCase();
      if (!found.has(key) && value !== "") found.set(key, value);
    }
  }
  return found;
}

/** The hexadecimal form: of `8C65 (35666)` the first. */
const hexadecimal = (field: string | undefined) => hexadecimalOf(field?.split(" ")[0]);

/** Where the cell's values are found; a layout reads them by number. */
const cellLabels = [
  "TAC",
  "CELL ID",
  "RSRP (DBM)",
  "RSRQ (DB)",
  "SINR (DB)",
  "PCC RXM RSSI",
  "LTE RX CHAN",
  "RXM RSSI C0",
  "ECIO (DB)",
] as const;

const layout = {
  area: [0, hexadecimal],
  cell: [1, hexadecimal],
  rsrp: [2, whole.rsrp],
  rsrq: [3, whole.rsrq],
  sinr: [4, whole.sinr],
  rssi: [5, whole.rssi],
  channel: [6, integerOf],
  rscp: [7, whole.rscp],
  ecio: [8, whole.ecio],
} as const;

export interface ModuleStatus {
  /** ONLINE, LOW POWER MODE, OFFLINE, … */
  readonly mode: string | undefined;
  /** LTE, WCDMA, No service, … */
  readonly systemMode: string | undefined;
  readonly attached: boolean | undefined;
  /** Registered, Deregistered, … */
  readonly emm: string | undefined;
  /** °C. */
  readonly temperature: number | undefined;
  readonly band: string | undefined;
  readonly resets: number | undefined;
  /** Undefined where there is no service. */
  readonly cell: RadioCell | undefined;
}

export function parseGstatus(lines: readonly string[]): ModuleStatus | undefined {
  const values = labelled(lines);
  const systemMode = values.get("SYSTEM MODE");
  const mode = values.get("MODE");
  if (systemMode === undefined && mode === undefined) return undefined;
  const rat = systemMode === undefined ? undefined : ratOfName(systemMode);
  const fields = cellLabels.map((label) => values.get(label) ?? "");
  const attached = values.get("PS STATE");
  return {
    mode,
    systemMode,
    attached: attached === undefined ? undefined : attached === "Attached",
    emm: values.get("EMM STATE"),
    temperature: measuredOf(values.get("TEMPERATURE"), -50, 150),
    band: firstOf(["LTE BAND", "WCDMA BAND", "NR5G BAND"], (label) => values.get(label)),
    resets: integerOf(values.get("RESET COUNTER")),
    cell:
      systemMode === undefined || rat === undefined || rat === "none"
        ? undefined
        : readCell(systemMode, fields, layout),
  };
}

/** °C of the hottest sensor: `Temperature: 32.12 degC`, and the power amplifier's where it is named. */
export function parsePctemp(lines: readonly string[]): number | undefined {
  const readings = [...labelled(lines)].flatMap(([label, value]) =>
    /TEMP/.test(label) ? (measuredOf(/^-?\d+(\.\d+)?/.exec(value)?.[0], -50, 150) ?? []) : [],
  );
  return readings.length === 0 ? undefined : Math.max(...readings);
}

/** mV: `Power supply voltage: 3324 mV (3324 cnt)`. */
export function parsePcvolt(lines: readonly string[]): number | undefined {
  const value = /(\d+)\s*mV/i.exec(lines.join(" "))?.[1];
  return measuredOf(value, 1, 30_000);
}
