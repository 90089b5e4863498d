/**
 * Quectel's +QCSQ and +QENG="servingcell" (EC2x AT manual ch. 6; RM500Q manual for 5G). Field order and units differ by
 * technology, so the layouts are data. A field outside of what can be measured is not known: −32768, `-`, 0 dBm.
 */
import { allFieldsOf, fieldsOf, hexadecimalOf, integerOf, measuredOf, textOf } from "../fields.ts";
import { type Read, whole } from "./measure.ts";
import { type CellLayout, type RadioCell, readCell } from "./radio-cell.ts";

export interface QuectelQuality {
  /** `LTE`, `WCDMA`, `NOSERVICE`, … as the modem wrote it. */
  readonly sysmode: string;
  readonly rssiDbm: number | undefined;
  readonly rsrpDbm: number | undefined;
  readonly rsrqDb: number | undefined;
  readonly sinrRaw: number | undefined;
  readonly sinrDb: number | undefined;
  readonly rscpDbm: number | undefined;
  readonly ecioDb: number | undefined;
}

type QualityLayout = Partial<Record<keyof typeof whole, number>>;
const lteQuality: QualityLayout = { rssi: 1, rsrp: 2, sinr: 3, rsrq: 4 };
const qualityLayouts: ReadonlyMap<string, QualityLayout> = new Map([
  ["GSM", { rssi: 1 }],
  ["WCDMA", { rssi: 1, rscp: 2, ecio: 3 }],
  ["TDSCDMA", { rssi: 1, rscp: 2, ecio: 3 }],
  ["LTE", lteQuality],
  ["CAT-M1", lteQuality],
  ["CAT-NB1", lteQuality],
  ["NB1", lteQuality],
  ["EMTC", lteQuality],
  ["NBIOT", lteQuality],
  ["NR5G", { rsrp: 1, sinr: 2, rsrq: 3 }],
]);

const sinrSteps: Read = (field) => measuredOf(field, 0, 250);

/** LTE: 0–250 in steps of 0.2 dB from −20 dB. 5G: dB already. */
function quectelSinr(raw: number | undefined, sysmode: string): number | undefined {
  if (raw === undefined || sysmode.startsWith("NR5G")) return raw;
  return Math.round(raw * 2 - 200) / 10;
}

export function parseQcsq(line: string): QuectelQuality | undefined {
  const fields = fieldsOf(line, "+QCSQ");
  const sysmode = textOf(fields?.[0]);
  if (!fields || sysmode === undefined || sysmode.startsWith("(")) return undefined;
  const layout = qualityLayouts.get(sysmode.toUpperCase()) ?? {};
  const at = (place: number | undefined, read: Read) => (place === undefined ? undefined : read(fields[place]));
  const sinrRaw = at(layout.sinr, sysmode.startsWith("NR5G") ? whole.sinr : sinrSteps);
  return {
    sysmode,
    rssiDbm: at(layout.rssi, whole.rssi),
    rsrpDbm: at(layout.rsrp, whole.rsrp),
    rsrqDb: at(layout.rsrq, whole.rsrq),
    sinrRaw,
    sinrDb: quectelSinr(sinrRaw, sysmode),
    rscpDbm: at(layout.rscp, whole.rscp),
    ecioDb: at(layout.ecio, whole.ecio),
  };
}

/** Behind the name of the technology. */
interface QuectelLayout extends CellLayout {
  readonly duplex?: number;
  readonly rxlev?: number;
}

export interface Cell extends RadioCell {
  readonly duplex: string | undefined;
  readonly rxlevDbm: number | undefined;
}

const plmnAt = (at: number): CellLayout => ({ mcc: [at, textOf], mnc: [at + 1, textOf] });
const areaAndCell: CellLayout = { area: [2, hexadecimalOf], cell: [3, hexadecimalOf] };

