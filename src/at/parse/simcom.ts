/** SIMCom: +CPSI, +CNSMOD, +CPMUTEMP (SIM7500/7600, SIM8200, A7600 and SIM7070 AT manuals). */
import { allFieldsOf, fieldsOf, hexadecimalOf, integerOf, measuredOf, textOf } from "../fields.ts";
import { indices, tenths, whole } from "./measure.ts";
import { type CellLayout, type RadioCell, type Rat, readCell } from "./radio-cell.ts";

/** `505-01` → MCC and MNC. */
const country = (field: string | undefined) => textOf(field)?.split("-")[0];
const network = (field: string | undefined) => textOf(field)?.split("-")[1];
const plmn = { mcc: [2, country], mnc: [2, network] } as const;

/** `1002 EGSM 900`: channel and band in one field. */
const gsmChannel = (field: string | undefined) => integerOf(textOf(field)?.split(" ")[0]);
const gsmBand = (field: string | undefined) => /^\d+ (.+)$/.exec(textOf(field) ?? "")?.[1];

/** SIM5320 and SIM7600 print how far below zero: 83 is −83 dBm; newer firmware prints the sign. */
const below = (field: string | undefined) => (/^\d/.test(field ?? "") ? `-${field}` : field);
const rscp = (field: string | undefined) => whole.rscp(below(field));
const ecio = (field: string | undefined) => whole.ecio(below(field));

const unknown = () => undefined;

/**
 * The unit of the LTE fields has no name in the reply, but what RSRP can be tells it: tenths of a dB on SIM7600 and
 * SIM8200, whole dB on SIM7070, the index of TS 36.133 on A76xx (ASR), where RSSI and RSSNR have no known scale.
 */
const lteUnits = {
  tenths: { ...tenths, sinr: whole.sinr },
  dB: whole,
  index: { rsrp: indices.rsrp, rsrq: indices.rsrq, rssi: unknown, sinr: unknown },
} as const;
export type LteUnit = keyof typeof lteUnits;

function lteUnit(rsrp: string | undefined): LteUnit {
  const raw = integerOf(rsrp) ?? 0;
  if (raw >= 0) return "index";
  return raw < -157 ? "tenths" : "dB";
}

function lteLayout(unit: LteUnit): CellLayout {
  const read = lteUnits[unit];
  return {
    ...plmn,
    area: [3, hexadecimalOf],
    cell: [4, integerOf],
    physical: [5, integerOf],
    band: [6, textOf],
    channel: [7, integerOf],
    rsrq: [10, read.rsrq],
    rsrp: [11, read.rsrp],
    rssi: [12, read.rssi],
    sinr: [13, read.sinr],
  };
}

const wcdmaLayout: CellLayout = {
  ...plmn,
  area: [3, hexadecimalOf],
  cell: [4, integerOf],
  band: [5, textOf],
  physical: [6, integerOf],
  channel: [7, integerOf],
  ecio: [9, ecio],
  rscp: [10, rscp],
};
const gsmLayout: CellLayout = {
  ...plmn,
  area: [3, hexadecimalOf],
  cell: [4, integerOf],
  channel: [5, gsmChannel],
  band: [5, gsmBand],
  rssi: [6, whole.rssi],
};
/** Here RSRP stands before RSRQ; on LTE it is the other way round. */
const nrLayout: CellLayout = {
  ...plmn,
  area: [3, hexadecimalOf],
  cell: [4, integerOf],
  physical: [5, integerOf],
  band: [6, textOf],
  channel: [7, integerOf],
  rsrp: [8, tenths.rsrp],
  rsrq: [9, tenths.rsrq],
  sinr: [10, tenths.sinr],
};
const nrLegLayout: CellLayout = {
  physical: [1, integerOf],
  band: [2, textOf],
  channel: [3, integerOf],
  rsrp: [4, tenths.rsrp],
  rsrq: [5, tenths.rsrq],
  sinr: [6, tenths.sinr],
};

