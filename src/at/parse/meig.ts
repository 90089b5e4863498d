/**
 * MeiG: ^CELLINFO, +TEMP, ^SIMSLOT (field orders of QModem's vendor/meig.sh; no manual was at hand). Whether cell and area are
 * hexadecimal is not known, so they are not read.
 */
import { allFieldsOf, integerOf, textOf } from "../fields.ts";
import { scaledBy, tenths, whole } from "./measure.ts";
import { type CellLayout, type RadioCell, ratOfName, readCell } from "./radio-cell.ts";

const plmn: CellLayout = { mcc: [2, textOf], mnc: [3, textOf] };
const lteLayout: CellLayout = {
  ...plmn,
  physical: [5, integerOf],
  band: [9, integerOf],
  rsrp: [14, whole.rsrp],
  rsrq: [15, whole.rsrq],
  sinr: [16, tenths.sinr],
};
const nrLayout: CellLayout = {
  ...plmn,
  physical: [5, integerOf],
  band: [7, integerOf],
  rsrp: [14, whole.rsrp],
  rsrq: [15, whole.rsrq],
  sinr: [16, tenths.sinr],
};
const nrLegLayout: CellLayout = {
  rsrp: [29, whole.rsrp],
  rsrq: [30, whole.rsrq],
  sinr: [31, tenths.sinr],
  band: [32, integerOf],
  channel: [33, integerOf],
  physical: [35, integerOf],
};
const wcdmaLayout: CellLayout = {
  mcc: [1, textOf],
  mnc: [2, textOf],
  physical: [4, integerOf],
  band: [8, integerOf],
  ecio: [12, whole.ecio],
  rscp: [14, whole.rscp],
};

export interface MeigCells {
  readonly cell: RadioCell;
  /** The 5G leg where the anchor is LTE. */
  readonly nr: RadioCell | undefined;
}

export function parseCellinfo(lines: readonly string[]): MeigCells | undefined {
  const fields = allFieldsOf(lines, "^CELLINFO")[0];
  const rat = textOf(fields?.[0]);
  if (!fields || rat === undefined || fields.length < 15) return undefined;
  switch (ratOfName(rat)) {
    case "nr":
      return { cell: readCell(rat, fields, nrLayout), nr: undefined };
    case "lte": {
      const nr = fields.length > 31 ? readCell("NR", fields, nrLegLayout) : undefined;
      return { cell: readCell(rat, fields, lteLayout), nr };
    }
    case "wcdma":
      return { cell: readCell(rat, fields, wcdmaLayout), nr: undefined };
    default:
      return undefined;
  }
}

const range = { min: -50, max: 125 } as const;
const degrees = scaledBy(1, range);
const thousandths = scaledBy(0.001, range);

/** °C by sensor: `"cpu0-0-usr","45"`; Unisoc platforms print thousandths: `"soc-thmzone","38500"`. */
export function parseTemp(lines: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [sensor, value] of allFieldsOf(lines, "+TEMP")) {
    const name = textOf(sensor);
    const celsius = degrees(value) ?? thousandths(value);
    if (name !== undefined && celsius !== undefined) found.set(name, celsius);
  }
  return found;
}

/** Slot in use: `1,1,1,0` is the first, `1,0,1,1` the second; each pair is slot and whether it is in use. */
export function parseSimslot(lines: readonly string[]): number | undefined {
  const fields = allFieldsOf(lines, "^SIMSLOT")[0]?.map(integerOf);
  if (fields?.length !== 4) return undefined;
  const first = fields[1] === 1;
  const second = fields[3] === 1;
  return first === second ? undefined : first ? 1 : 2;
}
