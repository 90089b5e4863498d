/**
 * Neoway: +NETDMSGEX, $MYSYSINFO, +SIMCROSS, +XIIC (N720 and N58 AT manuals; field orders of QModem's vendor/neoway.sh). Whether cell
 * and area are hexadecimal is not known, so they are not read.
 */
import { allFieldsOf, fieldsOf, integerOf, textOf } from "../fields.ts";
import { ipv4Of } from "./address.ts";
import { tenths } from "./measure.ts";
import { type CellLayout, type RadioCell, ratOfName, readCell } from "./radio-cell.ts";

/** `460+01`. */
const place: CellLayout = {
  mcc: [1, (field) => textOf(field)?.split("+")[0]],
  mnc: [1, (field) => textOf(field)?.split("+")[1]],
  band: [2, textOf],
  channel: [3, integerOf],
};
const lteLayout: CellLayout = {
  ...place,
  physical: [6, integerOf],
  rsrp: [9, tenths.rsrp],
  rsrq: [10, tenths.rsrq],
  sinr: [11, tenths.sinr],
  rssi: [12, tenths.rssi],
};
const nrLayout: CellLayout = {
  ...place,
  physical: [5, integerOf],
  rsrp: [6, tenths.rsrp],
  rsrq: [7, tenths.rsrq],
  sinr: [8, tenths.sinr],
};
const wcdmaLayout: CellLayout = {
  ...place,
  physical: [6, integerOf],
  rscp: [10, tenths.rscp],
  ecio: [11, tenths.ecio],
};

/** `NR-LTE ENDC` has the layout of 5G, though its anchor is LTE. */
function layoutOf(mode: string): CellLayout {
  if (mode.startsWith("NR")) return nrLayout;
  return ratOfName(mode) === "lte" ? lteLayout : wcdmaLayout;
}

export function parseNetdmsgex(lines: readonly string[]): RadioCell | undefined {
  const fields = allFieldsOf(lines, "+NETDMSGEX")[0];
  const mode = textOf(fields?.[0])?.toUpperCase();
  if (!fields || mode === undefined || fields.length < 9) return undefined;
  return readCell(mode.startsWith("NR") ? "NR" : mode, fields, layoutOf(mode));
}

export interface SystemInfo {
  readonly mode: number;
  /** 0 automatic or unknown, else of the operator. */
  readonly operator: number | undefined;
}

export function parseMysysinfo(line: string): SystemInfo | undefined {
  const fields = fieldsOf(line, "$MYSYSINFO");
  const mode = integerOf(fields?.[0]);
  return mode === undefined ? undefined : { mode, operator: integerOf(fields?.[1]) };
}

/** The slot in use. */
export function parseSimcross(line: string): number | undefined {
  return integerOf(fieldsOf(line, "+SIMCROSS")?.[0]);
}

export interface Link {
  readonly up: boolean;
  readonly ipv4: string | undefined;
}

/** `+XIIC:    1, 10.224.178.69`. */
export function parseXiic(line: string): Link | undefined {
  const fields = fieldsOf(line, "+XIIC");
  const state = integerOf(fields?.[0]);
  return state === undefined ? undefined : { up: state === 1, ipv4: ipv4Of(textOf(fields?.[1]) ?? "") };
}
