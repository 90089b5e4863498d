/**
 * Quectel's +QCSQ and +QENG="servingcell" (EC2x AT manual ch. 6; RM500Q manual for 5G). Field order and units differ by
 * technology, so the layouts are data. A field outside of what can be measured is not known: −32768, `-`, 0 dBm.
 */
import { allFieldsOf, fieldsOf, hexadecimalOf, integerOf, measuredOf, textOf } from "../fields.ts";

const ranges = {
  rsrp: [-157, -31],
  rsrq: [-43, 20],
  rssi: [-140, -10],
  rscp: [-130, -10],
  ecio: [-50, 0],
  rxlev: [-120, -10],
  /** Direct dB (EC2x manual: −20…30). Firmware that prints raw/5−20 here cannot be told apart; +QCSQ can. */
  sinr: [-23, 40],
} as const;

type Measure = keyof typeof ranges;

function measure(fields: readonly string[], at: number | undefined, name: Measure): number | undefined {
  const [min, max] = ranges[name];
  return at === undefined ? undefined : measuredOf(fields[at], min, max);
}

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

type QualityLayout = Partial<Record<Measure, number>>;
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
  const raw = layout.sinr === undefined ? undefined : fields[layout.sinr];
  const sinrRaw = sysmode.startsWith("NR5G") ? measuredOf(raw, ...ranges.sinr) : measuredOf(raw, 0, 250);
  return {
    sysmode,
    rssiDbm: measure(fields, layout.rssi, "rssi"),
    rsrpDbm: measure(fields, layout.rsrp, "rsrp"),
    rsrqDb: measure(fields, layout.rsrq, "rsrq"),
    sinrRaw,
    sinrDb: quectelSinr(sinrRaw, sysmode),
    rscpDbm: measure(fields, layout.rscp, "rscp"),
    ecioDb: measure(fields, layout.ecio, "ecio"),
  };
}

/** Places of the fields behind the name of the technology. */
interface CellLayout extends Partial<Record<Measure, number>> {
  readonly duplex?: number;
  readonly mcc?: number;
  readonly area?: number;
  readonly cell?: number;
  readonly physical?: number;
  readonly channel?: number;
  readonly band?: number;
}

const lteCell: CellLayout = {
  duplex: 0,
  mcc: 1,
  cell: 3,
  physical: 4,
  channel: 5,
  band: 6,
  area: 9,
  rsrp: 10,
  rsrq: 11,
  rssi: 12,
  sinr: 13,
};
const cellLayouts: ReadonlyMap<string, CellLayout> = new Map([
  ["GSM", { mcc: 0, area: 2, cell: 3, channel: 5, rxlev: 7 }],
  ["WCDMA", { mcc: 0, area: 2, cell: 3, channel: 4, physical: 5, rscp: 7, ecio: 8 }],
  ["TDSCDMA", { mcc: 0, area: 2, cell: 3, channel: 4, rssi: 5, rscp: 6, ecio: 7 }],
  ["CDMA", { mcc: 0, area: 2, cell: 3, channel: 4, rssi: 5, ecio: 6 }],
  ["HDR", { mcc: 0, area: 2, cell: 3, channel: 4, rssi: 5, ecio: 6 }],
  ["LTE", lteCell],
  ["CAT-M", lteCell],
  ["CAT-NB", lteCell],
  ["EMTC", lteCell],
  ["NBIOT", lteCell],
  ["NR5G-SA", { duplex: 0, mcc: 1, cell: 3, physical: 4, area: 5, channel: 6, band: 7, rsrp: 9, rsrq: 10, sinr: 11 }],
  // Here sinr stands before rsrq: many public parsers read one as the other.
  ["NR5G-NSA", { mcc: 0, physical: 2, rsrp: 3, sinr: 4, rsrq: 5, channel: 6, band: 7 }],
]);

export interface Cell {
  readonly rat: string;
  readonly duplex: string | undefined;
  readonly mcc: string | undefined;
  readonly mnc: string | undefined;
  readonly area: number | undefined;
  readonly cell: number | undefined;
  /** PCI on LTE and 5G, PSC on WCDMA. */
  readonly physical: number | undefined;
  /** ARFCN, UARFCN, EARFCN or NR-ARFCN. */
  readonly channel: number | undefined;
  readonly band: number | undefined;
  readonly rsrpDbm: number | undefined;
  readonly rsrqDb: number | undefined;
  readonly rssiDbm: number | undefined;
  readonly sinrDb: number | undefined;
  readonly rscpDbm: number | undefined;
  readonly ecioDb: number | undefined;
  readonly rxlevDbm: number | undefined;
}

export interface ServingCell {
  /** SEARCH, LIMSRV (camped, no service), NOCONN, CONNECT. */
  readonly state: string | undefined;
  readonly cell: Cell | undefined;
  /** The 5G leg where the anchor is LTE. */
  readonly nr: Cell | undefined;
}

function readCell(rat: string, fields: readonly string[], layout: CellLayout): Cell {
  const at = (place: number | undefined) => (place === undefined ? undefined : fields[place]);
  return {
    rat,
    duplex: textOf(at(layout.duplex)),
    mcc: textOf(at(layout.mcc)),
    mnc: textOf(layout.mcc === undefined ? undefined : fields[layout.mcc + 1]),
    area: hexadecimalOf(at(layout.area)),
    cell: hexadecimalOf(at(layout.cell)),
    physical: integerOf(at(layout.physical)),
    channel: integerOf(at(layout.channel)),
    band: integerOf(at(layout.band)),
    rsrpDbm: measure(fields, layout.rsrp, "rsrp"),
    rsrqDb: measure(fields, layout.rsrq, "rsrq"),
    rssiDbm: measure(fields, layout.rssi, "rssi"),
    sinrDb: measure(fields, layout.sinr, "sinr"),
    rscpDbm: measure(fields, layout.rscp, "rscp"),
    ecioDb: measure(fields, layout.ecio, "ecio"),
    rxlevDbm: measure(fields, layout.rxlev, "rxlev"),
  };
}

function cellOf(rat: string, fields: readonly string[]): Cell | undefined {
  const layout = cellLayouts.get(rat.toUpperCase());
  return layout && readCell(rat, fields, layout);
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

/** <channel>,<PCI>,… in this order on LTE; 5G has RSRP before RSRQ (RM500U-CNV, capture in FUjr/QModem testcases). */
const neighbourLayouts: ReadonlyMap<string, CellLayout> = new Map([
  ["LTE", { channel: 0, physical: 1, rsrq: 2, rsrp: 3, rssi: 4, sinr: 5 }],
  ["NR", { channel: 0, physical: 1, rsrp: 2, rsrq: 3, sinr: 4 }],
  ["NR5G", { channel: 0, physical: 1, rsrp: 2, rsrq: 3, sinr: 4 }],
]);

/** `AT+QENG="neighbourcell"`. */
export function parseNeighbours(lines: readonly string[]): Cell[] {
  return allFieldsOf(lines, "+QENG").flatMap(([kind, rat, ...fields]) => {
    const name = textOf(rat);
    const layout = neighbourLayouts.get(name?.toUpperCase() ?? "");
    const found = textOf(kind)?.startsWith("neighbourcell") && name !== undefined && layout;
    return found ? [readCell(name, fields, layout)] : [];
  });
}
