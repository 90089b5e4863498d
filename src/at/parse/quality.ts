/** Every way to ask for the serving cell, brought to the four values the signals know. Profiles name these parsers. */
import { parseCesq } from "./radio.ts";
import { parseQcsq, parseServingCell } from "./serving-cell.ts";

export type Rat = "nr" | "lte" | "wcdma" | "gsm" | "none";

export interface RadioQuality {
  readonly rat: Rat | undefined;
  readonly rsrpDbm: number | undefined;
  readonly rsrqDb: number | undefined;
  readonly sinrDb: number | undefined;
}

const nothing = { rsrpDbm: undefined, rsrqDb: undefined, sinrDb: undefined } as const;

const ratByName: ReadonlyMap<string, Rat> = new Map([
  ["NOSERVICE", "none"],
  ["SEARCH", "none"],
  ["GSM", "gsm"],
  ["WCDMA", "wcdma"],
  ["TDSCDMA", "wcdma"],
  ["LTE", "lte"],
  ["CAT-M", "lte"],
  ["CAT-M1", "lte"],
  ["CAT-NB", "lte"],
  ["CAT-NB1", "lte"],
  ["EMTC", "lte"],
  ["NBIOT", "lte"],
  ["NR5G", "nr"],
  ["NR5G-SA", "nr"],
  ["NR5G-NSA", "lte"],
]);

/** <AcT> of 3GPP TS 27.007 §7.3. */
export function ratOfAccess(act: number | undefined): Rat | undefined {
  if (act === undefined || act < 0 || act > 13) return undefined;
  if (act === 0 || act === 1 || act === 3 || act === 8) return "gsm";
  if (act === 2 || (act >= 4 && act <= 6)) return "wcdma";
  return act === 11 || act === 12 ? "nr" : "lte";
}

function fromQcsq(info: readonly string[]): RadioQuality | undefined {
  for (const line of info) {
    const quality = parseQcsq(line);
    if (quality) return { ...quality, rat: ratByName.get(quality.sysmode) };
  }
  return undefined;
}

function fromServingCell(info: readonly string[]): RadioQuality | undefined {
  const serving = parseServingCell(info);
  if (!serving) return undefined;
  if (!serving.cell) return { rat: ratByName.get(serving.state ?? ""), ...nothing };
  const { rat, rsrpDbm, rsrqDb, sinrDb } = serving.cell;
  return { rat: ratByName.get(rat.toUpperCase()), rsrpDbm, rsrqDb, sinrDb };
}

function fromCesq(info: readonly string[]): RadioQuality | undefined {
  for (const line of info) {
    const quality = parseCesq(line);
    if (!quality) continue;
    if (quality.ssRsrpDbm !== undefined) {
      return { rat: "nr", rsrpDbm: quality.ssRsrpDbm, rsrqDb: quality.ssRsrqDb, sinrDb: quality.ssSinrDb };
    }
    if (quality.rsrpDbm !== undefined) {
      return { rat: "lte", rsrpDbm: quality.rsrpDbm, rsrqDb: quality.rsrqDb, sinrDb: undefined };
    }
    if (quality.rscpDbm !== undefined) return { rat: "wcdma", ...nothing };
    return { rat: quality.rxlevDbm === undefined ? undefined : "gsm", ...nothing };
  }
  return undefined;
}

export const radioParsers = {
  qcsq: fromQcsq,
  qeng: fromServingCell,
  cesq: fromCesq,
} as const satisfies Record<string, (info: readonly string[]) => RadioQuality | undefined>;

export type RadioParser = keyof typeof radioParsers;
