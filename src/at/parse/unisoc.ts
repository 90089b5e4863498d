/**
 * Unisoc and ASR based modules of OpenLuat and others: +CCED, +EEMLTESVC, +EEMGINFO (captures in QModem's testcases; OpenLuat
 * AT manual). The line of +CCED has the IMSI in it, which is never read.
 */
import { allFieldsOf, bodyOf, fieldsOf, integerOf, prefixOf, splitFields, textOf } from "../fields.ts";
import { indices } from "./measure.ts";
import { type CellLayout, type RadioCell, readCell } from "./radio-cell.ts";

const ccedLte: CellLayout = {
  mcc: [0, textOf],
  mnc: [1, textOf],
  band: [4, integerOf],
  channel: [6, integerOf],
  cell: [7, integerOf],
  rsrp: [8, indices.rsrp],
  rsrq: [9, indices.rsrq],
  area: [10, integerOf],
  physical: [12, integerOf],
};
const ccedGsm: CellLayout = { mcc: [0, textOf], mnc: [1, textOf] };

/** `+CCED:LTE current cell:460,11,…`; neighbours have other words there. */
export function parseCced(lines: readonly string[]): RadioCell | undefined {
  for (const line of lines) {
    const match = /^(LTE|GSM) current cell(?: info)?\s*:(.*)$/i.exec(bodyOf(line));
    const rat = match?.[1]?.toUpperCase();
    if (prefixOf(line) !== "+CCED" || rat === undefined) continue;
    return readCell(rat, splitFields(match?.[2] ?? ""), rat === "LTE" ? ccedLte : ccedGsm);
  }
  return undefined;
}

/** The digits of a PLMN stand as a hexadecimal number, which is printed in decimal: 1120 is 0x460. */
function plmnDigits(field: string | undefined, length: number): string | undefined {
  const value = integerOf(field);
  const text = value === undefined ? undefined : value.toString(16).padStart(length, "0");
  return text !== undefined && /^\d+$/.test(text) && text.length === length ? text : undefined;
}

/** <mcc>,<length of mnc>,<mnc>,<tac>,<PCI>,<dlEarfcn>,<ulEarfcn>,<band>,<bandwidth>,<ci>,<mode>,<rsrp>,<rsrq>,… */
export function parseEemltesvc(lines: readonly string[]): RadioCell | undefined {
  const fields = allFieldsOf(lines, "+EEMLTESVC")[0];
  if (!fields || fields.length < 14) return undefined;
  const cell = readCell("LTE", fields, {
    area: [3, integerOf],
    physical: [4, integerOf],
    channel: [5, integerOf],
    band: [7, integerOf],
    cell: [9, integerOf],
    rsrp: [11, indices.rsrp],
    rsrq: [12, indices.rsrq],
  });
  return { ...cell, mcc: plmnDigits(fields[0], 3), mnc: plmnDigits(fields[2], integerOf(fields[1]) === 3 ? 3 : 2) };
}

export interface EngineeringState {
  readonly state: number;
  readonly network: number | undefined;
}

export function parseEemginfo(line: string): EngineeringState | undefined {
  const fields = fieldsOf(line, "+EEMGINFO");
  const state = integerOf(fields?.[0]);
  return state === undefined ? undefined : { state, network: integerOf(fields?.[1]) };
}
