/**
 * Fibocom: +GTCCINFO, +GTCAINFO, +GTSTATIS, +GTRNDIS, +GTDUALSIM, +GTSENRDTEMP, +MTSM (FM160/FG160 and FM350 AT manuals; L716 and
 * NL668 driver comments). The cells stand on bare lines behind the name.
 */
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
import { isInBand } from "./earfcn.ts";
import { halves, indices, type Read, scaledBy } from "./measure.ts";
import { type CellLayout, type RadioCell, readCell } from "./radio-cell.ts";

/** 103 is band 3, 5078 is n78, and older families print the number itself. */
function bandOf(field: string | undefined): number | undefined {
  const text = textOf(field);
  const nr = /^50(\d{1,3})$/.exec(text ?? "");
  const band = integerOf(nr ? nr[1] : text);
  return band !== undefined && !nr && band > 100 && band < 200 ? band - 100 : band;
}

interface Base {
  readonly channel: Read;
  readonly physical: Read;
}
const hexadecimal: Base = { channel: hexadecimalOf, physical: hexadecimalOf };
const decimal: Base = { channel: integerOf, physical: integerOf };

/** Qualcomm firmware prints channel and PCI in hexadecimal, MediaTek's in decimal: only one of them lies in the band. */
function lteBase(fields: readonly string[]): Base {
  const band = bandOf(fields[8]);
  const inBand = (channel: number | undefined) =>
    channel !== undefined && band !== undefined && isInBand(channel, band) === true;
  return !inBand(hexadecimalOf(fields[6])) && inBand(integerOf(fields[6])) ? decimal : hexadecimal;
}

/** NR-ARFCNs of the bands below 7 GHz have six decimal digits and five hexadecimal ones. */
function nrBase(fields: readonly string[]): Base {
  return /^\d{6,}$/.test(fields[6] ?? "") ? decimal : hexadecimal;
}

const place = (base: Base): CellLayout => ({
  mcc: [2, textOf],
  mnc: [3, textOf],
  area: [4, hexadecimalOf],
  cell: [5, hexadecimalOf],
  channel: [6, base.channel],
  physical: [7, base.physical],
  band: [8, bandOf],
});

/** <rat> of a line. */
const technologies: Readonly<Record<string, { name: string; layout: (fields: readonly string[]) => CellLayout }>> = {
  "2": {
    name: "WCDMA",
    layout: () => ({ ...place(decimal), rscp: [10, indices.rscp], ecio: [14, indices.ecno] }),
  },
  "4": {
    name: "LTE",
    layout: (fields) => ({
      ...place(lteBase(fields)),
      sinr: [10, halves.sinr],
      rsrp: [12, indices.rsrp],
      rsrq: [13, indices.rsrq],
    }),
  },
  "9": {
    name: "NR",
    layout: (fields) => ({
      ...place(nrBase(fields)),
      sinr: [10, indices.nrSinr],
      rsrp: [12, indices.nrRsrp],
      rsrq: [13, indices.nrRsrq],
    }),
  },
};

export interface ServingFibocomCell {
  readonly cell: RadioCell;
  readonly rsrpRaw: number | undefined;
  readonly rsrqRaw: number | undefined;
}

export interface FibocomCells {
  readonly serving: ServingFibocomCell | undefined;
  /** The 5G leg where the anchor is LTE. */
  readonly nr: RadioCell | undefined;
  readonly neighbours: number;
}

function servingCell(fields: readonly string[]): ServingFibocomCell | undefined {
  const technology = technologies[fields[1] ?? ""];
  if (!technology) return undefined;
  const cell = readCell(technology.name, fields, technology.layout(fields));
  return { cell, rsrpRaw: integerOf(fields[12]), rsrqRaw: integerOf(fields[13]) };
}

