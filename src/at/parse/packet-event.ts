/** +CGEV: what network and modem do to packet contexts (3GPP TS 27.007 §10.1.19). */
import { bodyOf, integerOf, prefixOf, splitFields, textOf } from "../fields.ts";

const names = [
  "reject",
  "nw_react",
  "nw_deact_pdp",
  "me_deact_pdp",
  "nw_pdn_act",
  "me_pdn_act",
  "nw_pdn_deact",
  "me_pdn_deact",
  "nw_detach",
  "me_detach",
  "nw_class",
  "me_class",
  "nw_act",
  "me_act",
  "nw_deact",
  "me_deact",
  "nw_modify",
  "me_modify",
] as const;
export type PacketEventName = (typeof names)[number];

export interface PacketEvent {
  readonly event: PacketEventName;
  readonly cid: number | undefined;
  /** The primary context of a secondary one. */
  readonly parentCid: number | undefined;
  /** 0 unspecified, 1 wanted by who is named, 2 by the other side. */
  readonly eventType: number | undefined;
  /** Why an IP type other than the one asked for: 0 IPv4 only, 1 IPv6 only, 2 single address only. */
  readonly reason: number | undefined;
  readonly pdpType: string | undefined;
  readonly pdpAddress: string | undefined;
  /** `A`, `B`, … of a change of class. */
  readonly mobileClass: string | undefined;
}

const nothing = {
  cid: undefined,
  parentCid: undefined,
  eventType: undefined,
  reason: undefined,
  pdpType: undefined,
  pdpAddress: undefined,
  mobileClass: undefined,
} as const;

/** `NW DEACT IP, 123.123.123.123, 1`: the old form with type and address. */
const addressPattern =
  /^(REJECT|NW REACT|NW DEACT|ME DEACT)\s+"?([A-Z][A-Z0-9]*)"?\s*,\s*"?([^",]*)"?\s*(?:,\s*(\d+))?/;
const addressEvents: ReadonlyMap<string, PacketEventName> = new Map([
  ["REJECT", "reject"],
  ["NW REACT", "nw_react"],
  ["NW DEACT", "nw_deact_pdp"],
  ["ME DEACT", "me_deact_pdp"],
]);
const eventPattern = /^(NW|ME) (PDN ACT|PDN DEACT|ACT|DEACT|MODIFY|DETACH|CLASS)\b\s*(.*)$/;

function addressEvent(body: string): PacketEvent | undefined {
  const match = addressPattern.exec(body);
  const event = addressEvents.get(match?.[1] ?? "");
  if (!match || !event) return undefined;
  return { ...nothing, event, cid: integerOf(match[4]), pdpType: match[2], pdpAddress: textOf(match[3]) };
}

/** What stands behind the name: `<cid>[,<reason>]`, or `<parent>,<cid>,<event_type>` of a secondary context. */
function placesOf(event: PacketEventName, fields: readonly string[]): Partial<PacketEvent> {
  const [first, second, third] = fields.map(integerOf);
  if (event.endsWith("_class")) return { mobileClass: textOf(fields[0]) };
  if (event.endsWith("_modify")) return { cid: first };
  if (event.includes("_pdn_")) return { cid: first, reason: second };
  return second === undefined ? { cid: first } : { parentCid: first, cid: second, eventType: third };
}

export function parseCgev(line: string): PacketEvent | undefined {
  if (prefixOf(line) !== "+CGEV") return undefined;
  const body = bodyOf(line);
  const old = addressEvent(body);
  if (old) return old;
  const match = eventPattern.exec(body);
  const name = `${match?.[1]}_${match?.[2]}`.toLowerCase().replace(" ", "_");
  const event = names.find((known) => known === name);
  return event && { ...nothing, event, ...placesOf(event, splitFields(match?.[3] ?? "")) };
}
