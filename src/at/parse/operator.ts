/** +COPS: the network in use, and the networks a search finds (3GPP TS 27.007 §7.3). */
import { allFieldsOf, bodyOf, integerOf, prefixOf, splitFields, textOf } from "../fields.ts";

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

/** One line, or three when the command asked for every format in turn. */
export function parseCops(lines: readonly string[]): Operator | undefined {
  const rows = allFieldsOf(lines, "+COPS").filter((fields) => integerOf(fields[0]) !== undefined);
  const first = rows[0];
  if (!first) return undefined;
  const found: { name?: string; short?: string; numeric?: string } = {};
  for (const fields of rows) {
    const key = formatKeys[integerOf(fields[1]) ?? -1];
    const text = textOf(fields[2]);
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

/** The search (`AT+COPS=?`): bracketed networks, then after an empty field the modes and formats supported. */
export function parseNetworkSearch(lines: readonly string[]): FoundNetwork[] {
  const line = lines.find((each) => prefixOf(each) === "+COPS");
  if (line === undefined) return [];
  return splitFields(bodyOf(line)).flatMap((group) => {
    const fields = splitFields(group.replace(/^\(|\)$/g, ""));
    const stat = integerOf(fields[0]);
    const numeric = textOf(fields[3]);
    if (!group.startsWith("(") || stat === undefined || numeric === undefined || !/^\d{5,6}$/.test(numeric)) return [];
    return [
      { stat, long: textOf(fields[1]) ?? "", short: textOf(fields[2]) ?? "", numeric, act: integerOf(fields[4]) },
    ];
  });
}
