/**
 * A cell as vendors' own commands tell it. Which field holds what, and in which unit, differs by family and technology:
 * a layout says so, and one function reads by it.
 */
import type { Read } from "./measure.ts";

export type Rat = "nr" | "lte" | "wcdma" | "gsm" | "none";

export interface RadioCell {
  /** As the modem wrote it. */
  readonly rat: string;
  readonly mcc: string | undefined;
  readonly mnc: string | undefined;
  /** LAC or TAC. */
  readonly area: number | undefined;
  /** Up to 36 bits on 5G. */
  readonly cell: number | undefined;
  /** PCI on LTE and 5G, PSC on WCDMA. */
  readonly physical: number | undefined;
  /** ARFCN, UARFCN, EARFCN or NR-ARFCN. */
  readonly channel: number | undefined;
  /** Number, or the name the modem has for it. */
  readonly band: number | string | undefined;
  readonly rsrpDbm: number | undefined;
  readonly rsrqDb: number | undefined;
  readonly sinrDb: number | undefined;
  readonly rssiDbm: number | undefined;
  readonly rscpDbm: number | undefined;
  readonly ecioDb: number | undefined;
}

type Text = (field: string | undefined) => string | undefined;
type Name = (field: string | undefined) => number | string | undefined;
type Place<R> = readonly [at: number, read: R];

/** Where the fields stand and how each is read; what a reply does not have is left out. */
export interface CellLayout {
  readonly mcc?: Place<Text>;
  readonly mnc?: Place<Text>;
  readonly area?: Place<Read>;
  readonly cell?: Place<Read>;
  readonly physical?: Place<Read>;
  readonly channel?: Place<Read>;
  readonly band?: Place<Name>;
  readonly rsrp?: Place<Read>;
  readonly rsrq?: Place<Read>;
  readonly sinr?: Place<Read>;
  readonly rssi?: Place<Read>;
  readonly rscp?: Place<Read>;
  readonly ecio?: Place<Read>;
}

export function readCell(rat: string, fields: readonly string[], layout: CellLayout): RadioCell {
  const at = <T>(place: Place<(field: string | undefined) => T> | undefined): T | undefined =>
    place === undefined ? undefined : place[1](fields[place[0]]);
  return {
    rat,
    mcc: at(layout.mcc),
    mnc: at(layout.mnc),
    area: at(layout.area),
    cell: at(layout.cell),
    physical: at(layout.physical),
    channel: at(layout.channel),
    band: at(layout.band),
    rsrpDbm: at(layout.rsrp),
    rsrqDb: at(layout.rsrq),
    sinrDb: at(layout.sinr),
    rssiDbm: at(layout.rssi),
    rscpDbm: at(layout.rscp),
    ecioDb: at(layout.ecio),
  };
}

/** Words for a technology; the first that fits wins, so that the LTE anchor of `LTE-NR` counts as LTE. */
const generations: readonly (readonly [pattern: RegExp, rat: Rat])[] = [
  [/^NO ?SERVICE|^NO(NE)?$|^LIMITED|^SEARCH/, "none"],
  [/LTE|E_?UTRAN|^4G|EMTC|NB-?IOT|^CAT|^EN-?DC/, "lte"],
  [/NR|^5G/, "nr"],
  [/WCDMA|UMTS|UTRAN|SCDMA|HSPA|HSDPA|HSUPA|^3G/, "wcdma"],
  [/GSM|GPRS|EDGE|^2G/, "gsm"],
];

export function ratOfName(name: string): Rat | undefined {
  const text = name.toUpperCase();
  return generations.find(([pattern]) => pattern.test(text))?.[1];
}
