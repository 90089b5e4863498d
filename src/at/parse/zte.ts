/** ZTE and Gosuncn: +ZCELLINFO, +ZRSSI, +ZCAINFO, +ZPAS, +ZDONR, +ZPINPUK (ModemManager's zte plugin; 3ginfo's modem/usb/19d2*; device logs). */
import { allFieldsOf, fieldsOf, hexadecimalOf, integerOf, textOf } from "../fields.ts";
import { halves, whole } from "./measure.ts";
import { type RadioCell, ratOfName, readCell } from "./radio-cell.ts";

/** `LTE B3` → 3. */
function bandOf(field: string | undefined): number | string | undefined {
  const text = textOf(field);
  return integerOf(/^LTE B(\d+)$/i.exec(text ?? "")?.[1]) ?? text;
}

/** 0xFFFE and 0xFFFFFFFF stand for "not known". */
function known(read: (field: string | undefined) => number | undefined, none: number) {
  return (field: string | undefined) => {
    const value = read(field);
    return value === none ? undefined : value;
  };
}
const numberOf = (field: string | undefined) => (/^0x/i.test(field ?? "") ? hexadecimalOf(field) : integerOf(field));
const areaOf = known(numberOf, 0xfffe);
const cellOf = known(numberOf, 0xffff_ffff);

/** `cellid:1234` → `1234`. */
const labelled = (fields: readonly string[], label: string) =>
  fields.find((field) => field.toLowerCase().startsWith(`${label}:`))?.slice(label.length + 1);

/**
 * Three forms: `<cell>,<pci>,LTE B3,<channel>`, on WCDMA and GSM `<area>,<cell>,<band>`, newer firmware
 * `<area>,<cell>,<pci>,LTE B3,<channel>`, and Gosuncn's with a label before each value.
 */
export function parseZcellinfo(line: string): RadioCell | undefined {
  const fields = fieldsOf(line, "+ZCELLINFO");
  if (!fields || fields.length < 3) return undefined;
  if (labelled(fields, "cellid") !== undefined) {
    const labels = ["tac", "cellid", "pci", "band"].map((label) => labelled(fields, label) ?? "");
    return readCell("LTE", labels, {
      area: [0, areaOf],
      cell: [1, cellOf],
      physical: [2, numberOf],
      band: [3, bandOf],
    });
  }
  const at = fields.findIndex((field) => /^LTE/i.test(field));
  if (at < 2) return readCell("WCDMA", fields, { area: [0, areaOf], cell: [1, cellOf], band: [2, bandOf] });
  return readCell("LTE", fields, {
    ...(at > 2 && { area: [at - 3, areaOf] }),
    cell: [at - 2, cellOf],
    physical: [at - 1, numberOf],
    band: [at, bandOf],
    channel: [at + 1, integerOf],
  });
}

/** 1000 is "not known"; the others say how far below zero, in halves of a dB. */
const below = (field: string | undefined) => (field === undefined || field === "1000" ? undefined : `-${field}`);

/** Four values on LTE: RSRP, RSRQ, RSSI, SINR. Old sticks: RSSI, Ec/Io and RSCP without their sign. */
export function parseZrssi(line: string): RadioCell | undefined {
  const fields = fieldsOf(line, "+ZRSSI");
  if (!fields || fields.some((field) => field.startsWith("("))) return undefined;
  if (fields.length >= 4) {
    return readCell("LTE", fields, {
      rsrp: [0, whole.rsrp],
      rsrq: [1, whole.rsrq],
      rssi: [2, whole.rssi],
      sinr: [3, whole.sinr],
    });
  }
  if (fields.length !== 3 || !fields.every((field) => /^\d+$/.test(field))) return undefined;
  return readCell("WCDMA", fields, {
    rssi: [0, (field) => whole.rssi(below(field))],
    ecio: [1, (field) => halves.ecio(below(field))],
    rscp: [2, (field) => halves.rscp(below(field))],
  });
}

/** Primary carrier: <pci>,<band>,<tac>,<channel>,<bandwidth>; the secondary ones follow behind semicolons. */
export function parseZcainfo(line: string): RadioCell | undefined {
  const fields = fieldsOf(line.split(";")[0] ?? "", "+ZCAINFO");
  if (!fields || fields.length < 4) return undefined;
  return readCell("LTE", fields, {
    physical: [0, integerOf],
    band: [1, integerOf],
    area: [2, integerOf],
    channel: [3, integerOf],
  });
}

export interface NetworkMode {
  /** `LTE`, `HSPA`, `No Service`, … */
  readonly mode: string;
  /** `CS_ONLY`, `PS_ONLY`, `CS_PS`. */
  readonly domain: string | undefined;
  readonly none: boolean;
}

/** In answer to +ZPAS?, and unasked as +ZPASR. */
export function parseZpas(lines: readonly string[]): NetworkMode | undefined {
  const fields = allFieldsOf(lines, "+ZPAS")[0] ?? allFieldsOf(lines, "+ZPASR")[0];
  const mode = textOf(fields?.[0]);
  if (mode === undefined) return undefined;
  return { mode, domain: textOf(fields?.[1]), none: ratOfName(mode) === "none" };
}

export interface RoamingReport {
  readonly operator: string | undefined;
  readonly mcc: string | undefined;
  readonly mnc: string | undefined;
  readonly domain: string | undefined;
  readonly roaming: boolean | undefined;
}

/** `"METEOR",272,3,"CS_ONLY","ROAM_OFF"`, or `"Not Found"` alone. */
export function parseZdonr(line: string): RoamingReport | undefined {
  const fields = fieldsOf(line, "+ZDONR");
  if (!fields) return undefined;
  const found = fields.length >= 3;
  const roaming = textOf(fields[4]);
  return {
    operator: found ? textOf(fields[0]) : undefined,
    mcc: textOf(fields[1]),
    mnc: textOf(fields[2])?.padStart(2, "0"),
    domain: textOf(fields[3]),
    roaming: roaming === undefined ? undefined : roaming !== "ROAM_OFF",
  };
}

export interface TriesLeft {
  readonly pin: number;
  readonly puk: number | undefined;
}

export function parseZpinpuk(line: string): TriesLeft | undefined {
  const fields = fieldsOf(line, "+ZPINPUK");
  const pin = integerOf(fields?.[0]);
  return pin === undefined ? undefined : { pin, puk: integerOf(fields?.[1]) };
}
