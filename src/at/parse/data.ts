/** The data path: +CGATT, +CGACT, +CGDCONT, +CGPADDR, +CGEV (3GPP TS 27.007 §10.1) and +CEER (§6.10). */
import { type CauseLayer, causeOfName, type NasCause } from "../causes.ts";
import { allFieldsOf, bodyOf, fieldsOf, integerOf, prefixOf, textOf } from "../fields.ts";
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
  /** Empty when the network chooses. */
  readonly apn: string;
}

export function parseCgdcont(lines: readonly string[]): ContextDefinition[] {
  return allFieldsOf(lines, "+CGDCONT").flatMap((fields) => {
    const cid = integerOf(fields[0]);
    return cid === undefined ? [] : [{ cid, type: textOf(fields[1]), apn: textOf(fields[2]) ?? "" }];
  });
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
    // Some firmware puts both addresses into one quoted field.
    const texts = fields.slice(1).flatMap((field) => textOf(field)?.split(",") ?? []);
    const first = (read: (text: string) => string | undefined) => texts.map(read).find((text) => text !== undefined);
    return [{ cid, ipv4: first(ipv4Of), ipv6: first(ipv6Of) }];
  });
}

export type PacketEventName =
  | "reject"
  | "nw_reactivate"
  | "nw_deact_pdp"
  | "me_deact_pdp"
  | "nw_pdn_act"
  | "me_pdn_act"
  | "nw_pdn_deact"
  | "me_pdn_deact"
  | "nw_detach"
  | "me_detach"
  | "nw_class"
  | "me_class"
  | "nw_act"
  | "me_act"
  | "nw_deact"
  | "me_deact"
  | "nw_modify"
  | "me_modify";

export interface PacketEvent {
  readonly event: PacketEventName;
  readonly cid: number | undefined;
  readonly pdpType: string | undefined;
  readonly pdpAddress: string | undefined;
}

/** `NW DEACT IP, 123.123.123.123, 1`: the old form with type and address. */
const addressPattern = /^(REJECT|NW REACT|NW DEACT|ME DEACT)\s+"?([A-Z0-9]+)"?\s*,\s*"?([^",]*)"?\s*(?:,\s*(\d+))?/;
const eventPattern = /^(NW|ME) (PDN ACT|PDN DEACT|ACT|DEACT|MODIFY|DETACH|CLASS)\b(?:\s+"?(\d+))?/;

const addressEvents: ReadonlyMap<string, PacketEventName> = new Map([
  ["REJECT", "reject"],
  ["NW REACT", "nw_reactivate"],
  ["NW DEACT", "nw_deact_pdp"],
  ["ME DEACT", "me_deact_pdp"],
]);
const shortEvents: ReadonlyMap<string, PacketEventName> = new Map([
  ["NW PDN ACT", "nw_pdn_act"],
  ["ME PDN ACT", "me_pdn_act"],
  ["NW PDN DEACT", "nw_pdn_deact"],
  ["ME PDN DEACT", "me_pdn_deact"],
  ["NW DETACH", "nw_detach"],
  ["ME DETACH", "me_detach"],
  ["NW CLASS", "nw_class"],
  ["ME CLASS", "me_class"],
  ["NW ACT", "nw_act"],
  ["ME ACT", "me_act"],
  ["NW DEACT", "nw_deact"],
  ["ME DEACT", "me_deact"],
  ["NW MODIFY", "nw_modify"],
  ["ME MODIFY", "me_modify"],
]);

function addressEvent(body: string): PacketEvent | undefined {
  const match = addressPattern.exec(body);
  const event = addressEvents.get(match?.[1] ?? "");
  // `NW DEACT 5,1` of the short form has a number where the old form has a type.
  if (!match || !event || /^\d+$/.test(match[2] ?? "")) return undefined;
  return { event, cid: integerOf(match[4]), pdpType: match[2], pdpAddress: textOf(match[3]) };
}

export function parseCgev(line: string): PacketEvent | undefined {
  if (prefixOf(line) !== "+CGEV") return undefined;
  const body = bodyOf(line);
  const old = addressEvent(body);
  if (old) return old;
  const match = eventPattern.exec(body);
  const event = shortEvents.get(`${match?.[1]} ${match?.[2]}`);
  return event && { event, cid: integerOf(match?.[3]), pdpType: undefined, pdpAddress: undefined };
}

export interface ExtendedError {
  readonly text: string;
  /** Undefined when the modem gave no cause, or words that no table knows. */
  readonly cause: NasCause | undefined;
}

const layers: ReadonlyMap<string, CauseLayer> = new Map([
  ["EMM", "emm"],
  ["MM", "emm"],
  ["GMM", "emm"],
  ["ESM", "esm"],
  ["SM", "esm"],
]);
/** `SM34 (…)`, `"EMM cause",8,"…"`, `ESM cause #33`, `EMM_CAUSE 15`. */
const numberedPattern = /\b(E?SM|E?MM|GMM)(?:[\s_]*(?:reject\s*)?cause)?[\s_"#:=,]*(\d{1,3})\b/i;

export function parseCeer(lines: readonly string[]): ExtendedError | undefined {
  const line = lines.find((each) => prefixOf(each) === "+CEER");
  if (line === undefined) return undefined;
  const text = bodyOf(line);
  const match = numberedPattern.exec(text);
  const layer = layers.get(match?.[1]?.toUpperCase() ?? "");
  if (layer) return { text, cause: { layer, cause: Number(match?.[2]) } };
  return { text, cause: causeOfName(text.replace(/"/g, "").replace(/^\d+\s*,/, "")) };
}
