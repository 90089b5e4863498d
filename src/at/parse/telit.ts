/** Telit: #RFSTS, #QSS, #TEMPSENS, #CBC, #GDATAVOL (LE910Cx, ME910 and HE910 AT manuals; ModemManager's telit tests). */
import { allFieldsOf, fieldsOf, hexadecimalOf, integerOf, isQuoted, measuredOf, textOf } from "../fields.ts";
import { whole } from "./measure.ts";
import { type CellLayout, type RadioCell, readCell } from "./radio-cell.ts";

/** `"311 480"`. */
const country = (field: string | undefined) => textOf(field)?.split(" ")[0];
const network = (field: string | undefined) => textOf(field)?.split(" ")[1];
const plmn = { mcc: [0, country], mnc: [0, network], channel: [1, integerOf] } as const;

const layouts = {
  LTE: {
    ...plmn,
    rsrp: [2, whole.rsrp],
    rssi: [3, whole.rssi],
    rsrq: [4, whole.rsrq],
    area: [5, hexadecimalOf],
  },
  WCDMA: {
    ...plmn,
    physical: [2, integerOf],
    ecio: [3, whole.ecio],
    rscp: [4, whole.rscp],
    rssi: [5, whole.rssi],
    area: [6, hexadecimalOf],
  },
  GSM: { ...plmn, rssi: [2, whole.rssi], area: [3, hexadecimalOf] },
} as const satisfies Record<string, CellLayout>;

/** The reply does not name its technology: three levels below zero are LTE, a scrambling code before two WCDMA. */
function technologyOf([, , first = "", second = "", third = ""]: readonly string[]): keyof typeof layouts {
  const below = (field: string) => field.startsWith("-");
  if (below(first) && below(second) && below(third)) return "LTE";
  return !below(first) && below(third) ? "WCDMA" : "GSM";
}

export interface RadioStatus {
  readonly plmn: string | undefined;
  readonly cell: RadioCell;
  readonly operator: string | undefined;
}

/**
 * How many fields there are differs by family, and without a network the first is empty. Behind the levels the cell stands
 * before the quoted IMSI, and the name of the network, the kind of service and the band behind it.
 */
export function parseRfsts(lines: readonly string[]): RadioStatus | undefined {
  const fields = allFieldsOf(lines, "#RFSTS")[0];
  if (!fields || (fields[0] !== "" && !isQuoted(fields[0]))) return undefined;
  const rat = technologyOf(fields);
  const imsi = fields.findIndex((field, at) => at > 4 && isQuoted(field));
  const cell: CellLayout = imsi < 0 ? {} : { cell: [imsi - 1, hexadecimalOf] };
  const band: CellLayout = imsi < 0 ? {} : { band: [imsi + 3, integerOf] };
  return {
    plmn: textOf(fields[0])?.replace(" ", ""),
    cell: readCell(rat, fields, { ...layouts[rat], ...cell, ...band }),
    operator: imsi < 0 ? undefined : textOf(fields[imsi + 1]),
  };
}

const cardStates = ["removed", "inserted", "unlocked", "ready"] as const;
export type CardState = (typeof cardStates)[number];

/** <mode>,<status> in a read reply, <status> alone in a report. */
export function parseQss(line: string, report: boolean): CardState | undefined {
  const fields = fieldsOf(line, "#QSS");
  const status = integerOf(fields?.[report && fields.length === 1 ? 0 : 1]);
  return status === undefined ? undefined : cardStates[status];
}

/** °C: `#TEMPSENS: TC,28` of each sensor, or `#TEMPMON: <level>,<°C>` of older families. */
export function parseTempsens(lines: readonly string[]): number[] {
  return [...allFieldsOf(lines, "#TEMPSENS"), ...allFieldsOf(lines, "#TEMPMON")].flatMap(
    (fields) => measuredOf(fields[1], -50, 150) ?? [],
  );
}

export interface Supply {
  /** 0 charger not connected, 1 connected, 2 charging, 3 charged. */
  readonly charger: number | undefined;
  readonly millivolts: number;
}

/** <charger>,<hundredths of a volt>. */
export function parseTelitCbc(line: string): Supply | undefined {
  const fields = fieldsOf(line, "#CBC");
  const hundredths = integerOf(fields?.[1]);
  return hundredths === undefined || hundredths <= 0
    ? undefined
    : { charger: integerOf(fields?.[0]), millivolts: hundredths * 10 };
}

export interface Volume {
  readonly cid: number;
  readonly total: number;
  readonly sent: number;
  readonly received: number;
}

/** <cid>,<total>,<sent>,<received> in bytes, a line for each context. */
export function parseGdatavol(lines: readonly string[]): Volume[] {
  return allFieldsOf(lines, "#GDATAVOL").flatMap((fields) => {
    const [cid, total, sent, received] = fields.map(integerOf);
    return cid === undefined || total === undefined || sent === undefined || received === undefined
      ? []
      : [{ cid, total, sent, received }];
  });
}
