/** The data path: +CGATT, +CGACT, +CGDCONT, +CGPADDR (3GPP TS 27.007 §10.1) and +CEER (§6.10). */
import { type CauseLayer, causeOfName, type NasCause } from "../causes.ts";
import { allFieldsOf, bodyOf, fieldsOf, firstOf, integerOf, prefixOf, splitFields, textOf } from "../fields.ts";
import { ipv4Of, ipv6Of } from "./address.ts";

/** Whether the modem is attached for packet data. */
export function parseCgatt(line: string): boolean | undefined {
  const state = integerOf(fieldsOf(line, "+CGATT")?.[0]);
  return state === undefined ? undefined : state === 1;
}

export interface ContextState {
  readonly cid: number;
  readonly active: boolean;
}

export function parseCgact(lines: readonly string[]): ContextState[] {
  return allFieldsOf(lines, "+CGACT").flatMap((fields) => {
    const cid = integerOf(fields[0]);
    const state = integerOf(fields[1]);
    return cid === undefined || state === undefined ? [] : [{ cid, active: state === 1 }];
  });
}

export interface ContextDefinition {
  readonly cid: number;
  readonly type: string | undefined;
  /** Empty or left out when the network chooses. */
  readonly apn: string | undefined;
}

function apnOf(field: string | undefined): string | undefined {
  return field === '""' ? "" : textOf(field);
}

export function parseCgdcont(lines: readonly string[]): ContextDefinition[] {
  return allFieldsOf(lines, "+CGDCONT").flatMap((fields) => {
    const cid = integerOf(fields[0]);
    return cid === undefined ? [] : [{ cid, type: textOf(fields[1]), apn: apnOf(fields[2]) }];
  });
}

export interface ContextForms {
  readonly cidMin: number;
  readonly cidMax: number;
  readonly types: readonly string[];
}

/** The first range of cids that `AT+CGDCONT=?` names (`(1-17,101-116)`, `(1)`, Thuraya's `( 1 )`), and every type. */
export function parseCgdcontForms(lines: readonly string[]): ContextForms | undefined {
  const rows = allFieldsOf(lines, "+CGDCONT");
  const range = firstOf(
    rows.map(([cids = ""]) => cids),
    (cids) => /^\(\s*(\d{1,3})(?:\s*-\s*(\d{1,3}))?\s*[,)]/.exec(cids) ?? undefined,
  );
  if (!range) return undefined;
  const types = rows.flatMap((fields) => textOf(fields[1]) ?? []);
  return { cidMin: Number(range[1]), cidMax: Number(range[2] ?? range[1]), types };
}

export interface ContextAddress {
  readonly cid: number;
  readonly ipv4: string | undefined;
  readonly ipv6: string | undefined;
}

export function parseCgpaddr(lines: readonly string[]): ContextAddress[] {
  return allFieldsOf(lines, "+CGPADDR").flatMap((fields) => {
    const cid = integerOf(fields[0]);
    if (cid === undefined) return [];
    // Some firmware puts both addresses into one quoted field; OpenLuat's as `"IPV4:10.32.140.122    IPV6:::18C9:…"`.
    const texts = fields.slice(1).flatMap((field) => textOf(field)?.split(/[,\s]+/) ?? []);
    const first = (read: (text: string) => string | undefined) =>
      firstOf(texts, (text) => read(text.replace(/^IPV[46]:/i, "")));
    return [{ cid, ipv4: first(ipv4Of), ipv6: first(ipv6Of) }];
  });
}

export interface ExtendedError {
  readonly text: string;
  /** Undefined when the modem gave no cause, or words that no table knows. */
  readonly cause: NasCause | undefined;
  /** As the modem names it: SM and GMM of 2G and 3G count like ESM and EMM. */
  readonly layer: string | undefined;
}

const layers: ReadonlyMap<string, CauseLayer> = new Map([
  ["EMM", "emm"],
  ["MM", "emm"],
  ["GMM", "emm"],
  ["ESM", "esm"],
  ["SM", "esm"],
]);
/** `SM34 (…)`, `"EMM cause",8,"…"`, `ESM cause #33`, `EMM_CAUSE 15`, `SM activation failure, cause 33`. */
const numberedPattern = /\b(E?SM|E?MM|GMM)(?![a-z])\D{0,40}(\d{1,3})\b/i;

function readCeer(line: string): ExtendedError | undefined {
  if (prefixOf(line) !== "+CEER") return undefined;
  const body = bodyOf(line);
  const fields = splitFields(body).map((field) => textOf(field) ?? "");
  const text = fields.length === 1 ? fields.join() : body;
  const match = numberedPattern.exec(text);
  const layer = layers.get(match?.[1]?.toUpperCase() ?? "");
  if (layer) return { text, cause: { layer, cause: Number(match?.[2]) }, layer: match?.[1]?.toUpperCase() };
  const cause = firstOf(fields, causeOfName);
  return { text, cause, layer: cause?.layer.toUpperCase() };
}

/** u-blox gives a line for each layer: the one with a cause counts. */
export function parseCeer(lines: readonly string[]): ExtendedError | undefined {
  const reports = lines.flatMap((line) => readCeer(line) ?? []);
  return reports.find(({ cause }) => cause !== undefined) ?? reports[0];
}
