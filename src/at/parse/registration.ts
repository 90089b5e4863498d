/**
 * +CREG, +CGREG, +CEREG, +C5GREG → Registration (3GPP TS 27.007 §7.2, §10.1.20, §10.1.22, §10.1.47).
 * The same text can mean two things: a read reply starts with <n>,<stat>, an unsolicited line with <stat>. The form
 * decides, never the moment: the second field of a read reply is a bare number, of a report a quoted or hexadecimal area.
 */
import { bodyOf, hexadecimalOf, integerOf, isQuoted, prefixOf, splitFields } from "../fields.ts";

export type RegistrationDomain = "CREG" | "CGREG" | "CEREG" | "C5GREG";

const states = [
  "not_registered",
  "home",
  "searching",
  "denied",
  "unknown",
  "roaming",
  "home_sms_only",
  "roaming_sms_only",
  "emergency_only",
  "home_csfb_not_preferred",
  "roaming_csfb_not_preferred",
  "attached_rlos",
] as const;
export type RegistrationState = (typeof states)[number];

/** <AcT> of TS 27.007 §7.3; 4 to 6 are the two directions of HSPA and both. */
const accessNames = [
  "GSM",
  "GSM",
  "UTRAN",
  "EGPRS",
  "HSPA",
  "HSPA",
  "HSPA",
  "LTE",
  "EC-GSM",
  "NB-IoT",
  "LTE-5GCN",
  "NR",
  "NG-RAN",
  "EN-DC",
] as const;

export function accessName(act: number | undefined): string | undefined {
  return act === undefined ? undefined : accessNames[act];
}

export interface Registration {
  readonly domain: RegistrationDomain;
  /** Report mode; only in a read reply. */
  readonly n: number | undefined;
  readonly stat: number;
  readonly state: RegistrationState;
  readonly registered: boolean;
  /** Location or tracking area code. */
  readonly area: number | undefined;
  /** Up to 36 bits on 5G. */
  readonly cell: number | undefined;
  readonly act: number | undefined;
  readonly access: string | undefined;
  /** 0: `rejectCause` is an EMM, GMM or MM cause; 1: a number of the manufacturer's own. */
  readonly causeType: number | undefined;
  readonly rejectCause: number | undefined;
}

const domains: ReadonlyMap<string, RegistrationDomain> = new Map([
  ["+CREG", "CREG"],
  ["+CGREG", "CGREG"],
  ["+CEREG", "CEREG"],
  ["+C5GREG", "C5GREG"],
]);

/**
 * <n>,<stat>: both bare and short. `1,"8BE3"`, `1,8BE3` and `5,,` are reports. Iridium pads its numbers: `002,0011`, but
 * `001,"0001"`.
 */
function isReadForm(fields: readonly string[]): boolean {
  const [first = "", second = ""] = fields;
  return /^\d$/.test(first) ? /^\d{1,2}$/.test(second) : /^0+\d$/.test(first) && /^0*\d{1,2}$/.test(second);
}

/** Whether a registration line reports a change and answers neither a read nor, in brackets, the test form. */
export function isRegistrationReport(line: string): boolean {
  const fields = splitFields(bodyOf(line));
  return domains.has(prefixOf(line) ?? "") && !isReadForm(fields) && !fields[0]?.startsWith("(");
}

interface Place {
  readonly area: string | undefined;
  readonly cell: string | undefined;
  readonly act: string | undefined;
  readonly after: readonly string[];
}

/** Some put <rac> or the MME between area and cell: quoted (u-blox), or bare before a cell that no <AcT> can be. */
function placeOf(rest: readonly string[], domain: RegistrationDomain): Place {
  const [area, second, third = "", fourth = ""] = rest;
  const packet = domain === "CEREG" || domain === "C5GREG";
  const inserted = isQuoted(third) ? third.length > 4 : packet && third.length > 2 && /^\d{1,2}$/.test(fourth);
  if (inserted) return { area, cell: third, act: fourth, after: rest.slice(4) };
  return { area, cell: second, act: third, after: rest.slice(3) };
}

/** What stands between <AcT> and the cause: <rac> of +CGREG, length and text of the allowed NSSAI of +C5GREG. */
function causeFields(domain: RegistrationDomain, after: readonly string[]): readonly string[] {
  if (domain === "C5GREG") return after.slice(2);
  const [first] = after;
  return domain === "CGREG" && (isQuoted(first) || (first === "" && after.length > 2)) ? after.slice(1) : after;
}

/** EMM, GMM and MM know no cause 0: it is printed where there is none. */
function causeOf(fields: readonly string[]): Pick<Registration, "causeType" | "rejectCause"> {
  const [type, cause] = fields;
  const rejectCause = isQuoted(type) || isQuoted(cause) ? undefined : integerOf(cause);
  return rejectCause ? { causeType: integerOf(type), rejectCause } : { causeType: undefined, rejectCause: undefined };
}

function isRegistered(stat: number): boolean {
  return stat === 1 || stat === 5 || stat === 6 || stat === 7 || stat === 9 || stat === 10;
}

export function parseRegistration(line: string): Registration | undefined {
  const domain = domains.get(prefixOf(line) ?? "");
  if (!domain) return undefined;
  const fields = splitFields(bodyOf(line));
  const read = isReadForm(fields);
  const n = read ? integerOf(fields[0]) : undefined;
  const stat = integerOf(fields[read ? 1 : 0]);
  const state = stat === undefined ? undefined : states[stat];
  if (stat === undefined || state === undefined) return undefined;
  const place = placeOf(fields.slice(read ? 2 : 1), domain);
  const act = place.act !== undefined && !isQuoted(place.act) ? integerOf(place.act) : undefined;
  // Only <n>=3 and 5 carry a cause; in other modes these fields are timers. A report does not tell its mode.
  const carries = stat === 3 || n === undefined || n === 3 || n === 5;
  return {
    domain,
    n,
    stat,
    state,
    registered: isRegistered(stat),
    area: hexadecimalOf(place.area),
    cell: hexadecimalOf(place.cell),
    act,
    access: accessName(act),
    ...causeOf(carries ? causeFields(domain, place.after) : []),
  };
}
