/** Huawei's serving cell: ^MONSC, ^HFREQINFO, ^CSERSSI, ^LTERSRP, ^CSNR (HiSilicon's AT sources; TD Tech MT5700 AT manual). */
import { allFieldsOf, fieldsOf, hexadecimalOf, integerOf, textOf } from "../fields.ts";
import { whole } from "./measure.ts";
import { type CellLayout, type RadioCell, ratOfName, readCell } from "./radio-cell.ts";

const plmn = { mcc: [1, textOf], mnc: [2, textOf] } as const;

/** Cell, physical cell and area are hexadecimal, the channel is decimal. */
const lteLayout: CellLayout = {
  ...plmn,
  channel: [3, integerOf],
  cell: [4, hexadecimalOf],
  physical: [5, hexadecimalOf],
  area: [6, hexadecimalOf],
  rsrp: [7, whole.rsrp],
  rsrq: [8, whole.rsrq],
  rssi: [9, whole.rssi],
};
/** The subcarrier spacing stands behind the channel. */
const nrLayout: CellLayout = {
  ...plmn,
  channel: [3, integerOf],
  cell: [5, hexadecimalOf],
  physical: [6, hexadecimalOf],
  area: [7, hexadecimalOf],
  rsrp: [8, whole.rsrp],
  rsrq: [9, whole.rsrq],
  sinr: [10, whole.sinr],
};
const wcdmaLayout: CellLayout = {
  ...plmn,
  channel: [3, integerOf],
  physical: [4, integerOf],
  cell: [5, hexadecimalOf],
  area: [6, hexadecimalOf],
  rscp: [7, whole.rscp],
  rssi: [8, whole.rssi],
  ecio: [9, whole.ecio],
};
const gsmLayout: CellLayout = {
  ...plmn,
  band: [3, integerOf],
  channel: [4, integerOf],
  cell: [6, hexadecimalOf],
  area: [7, hexadecimalOf],
  rssi: [8, whole.rssi],
};

function layoutOf(name: string): CellLayout | undefined {
  switch (ratOfName(name)) {
    case "nr":
      return nrLayout;
    case "lte":
      return lteLayout;
    case "wcdma":
      return wcdmaLayout;
    case "gsm":
      return gsmLayout;
    default:
      return undefined;
  }
}

export function parseMonsc(line: string): RadioCell | undefined {
  const fields = fieldsOf(line, "^MONSC");
  const rat = textOf(fields?.[0]);
  const layout = rat === undefined ? undefined : layoutOf(rat);
  return fields && rat !== undefined && layout ? readCell(rat, fields, layout) : undefined;
}

export interface Carrier {
  readonly band: number;
  readonly channel: number | undefined;
  /** kHz; the frequency is given in units of 100 kHz by some modules, so it is left out. */
  readonly bandwidthKhz: number | undefined;
}

export interface Carriers {
  /** 1 GSM, 2 CDMA, 3 WCDMA, 4 TD-SCDMA, 6 LTE, 7 5G. */
  readonly sysmode: number;
  readonly carriers: readonly Carrier[];
}

/** <n>,<sysmode>, then seven fields a carrier: band, and channel, frequency, bandwidth of either direction. */
const fieldsPerCarrier = 7;
/** No module aggregates more. */
const carriersKept = 8;

export function parseHfreqinfo(line: string): Carriers | undefined {
  const fields = fieldsOf(line, "^HFREQINFO");
  const sysmode = integerOf(fields?.[1]);
  if (!fields || sysmode === undefined) return undefined;
  const count = Math.min(Math.floor((fields.length - 2) / fieldsPerCarrier), carriersKept);
  const carriers = Array.from({ length: count }, (_, index) => 2 + index * fieldsPerCarrier).flatMap((at) => {
    const band = integerOf(fields[at]);
    if (band === undefined) return [];
    return [{ band, channel: integerOf(fields[at + 1]), bandwidthKhz: integerOf(fields[at + 3]) }];
  });
  return { sysmode, carriers };
}

/** The 5G leg beside an LTE anchor; `<n>,<m>` stand in front of the fields in the read reply only. */
export function parseCserssi(lines: readonly string[]): RadioCell | undefined {
  const fields = allFieldsOf(lines, "^CSERSSI")[0];
  if (!fields || fields.length < 12) return undefined;
  const at = fields.length - 3;
  return readCell("NR", fields, {
    rsrp: [at, whole.rsrp],
    rsrq: [at + 1, whole.rsrq],
    sinr: [at + 2, whole.sinr],
  });
}

export function parseLtersrp(line: string): RadioCell | undefined {
  const fields = fieldsOf(line, "^LTERSRP");
  return fields && readCell("LTE", fields, { rsrp: [0, whole.rsrp], rsrq: [1, whole.rsrq] });
}

export function parseCsnr(line: string): RadioCell | undefined {
  const fields = fieldsOf(line, "^CSNR");
  return fields && readCell("WCDMA", fields, { rscp: [0, whole.rscp], ecio: [1, whole.ecio] });
}
