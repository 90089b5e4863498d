/** Every way to ask for the serving cell, brought to the values the signals know. Profiles name these parsers. */
import { firstOf } from "../fields.ts";
import { parseSmoni } from "./cinterion.ts";
import { parseGtccinfo } from "./fibocom.ts";
import { parseHcsq } from "./huawei.ts";
import { parseCellinfo } from "./meig.ts";
import { parseNetdmsgex } from "./neoway.ts";
import { parseCesq } from "./radio.ts";
import { type RadioCell, type Rat, ratOfName } from "./radio-cell.ts";
import { parseQcsq, parseServingCell } from "./serving-cell.ts";
import { parseGstatus } from "./sierra.ts";
import { parseCpsi } from "./simcom.ts";
import { parseRfsts } from "./telit.ts";
import { parseUcged } from "./ublox.ts";
import { parseXcesq } from "./xmm.ts";
import { parseZcellinfo, parseZrssi } from "./zte.ts";

export type { Rat } from "./radio-cell.ts";

export interface RadioQuality {
  readonly rat: Rat | undefined;
  readonly rsrpDbm: number | undefined;
  readonly rsrqDb: number | undefined;
  readonly sinrDb: number | undefined;
  /** Area code and number of the serving cell, where the reply has them. */
  readonly area?: number | undefined;
  readonly cell?: number | undefined;
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
  return { ...fromCell(serving.cell), rat: ratByName.get(serving.cell.rat.toUpperCase()) };
}

export function fromCell({ rat, rsrpDbm, rsrqDb, sinrDb, area, cell }: RadioCell): RadioQuality {
  return { rat: ratOfName(rat), rsrpDbm, rsrqDb, sinrDb, area, cell };
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

function fromCpsi(info: readonly string[]): RadioQuality | undefined {
  const parsed = parseCpsi(info);
  return parsed && (parsed.cell ? fromCell(parsed.cell) : { rat: ratOfName(parsed.mode), ...nothing });
}

function fromHcsq(info: readonly string[]): RadioQuality | undefined {
  const parsed = firstOf(info, parseHcsq);
  if (!parsed) return undefined;
  const { rsrp, rsrq, sinr } = parsed.values;
  return { rat: ratOfName(parsed.sysmode), rsrpDbm: rsrp, rsrqDb: rsrq, sinrDb: sinr };
}

function fromXcesq(info: readonly string[]): RadioQuality | undefined {
  const parsed = firstOf(info, parseXcesq);
  if (!parsed) return undefined;
  const { rsrpDbm, rsrqDb, sinrDb } = parsed;
  if (rsrpDbm !== undefined) return { rat: "lte", rsrpDbm, rsrqDb, sinrDb };
  if (parsed.rscpDbm !== undefined) return { rat: "wcdma", ...nothing };
  return { rat: parsed.rxlevDbm === undefined ? undefined : "gsm", ...nothing };
}

/** Where the modem is tells +ZCELLINFO, how well it hears tells +ZRSSI: either alone is an answer. */
function fromZte(info: readonly string[]): RadioQuality | undefined {
  const cell = firstOf(info, parseZcellinfo);
  const power = firstOf(info, parseZrssi);
  if (!cell) return power && fromCell(power);
  return { ...(power ? fromCell(power) : nothing), rat: ratOfName(cell.rat), area: cell.area, cell: cell.cell };
}

export const radioParsers = {
  qcsq: fromQcsq,
  qeng: fromServingCell,
  cesq: fromCesq,
  smoni: (info) => {
    const parsed = parseSmoni(info);
    return parsed && (parsed.cell ? fromCell(parsed.cell) : { rat: "none", ...nothing });
  },
  rfsts: (info) => {
    const parsed = parseRfsts(info);
    return parsed && fromCell(parsed.cell);
  },
  ucged: (info) => {
    const parsed = parseUcged(info);
    return parsed && fromCell(parsed.cell);
  },
  gstatus: (info) => {
    const parsed = parseGstatus(info);
    return parsed && (parsed.cell ? fromCell(parsed.cell) : { rat: "none", ...nothing });
  },
  cpsi: fromCpsi,
  // The unit of the fields shows in them, so that a profile's guess cannot be wrong.
  cpsi_index: fromCpsi,
  hcsq: fromHcsq,
  gtccinfo: (info) => {
    const parsed = parseGtccinfo(info);
    return parsed && (parsed.serving ? fromCell(parsed.serving.cell) : { rat: "none", ...nothing });
  },
  xcesq: fromXcesq,
  netdmsgex: (info) => {
    const cell = parseNetdmsgex(info);
    return cell && fromCell(cell);
  },
  cellinfo: (info) => {
    const parsed = parseCellinfo(info);
    return parsed && fromCell(parsed.cell);
  },
  zcellinfo: fromZte,
} as const satisfies Record<string, (info: readonly string[]) => RadioQuality | undefined>;

export type RadioParser = keyof typeof radioParsers;
