/** +COPS: the network in use, and the networks a search finds (3GPP TS 27.007 §7.3). */
import { allFieldsOf, integerOf, textOf } from "../fields.ts";

export interface Operator {
  /** 0 automatic, 1 manual, 2 deregistered, 4 manual, then automatic. */
  readonly mode: number | undefined;
  readonly format: number | undefined;
  readonly name: string | undefined;
  readonly short: string | undefined;
  /** MCC and MNC. */
  readonly numeric: string | undefined;
  readonly act: number | undefined;
}

const formatKeys = ["name", "short", "numeric"] as const;

/**
 * A modem left in `AT+CSCS="UCS2"` writes names as four digits a character. Only a text that is Latin letters or Chinese
 * throughout is taken for that: `310260` is a network.
 */
function nameOf(field: string | undefined): string | undefined {
  const text = textOf(field);
  if (text === undefined || !/^([0-9A-F]{4}){2,}$/i.test(text)) return text;
  const units = (text.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  const plausible = units.every((unit) => (unit >= 0x20 && unit < 0x250) || (unit >= 0x4e00 && unit < 0xa000));
  return plausible ? String.fromCharCode(...units) : text;
}

/** One line, or three when the command asked for every format in turn. */
export function parseCops(lines: readonly string[]): Operator | undefined {
  const rows = allFieldsOf(lines, "+COPS").filter((fields) => integerOf(fields[0]) !== undefined);
  const first = rows[0];
  if (!first) return undefined;
  const found: { name?: string; short?: string; numeric?: string } = {};
  for (const fields of rows) {
    const key = formatKeys[integerOf(fields[1]) ?? -1];
    const text = nameOf(fields[2]);
    if (key !== undefined && text !== undefined) found[key] = text;
  }
  return {
    mode: integerOf(first[0]),
    format: integerOf(first[1]),
    name: found.name,
    short: found.short,
    numeric: found.numeric,
    act: integerOf(first[3]),
  };
}

export interface FoundNetwork {
  /** 0 unknown, 1 available, 2 in use, 3 forbidden. */
  readonly stat: number;
  readonly long: string;
  readonly short: string;
  readonly numeric: string;
  readonly act: number | undefined;
}

/** `(2,"T-Mobile","","310260",7)`; Ericsson closes the bracket before the technology as well: `("310260"),2)`. */
const networkPattern = /\(\s*(\d)\s*,("[^"]*")?\s*,\s*("[^"]*")?\s*,\s*("[^"]*")\s*\)?(?:,\s*(\d{1,2})\s*)?\)/g;

/** The search (`AT+COPS=?`): bracketed networks in one line or several, then the modes and formats supported. */
export function parseNetworkSearch(lines: readonly string[]): FoundNetwork[] {
  return [...lines.join(" ").matchAll(networkPattern)].flatMap(([, stat, long, short, code, act]) => {
    const numeric = nameOf(code);
    if (numeric === undefined || !/^\d{5,7}$/.test(numeric)) return [];
    const names = { long: nameOf(long) ?? "", short: nameOf(short) ?? "", numeric };
    return [{ stat: Number(stat), ...names, act: integerOf(act) }];
  });
}