/** A line starts with 1 for a serving cell and 2 for a neighbour; then follows the technology. */
export function parseGtccinfo(lines: readonly string[]): FibocomCells | undefined {
  const at = lines.findIndex((line) => prefixOf(line) === "+GTCCINFO");
  if (at < 0 || fieldsOf(lines[at] ?? "", "+GTCCINFO")?.[0]?.startsWith("(")) return undefined;
  const rows = lines.slice(at).map((line) => splitFields(line.replace(/^\+GTCCINFO\s*:/i, "")));
  const own = rows.filter((row) => row[0] === "1" && row.length >= 14).flatMap((row) => servingCell(row) ?? []);
  const serving = own.find(({ cell }) => cell.rat !== "NR") ?? own[0];
  return {
    serving,
    nr: own.find((each) => each !== serving && each.cell.rat === "NR")?.cell,
    neighbours: rows.filter((row) => row[0] === "2" && row.length > 2).length,
  };
}

export interface Aggregation {
  /** Of the primary carrier. */
  readonly band: number | undefined;
  readonly secondary: number;
}

/** `PCC: 103,…`, `SCC1: 2,0,101,…`; without aggregation some firmware says OK and nothing else. */
export function parseGtcainfo(lines: readonly string[]): Aggregation | undefined {
  const rows = lines.flatMap((line) => /^(?:(?:LTE|NR) )?(PCC|SCC ?\d*)\s*:(.*)$/.exec(line.trim()) ?? []);
  const primary = rows.indexOf("PCC");
  if (primary < 0) return undefined;
  return {
    band: bandOf(splitFields(rows[primary + 1] ?? "")[0]),
    secondary: rows.filter((text) => /^SCC ?\d*$/.test(text)).length,
  };
}

export interface FibocomTraffic {
  /** Bytes a second. */
  readonly receiveRate: number;
  readonly sendRate: number;
  readonly receivedBytes: number | undefined;
  readonly sentBytes: number | undefined;
}

/** Received stands before sent. */
export function parseGtstatis(line: string): FibocomTraffic | undefined {
  const fields = fieldsOf(line, "+GTSTATIS")?.map(integerOf);
  const [receiveRate, sendRate, receivedBytes, sentBytes] = fields ?? [];
  if (receiveRate === undefined || sendRate === undefined) return undefined;
  return { receiveRate, sendRate, receivedBytes, sentBytes };
}

export interface NetworkCall {
  readonly active: boolean;
  readonly cid: number | undefined;
}

/** `0`, or `1,<cid>,"<address>",…`. */
export function parseGtrndis(lines: readonly string[]): NetworkCall | undefined {
  const fields = allFieldsOf(lines, "+GTRNDIS")[0];
  const active = integerOf(fields?.[0]);
  return active === undefined ? undefined : { active: active === 1, cid: integerOf(fields?.[1]) };
}

export interface SimSlot {
  readonly slot: number;
  readonly name: string | undefined;
}

export function parseGtdualsim(lines: readonly string[]): SimSlot | undefined {
  const fields = allFieldsOf(lines, "+GTDUALSIM")[0];
  const slot = integerOf(fields?.[0]);
  return slot === undefined ? undefined : { slot, name: textOf(fields?.[1]) };
}

const thousandths = scaledBy(0.001, { min: -50, max: 125 });

/** Sensor and thousandths of °C; 0 stands for a sensor that is not there. The hottest of them. */
export function parseGtsenrdtemp(lines: readonly string[]): number | undefined {
  const values = allFieldsOf(lines, "+GTSENRDTEMP")
    .filter((fields) => integerOf(fields[1]) !== 0)
    .flatMap((fields) => thousandths(fields[1]) ?? []);
  return values.length > 0 ? Math.max(...values) : undefined;
}

/** °C. */
export function parseMtsm(line: string): number | undefined {
  const fields = fieldsOf(line, "+MTSM");
  return fields?.length === 1 ? measuredOf(fields[0], -50, 125) : undefined;
}
