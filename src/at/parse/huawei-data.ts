/** Huawei's data path: ^NDISSTAT, ^DSFLOWQRY, ^DSFLOWRPT, ^DHCP (ME909s AT manual; ModemManager's huawei plugin). MeiG has them, too. */
import { bodyOf, fieldsOf, prefixOf, splitFields, textOf } from "../fields.ts";
import { ipv4Of } from "./address.ts";

export interface NdisState {
  /** Undefined: not told. */
  readonly ipv4Up: boolean | undefined;
  readonly ipv6Up: boolean | undefined;
}

/**
 * `<stat>,<error>,<WLAN>,"IPV4"`, once a line or both families in one, and MeiG has the context in front. Old firmware says `1`
 * and means IPv4.
 */
function familyStates(body: string): [family: string, up: boolean][] {
  const parts = body.split(/"?(IPV[46])"?,?/i);
  return parts.flatMap((text, at): [string, boolean][] => {
    if (at % 2 !== 0) return [];
    const fields = text.replace(/,$/, "").split(",");
    const state = fields.length > 3 ? fields[1] : fields[0];
    const family = parts[at + 1]?.toUpperCase() ?? (at === 0 ? "IPV4" : undefined);
    return family !== undefined && /^[01]$/.test(state ?? "") ? [[family, state === "1"]] : [];
  });
}

export function parseNdisstat(lines: readonly string[]): NdisState | undefined {
  const bodies = lines.filter((line) => /^\^NDISSTAT(QRY)?$/.test(prefixOf(line) ?? "")).map(bodyOf);
  const states = new Map(bodies.flatMap(familyStates));
  return states.size > 0 ? { ipv4Up: states.get("IPV4"), ipv6Up: states.get("IPV6") } : undefined;
}

/** Counters are hexadecimal, up to 64 bits; beyond 2^53 nothing is counted. */
function counter(field: string | undefined): number | undefined {
  const text = textOf(field);
  if (text === undefined || !/^(0x)?[0-9a-f]{1,16}$/i.test(text)) return undefined;
  const value = Number.parseInt(text, 16);
  return Number.isSafeInteger(value) ? value : undefined;
}

export interface SessionFlow {
  readonly durationS: number | undefined;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** Bytes a second. */
  readonly sendRate: number | undefined;
  readonly receiveRate: number | undefined;
}

/** Sent while data flows: duration, both rates, both counts of this session. */
export function parseDsflowrpt(line: string): SessionFlow | undefined {
  const fields = fieldsOf(line, "^DSFLOWRPT");
  const sentBytes = counter(fields?.[3]);
  const receivedBytes = counter(fields?.[4]);
  if (!fields || sentBytes === undefined || receivedBytes === undefined) return undefined;
  return {
    durationS: counter(fields[0]),
    sentBytes,
    receivedBytes,
    sendRate: counter(fields[1]),
    receiveRate: counter(fields[2]),
  };
}

export interface Flow {
  readonly durationS: number | undefined;
  readonly sentBytes: number | undefined;
  readonly receivedBytes: number | undefined;
}

export interface Flows {
  readonly last: Flow;
  /** Since the counters were cleared. */
  readonly total: Flow;
}

/** The fields of the reply, which some firmware puts on a line of its own behind the name. */
function flowFields(lines: readonly string[]): readonly string[] | undefined {
  const at = lines.findIndex((line) => prefixOf(line) === "^DSFLOWQRY");
  const fields = fieldsOf(lines[at] ?? "", "^DSFLOWQRY");
  return fields?.length === 1 ? splitFields(lines[at + 1] ?? "") : fields;
}

export function parseDsflowqry(lines: readonly string[]): Flows | undefined {
  const fields = flowFields(lines);
  if (!fields || fields.length < 3) return undefined;
  const flow = (at: number): Flow => ({
    durationS: counter(fields[at]),
    sentBytes: counter(fields[at + 1]),
    receivedBytes: counter(fields[at + 2]),
  });
  return { last: flow(0), total: flow(3) };
}

export interface Lease {
  readonly ip: string | undefined;
  readonly mask: string | undefined;
  readonly gateway: string | undefined;
  readonly dns1: string | undefined;
  readonly dns2: string | undefined;
}

/** Hexadecimal, the lowest byte of the address last. */
function addressOf(field: string | undefined): string | undefined {
  const digits = /^(?:0x)?([0-9a-f]{1,8})$/i.exec(textOf(field) ?? "")?.[1]?.padStart(8, "0");
  const bytes = digits?.match(/../g)?.map((byte) => Number.parseInt(byte, 16));
  return bytes && ipv4Of(bytes.toReversed().join("."));
}

export function parseDhcp(line: string): Lease | undefined {
  const fields = fieldsOf(line, "^DHCP");
  if (!fields || fields.length < 6) return undefined;
  return {
    ip: addressOf(fields[0]),
    mask: addressOf(fields[1]),
    gateway: addressOf(fields[2]),
    dns1: addressOf(fields[4]),
    dns2: addressOf(fields[5]),
  };
}
