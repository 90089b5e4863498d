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
  "restricted_local_operator",
] as const;
export type RegistrationState = (typeof states)[number];

/** <AcT> of TS 27.007 §7.3. */
const accessNames = [
  "GSM",
  "GSM",
  "UTRAN",
  "EGPRS",
  "HSDPA",
  "HSUPA",
  "HSPA",
  "LTE",
  "EC-GSM",
  "NB-IoT",
  "LTE-5GCN",
  "NR",
  "NG-RAN",
  "EN-DC",
] as const;

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

/** <n>,<stat>: both bare and short. `1,"8BE3"`, `1,8BE3` and `5,,` are reports. */
function isReadForm(fields: readonly string[]): boolean {
  const [first, second] = fields;
  return second !== undefined && /^\d$/.test(first ?? "") && /^\d{1,2}$/.test(second);
}

/** Whether a registration line reports a change and does not answer a read. */
export function isRegistrationReport(line: string): boolean {
  return domains.has(prefixOf(line) ?? "") && !isReadForm(splitFields(bodyOf(line)));
}

interface Place {
  readonly area: string | undefined;
  readonly cell: string | undefined;
  readonly act: string | undefined;
  readonly cause: readonly (string | undefined)[];
}

/** Releases before 27.007 v9 put <rac> or the MME between area and cell: then the fourth field is the <AcT>. */
function placeOf(rest: readonly string[], domain: RegistrationDomain): Place {
  const [area, second, third, fourth] = rest;
  const inserted =
    (domain === "CEREG" || domain === "C5GREG") &&
    /^\d{1,2}$/.test(fourth ?? "") &&
    (isQuoted(third) || (third?.length ?? 0) > 2);
  if (inserted) return { area, cell: third, act: fourth, cause: [] };
  return { area, cell: second, act: third, cause: rest.slice(3, 5) };
}

/** Only <n>=3 and 5 carry a cause; in other modes these fields are a RAC or timers. */
function causeOf(place: Place, n: number | undefined, stat: number): Pick<Registration, "causeType" | "rejectCause"> {
  const [type, cause] = place.cause;
  const carries = (stat === 3 || n === 3 || n === 5) && !isQuoted(type) && !isQuoted(cause);
  const rejectCause = carries ? integerOf(cause) : undefined;
  return { causeType: rejectCause === undefined ? undefined : integerOf(type), rejectCause };
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
  return {
    domain,
    n,
    stat,
    state,
    registered: isRegistered(stat),
    area: hexadecimalOf(place.area),
    cell: hexadecimalOf(place.cell),
    act,
    access: act === undefined ? undefined : accessNames[act],
    ...causeOf(place, n, stat),
  };
}
