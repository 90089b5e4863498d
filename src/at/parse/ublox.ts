/** u-blox: +UPINCNT, +UGCNTRD, +UCGED (SARA-R5, SARA-R4, LARA-R6 and LENA-R8 AT manuals; ubxlib cell/src/u_cell_info.c). */
import {
  allFieldsOf,
  fieldsOf,
  hexadecimalOf,
  integerOf,
  measuredOf,
  prefixOf,
  splitFields,
  textOf,
} from "../fields.ts";
import { indexed, indices, whole } from "./measure.ts";
import { type CellLayout, type RadioCell, readCell } from "./radio-cell.ts";

export interface PinTries {
  readonly pin: number;
  readonly pin2: number | undefined;
  readonly puk: number | undefined;
  readonly puk2: number | undefined;
}

export function parseUpincnt(line: string): PinTries | undefined {
  const [pin, pin2, puk, puk2] = (fieldsOf(line, "+UPINCNT") ?? []).map(integerOf);
  return pin === undefined ? undefined : { pin, pin2, puk, puk2 };
}

export interface ContextBytes {
  readonly cid: number;
  readonly sentSession: number;
  readonly receivedSession: number;
  readonly sentTotal: number;
  readonly receivedTotal: number;
}

export function parseUgcntrd(lines: readonly string[]): ContextBytes[] {
  return allFieldsOf(lines, "+UGCNTRD").flatMap((fields) => {
    const numbers = fields.flatMap((field) => integerOf(field) ?? []);
    const [cid, sentSession, receivedSession, sentTotal, receivedTotal] = numbers;
    return cid === undefined ||
      sentSession === undefined ||
      receivedSession === undefined ||
      sentTotal === undefined ||
      receivedTotal === undefined
      ? []
      : [{ cid, sentSession, receivedSession, sentTotal, receivedTotal }];
  });
}

/** LARA-R6 00B prints dBm and dB, later firmware and SARA-R5 the index of TS 36.133: a level is never above zero. */
const signed = (field: string | undefined) => field?.startsWith("-") ?? false;
const rsrp = (field: string | undefined) => (signed(field) ? whole.rsrp(field) : indices.rsrp(field));
const rsrq = (field: string | undefined) => (signed(field) ? whole.rsrq(field) : indices.rsrq(field));
/** LARA-R6 prints a cell of 0 while it is registered. */
const realCell = (field: string | undefined) => hexadecimalOf(field) || undefined;

const lte: CellLayout = {
  channel: [0, integerOf],
  band: [1, integerOf],
  area: [4, hexadecimalOf],
  cell: [5, realCell],
  physical: [6, integerOf],
  rsrp: [10, rsrp],
  rsrq: [11, rsrq],
  sinr: [12, (field) => measuredOf(field, -23.5, 40)],
};
/** SARA-R422 on Cat-M1 and NB1: no logical cell, plain dB, SINR in fifths from −20 dB. */
const catM: CellLayout = {
  channel: [0, integerOf],
  band: [1, integerOf],
  area: [4, hexadecimalOf],
  physical: [5, integerOf],
  rsrp: [6, whole.rsrp],
  rsrq: [7, whole.rsrq],
  sinr: [8, indexed(250, -20, 0.2)],
};
const wcdma: CellLayout = {
  channel: [0, integerOf],
  band: [1, integerOf],
  cell: [2, realCell],
  area: [3, hexadecimalOf],
  physical: [5, integerOf],
  ecio: [8, indices.ecno],
};
const gsm: CellLayout = {
  channel: [0, integerOf],
  cell: [2, realCell],
  area: [4, hexadecimalOf],
  rssi: [6, indices.rxlev],
};

/** <rat>: 2 GSM, 3 UMTS, 4 LTE on LARA-R6, 6 LTE and Cat-M1, 7 NB1 on SARA. */
function layoutOf(rat: number, fields: readonly string[]): readonly [name: string, layout: CellLayout] {
  if (rat === 2) return ["GSM", gsm];
  if (rat === 3) return ["WCDMA", wcdma];
  return ["LTE", signed(fields[6]) ? catM : lte];
}

export interface EngineeringCell {
  readonly ratRaw: number;
  readonly cell: RadioCell;
  /** As they came: an index or dBm. */
  readonly rsrpRaw: number | undefined;
  readonly rsrqRaw: number | undefined;
}

/** The mode, then two bare lines: `<rat>[,<svc>],<MCC>,<MNC>`, and the cell. */
export function parseUcged(lines: readonly string[]): EngineeringCell | undefined {
  const at = lines.findIndex((line) => prefixOf(line) === "+UCGED");
  const [network = "", serving = ""] = lines.slice(at + 1);
  const head = splitFields(network);
  const ratRaw = integerOf(head[0]);
  const fields = splitFields(serving);
  if (at < 0 || ratRaw === undefined || fields.length < 5) return undefined;
  const [name, layout] = layoutOf(ratRaw, fields);
  const [mcc, mnc] = head.slice(-2).map(textOf);
  const raw = (place: CellLayout["rsrp"]) => (place ? integerOf(fields[place[0]]) : undefined);
  return {
    ratRaw,
    cell: { ...readCell(name, fields, layout), mcc, mnc },
    rsrpRaw: raw(layout.rsrp),
    rsrqRaw: raw(layout.rsrq),
  };
}

/** °C: `+UTEMP: 245` in tenths where the unit is Celsius (`AT+UTEMP=0`). */
export function parseUtemp(line: string): number | undefined {
  const tenths = measuredOf(fieldsOf(line, "+UTEMP")?.[0], -500, 1500);
  return tenths === undefined ? undefined : tenths / 10;
}
