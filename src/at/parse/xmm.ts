/** Intel XMM modems, as in Fibocom L850 and L860: +XCESQ, +XMCI, +XLEC, +XACT, +RSRP, +RSRQ (ModemManager's xmm plugin; L860 AT manual). */
import { allFieldsOf, fieldsOf, hexadecimalOf, integerOf, textOf } from "../fields.ts";
import { halves, indices, type Read, whole } from "./measure.ts";
import { type CellLayout, type RadioCell, readCell } from "./radio-cell.ts";

export interface XmmQuality {
  readonly rxlevDbm: number | undefined;
  readonly ber: number | undefined;
  readonly rscpDbm: number | undefined;
  readonly ecnoDb: number | undefined;
  readonly rsrqDb: number | undefined;
  readonly rsrpDbm: number | undefined;
  readonly sinrDb: number | undefined;
  /** The indices as they came, behind <n>. */
  readonly raw: readonly (number | undefined)[];
}

/** 255 is "not known", which lies above what half decibels can be. */
const rssnr: Read = halves.sinr;

/** <n>, then the fields of +CESQ and RSSNR in halves of a dB. */
export function parseXcesq(line: string): XmmQuality | undefined {
  const fields = fieldsOf(line, "+XCESQ");
  const raw = fields?.slice(1).map(integerOf);
  if (!fields || !raw || raw.length < 7 || raw.slice(0, 7).includes(undefined)) return undefined;
  const ber = raw[1];
  return {
    rxlevDbm: indices.rxlev(fields[1]),
    ber: ber !== undefined && ber >= 0 && ber <= 7 ? ber : undefined,
    rscpDbm: indices.rscp(fields[3]),
    ecnoDb: indices.ecno(fields[4]),
    rsrqDb: indices.rsrq(fields[5]),
    rsrpDbm: indices.rsrp(fields[6]),
    sinrDb: rssnr(fields[7]),
    raw,
  };
}

const place: CellLayout = {
  mcc: [1, textOf],
  mnc: [2, textOf],
  area: [3, hexadecimalOf],
  cell: [4, hexadecimalOf],
  physical: [5, hexadecimalOf],
  channel: [6, hexadecimalOf],
};

/** First field of a serving cell's line; a neighbour has the next number. */
const serving: Readonly<Record<string, { name: string; layout: CellLayout }>> = {
  "0": {
    name: "GSM",
    layout: { mcc: [1, textOf], mnc: [2, textOf], area: [3, hexadecimalOf], cell: [4, hexadecimalOf] },
  },
  "2": { name: "WCDMA", layout: { ...place, rscp: [10, indices.rscp], ecio: [11, indices.ecno] } },
  "4": {
    name: "LTE",
    layout: { ...place, rsrp: [9, indices.rsrp], rsrq: [10, indices.rsrq], sinr: [11, rssnr] },
  },
};

/** L860 breaks a long record behind a comma. */
function rejoined(lines: readonly string[]): readonly string[] {
  const records: string[] = [];
  for (const line of lines) {
    const last = records.at(-1);
    if (last?.endsWith(",")) records[records.length - 1] = `${last}${line}`;
    else records.push(line);
  }
  return records;
}

export interface XmmCells {
  readonly cell: RadioCell;
  readonly neighbours: number;
}

export function parseXmci(lines: readonly string[]): XmmCells | undefined {
  const rows = allFieldsOf(rejoined(lines), "+XMCI");
  const own = rows.find((row) => serving[row[0] ?? ""] !== undefined);
  const technology = serving[own?.[0] ?? ""];
  if (!own || !technology) return undefined;
  return {
    cell: readCell(technology.name, own, technology.layout),
    neighbours: rows.filter((row) => /^[135]$/.test(row[0] ?? "")).length,
  };
}

export interface XmmCarriers {
  readonly carriers: number;
  /** Of the primary one. */
  readonly band: number | undefined;
}

/** <n>,<carriers>,<bandwidth>…,BAND_LTE_<b>,… */
export function parseXlec(line: string): XmmCarriers | undefined {
  const fields = fieldsOf(line, "+XLEC");
  const carriers = integerOf(fields?.[1]);
  if (!fields || carriers === undefined) return undefined;
  const band = fields.map((field) => /^BAND_LTE_(\d+)$/.exec(field)?.[1]).find((text) => text !== undefined);
  return { carriers, band: integerOf(band) };
}

export interface AccessSelection {
  /** 0 GSM, 1 UMTS, 2 LTE, 3–6 two or all three of them. */
  readonly mode: number;
  readonly preferred: number | undefined;
  readonly bands: readonly number[];
}

export function parseXact(line: string): AccessSelection | undefined {
  const fields = fieldsOf(line, "+XACT");
  const mode = integerOf(fields?.[0]);
  if (!fields || mode === undefined) return undefined;
  return { mode, preferred: integerOf(fields[1]), bands: fields.slice(3).flatMap((field) => integerOf(field) ?? []) };
}

/** `+RSRP: <pci>,<earfcn>,"-118.00"`, and the same three for each further cell. */
export function parseCellPower(lines: readonly string[]): RadioCell | undefined {
  const rsrp = allFieldsOf(lines, "+RSRP")[0];
  const rsrq = allFieldsOf(lines, "+RSRQ")[0];
  const fields = rsrp ?? rsrq;
  if (!fields || integerOf(fields[0]) === undefined) return undefined;
  const cell = readCell("LTE", fields, { physical: [0, integerOf], channel: [1, integerOf] });
  return { ...cell, rsrpDbm: whole.rsrp(textOf(rsrp?.[2])), rsrqDb: whole.rsrq(textOf(rsrq?.[2])) };
}
