/** Cinterion (Gemalto, Thales): ^SMONI, ^SIND, ^SWWAN (EHS6, PLS8 and PLS62-W AT manuals; ModemManager's cinterion tests). */
import { allFieldsOf, fieldsOf, hexadecimalOf, integerOf, textOf } from "../fields.ts";
import { whole } from "./measure.ts";
import { type CellLayout, type RadioCell, readCell } from "./radio-cell.ts";

/** Places behind the generation. */
const layouts: Readonly<Record<string, CellLayout>> = {
  "2G": {
    channel: [0, integerOf],
    rssi: [1, whole.rssi],
    mcc: [2, textOf],
    mnc: [3, textOf],
    area: [4, hexadecimalOf],
    cell: [5, hexadecimalOf],
  },
  "3G": {
    channel: [0, integerOf],
    physical: [1, integerOf],
    ecio: [2, whole.ecio],
    rscp: [3, whole.rscp],
    mcc: [4, textOf],
    mnc: [5, textOf],
    area: [6, hexadecimalOf],
    cell: [7, hexadecimalOf],
  },
  "4G": {
    channel: [0, integerOf],
    band: [1, integerOf],
    mcc: [5, textOf],
    mnc: [6, textOf],
    area: [7, hexadecimalOf],
    cell: [8, hexadecimalOf],
    physical: [9, integerOf],
    rsrp: [11, whole.rsrp],
    rsrq: [12, whole.rsrq],
  },
};

/** Of the connection; in a 2G or 3G call other things stand in its place. */
const states: ReadonlySet<string> = new Set(["SEARCH", "NOCONN", "LIMSRV", "CONN"]);

export interface Monitor {
  /** SEARCH, NOCONN, LIMSRV or CONN. */
  readonly state: string | undefined;
  /** Undefined while it searches. */
  readonly cell: RadioCell | undefined;
}

export function parseSmoni(lines: readonly string[]): Monitor | undefined {
  const [rat = "", ...fields] = allFieldsOf(lines, "^SMONI")[0] ?? [];
  const layout = layouts[rat];
  if (!layout) return undefined;
  const last = fields.at(-1) ?? "";
  const state = states.has(last) ? last : undefined;
  return { state, cell: state === "SEARCH" ? undefined : readCell(rat, fields, layout) };
}

export interface Indicator {
  readonly name: string;
  /** 0 not reported, 1 reported, 2 asked for. */
  readonly mode: number;
  readonly value: number | undefined;
}

/** `simstatus,1,5`. */
export function parseSind(line: string): Indicator | undefined {
  const fields = fieldsOf(line, "^SIND");
  const name = textOf(fields?.[0]);
  const mode = integerOf(fields?.[1]);
  return name === undefined || mode === undefined ? undefined : { name, mode, value: integerOf(fields?.[2]) };
}

/** <cid>,<state>[,<adapter>] for each connection. */
export function parseSwwan(lines: readonly string[]): { readonly cid: number; readonly active: boolean }[] {
  return allFieldsOf(lines, "^SWWAN").flatMap((fields) => {
    const cid = integerOf(fields[0]);
    const state = integerOf(fields[1]);
    return cid === undefined || state === undefined ? [] : [{ cid, active: state === 1 }];
  });
}

/** Volts of the supply in mV: `^SBV: 3820`. */
export function parseSbv(line: string): number | undefined {
  return integerOf(fieldsOf(line, "^SBV")?.[0]);
}