/** The first firmware of SIM8200 has no band, RSRQ first, and whole dB: `NR5G_NSA,58,643296,-12,-86,8.5`. */
const firstNrLegLayout: CellLayout = {
  physical: [1, integerOf],
  channel: [2, integerOf],
  rsrq: [3, whole.rsrq],
  rsrp: [4, whole.rsrp],
  sinr: [5, whole.sinr],
};

export interface SystemInformation {
  /** `LTE`, `NR5G_SA`, `NO SERVICE`, … as the modem wrote it. */
  readonly mode: string;
  readonly online: boolean;
  readonly cell: RadioCell | undefined;
  /** The 5G leg where the anchor is LTE. */
  readonly nr: RadioCell | undefined;
  /** Of the LTE fields. */
  readonly unit: LteUnit | undefined;
  /** WCDMA, as it came. */
  readonly rscpRaw: number | undefined;
}

function layoutOf(mode: string, unit: LteUnit | undefined): CellLayout | undefined {
  if (unit !== undefined) return lteLayout(unit);
  if (mode.startsWith("NR5G")) return nrLayout;
  return mode === "WCDMA" ? wcdmaLayout : mode === "GSM" ? gsmLayout : undefined;
}

export function parseCpsi(lines: readonly string[]): SystemInformation | undefined {
  const rows = allFieldsOf(lines, "+CPSI");
  const isLeg = (fields: readonly string[]) => /^NR5G(_NSA)?$/.test(fields[0] ?? "");
  const fields = rows.find((row) => !isLeg(row));
  const mode = textOf(fields?.[0]);
  if (!fields || mode === undefined || mode.startsWith("(")) return undefined;
  const unit = mode.startsWith("LTE") && fields.length > 11 ? lteUnit(fields[11]) : undefined;
  const layout = fields.length > 3 ? layoutOf(mode, unit) : undefined;
  const leg = rows.find(isLeg);
  return {
    mode,
    online: textOf(fields[1]) === "Online",
    cell: layout && readCell(mode, fields, layout),
    nr: leg && readCell("NR5G_NSA", leg, leg.length > 6 ? nrLegLayout : firstNrLegLayout),
    unit,
    rscpRaw: mode === "WCDMA" ? integerOf(fields[10]) : undefined,
  };
}

/** <stat> of +CNSMOD. */
const modes: ReadonlyMap<number, readonly [name: string, rat: Rat]> = new Map([
  [1, ["GSM", "gsm"]],
  [2, ["GPRS", "gsm"]],
  [3, ["EGPRS", "gsm"]],
  [4, ["WCDMA", "wcdma"]],
  [5, ["HSDPA", "wcdma"]],
  [6, ["HSUPA", "wcdma"]],
  [7, ["HSPA", "wcdma"]],
  [8, ["LTE", "lte"]],
  [9, ["TDS-CDMA", "wcdma"]],
  [10, ["TDS-HSDPA", "wcdma"]],
  [11, ["TDS-HSUPA", "wcdma"]],
  [12, ["TDS-HSPA", "wcdma"]],
]);

export interface SystemMode {
  readonly sysmode: number;
  readonly name: string | undefined;
  readonly rat: Rat | undefined;
}

/** `<n>,<stat>` in a read reply, `<stat>` alone in a report. */
export function parseCnsmod(line: string): SystemMode | undefined {
  const sysmode = integerOf(fieldsOf(line, "+CNSMOD")?.at(-1));
  if (sysmode === undefined) return undefined;
  const [name, rat] = modes.get(sysmode) ?? [undefined, sysmode === 0 ? "none" : undefined];
  return { sysmode, name, rat };
}

/** °C. */
export function parseCpmutemp(line: string): number | undefined {
  return measuredOf(fieldsOf(line, "+CPMUTEMP")?.[0], -50, 125);
}