/** SINR is direct dB (EC2x manual: −20…30). Firmware that prints raw/5−20 here cannot be told apart; +QCSQ can. */
const lteCell: QuectelLayout = {
  duplex: 0,
  ...plmnAt(1),
  cell: [3, hexadecimalOf],
  physical: [4, integerOf],
  channel: [5, integerOf],
  band: [6, integerOf],
  area: [9, hexadecimalOf],
  rsrp: [10, whole.rsrp],
  rsrq: [11, whole.rsrq],
  rssi: [12, whole.rssi],
  sinr: [13, whole.sinr],
};
const gsmCell: QuectelLayout = { ...plmnAt(0), ...areaAndCell, channel: [5, integerOf], rxlev: 7 };
/** WCDMA, TD-SCDMA, CDMA and HDR begin alike. */
const thirdGeneration: CellLayout = { ...plmnAt(0), ...areaAndCell, channel: [4, integerOf] };
const wcdmaCell: CellLayout = {
  ...thirdGeneration,
  physical: [5, integerOf],
  rscp: [7, whole.rscp],
  ecio: [8, whole.ecio],
};
const tdScdmaCell: CellLayout = {
  ...thirdGeneration,
  rssi: [5, whole.rssi],
  rscp: [6, whole.rscp],
  ecio: [7, whole.ecio],
};
const cdmaCell: CellLayout = { ...thirdGeneration, rssi: [5, whole.rssi], ecio: [6, whole.ecio] };
const nrCell: QuectelLayout = {
  duplex: 0,
  ...plmnAt(1),
  cell: [3, hexadecimalOf],
  physical: [4, integerOf],
  area: [5, hexadecimalOf],
  channel: [6, integerOf],
  band: [7, integerOf],
  rsrp: [9, whole.rsrp],
  rsrq: [10, whole.rsrq],
  sinr: [11, whole.sinr],
};
/** Here sinr stands before rsrq: many public parsers read one as the other. */
const nrLeg: CellLayout = {
  ...plmnAt(0),
  physical: [2, integerOf],
  rsrp: [3, whole.rsrp],
  sinr: [4, whole.sinr],
  rsrq: [5, whole.rsrq],
  channel: [6, integerOf],
  band: [7, integerOf],
};
const cellLayouts: ReadonlyMap<string, QuectelLayout> = new Map<string, QuectelLayout>([
  ["GSM", gsmCell],
  ["WCDMA", wcdmaCell],
  ["TDSCDMA", tdScdmaCell],
  ["CDMA", cdmaCell],
  ["HDR", cdmaCell],
  ["LTE", lteCell],
  ["CAT-M", lteCell],
  ["CAT-NB", lteCell],
  ["EMTC", lteCell],
  ["NBIOT", lteCell],
  ["NR5G-SA", nrCell],
  ["NR5G-NSA", nrLeg],
]);

export interface ServingCell {
  /** SEARCH, LIMSRV (camped, no service), NOCONN, CONNECT. */
  readonly state: string | undefined;
  readonly cell: Cell | undefined;
  /** The 5G leg where the anchor is LTE. */
  readonly nr: Cell | undefined;
}

function cellOf(rat: string, fields: readonly string[]): Cell | undefined {
  const layout = cellLayouts.get(rat.toUpperCase());
  if (!layout) return undefined;
  const { duplex, rxlev } = layout;
  return {
    ...readCell(rat, fields, layout),
    duplex: duplex === undefined ? undefined : textOf(fields[duplex]),
    rxlevDbm: rxlev === undefined ? undefined : whole.rssi(fields[rxlev]),
  };
}

function cellOfLine(fields: readonly string[], own: boolean): Cell | undefined {
  const rat = textOf(fields[own ? 2 : 0]);
  return rat === undefined ? undefined : cellOf(rat, fields.slice(own ? 3 : 1));
}

/** EG25 firmware breaks the line behind the name (pinephone_modem_sdk inc/cell.h). */
const named = (line: string) => (line.startsWith('"') ? `+QENG: ${line}` : line);

/** One line `"servingcell",state,rat,…`; with EN-DC the state alone, then a line for each leg. */
export function parseServingCell(lines: readonly string[]): ServingCell | undefined {
  let state: string | undefined;
  const cells: Cell[] = [];
  for (const fields of allFieldsOf(lines.map(named), "+QENG")) {
    const own = textOf(fields[0]) === "servingcell";
    if (own) state = textOf(fields[1]);
    const cell = cellOfLine(fields, own);
    if (cell) cells.push(cell);
  }
  if (state === undefined && cells.length === 0) return undefined;
  const nr = cells.find((cell) => cell.rat === "NR5G-NSA");
  return { state, cell: cells.find((cell) => cell !== nr), nr };
}

/** <channel>,<PCI>,… in this order; 5G has RSRP before RSRQ (RM500U-CNV, capture in FUjr/QModem testcases). */
const neighbour: CellLayout = { channel: [0, integerOf], physical: [1, integerOf] };
const nrNeighbour: CellLayout = { ...neighbour, rsrp: [2, whole.rsrp], rsrq: [3, whole.rsrq], sinr: [4, whole.sinr] };
const lteNeighbour: CellLayout = {
  ...neighbour,
  rsrq: [2, whole.rsrq],
  rsrp: [3, whole.rsrp],
  rssi: [4, whole.rssi],
  sinr: [5, whole.sinr],
};
const neighbourLayouts: ReadonlyMap<string, CellLayout> = new Map([
  ["LTE", lteNeighbour],
  ["NR", nrNeighbour],
  ["NR5G", nrNeighbour],
]);

/** `AT+QENG="neighbourcell"`. */
export function parseNeighbours(lines: readonly string[]): RadioCell[] {
  return allFieldsOf(lines, "+QENG").flatMap(([kind, rat, ...fields]) => {
    const name = textOf(rat);
    const layout = neighbourLayouts.get(name?.toUpperCase() ?? "");
    const found = textOf(kind)?.startsWith("neighbourcell") && name !== undefined && layout;
    return found ? [readCell(name, fields, layout)] : [];
  });
}
