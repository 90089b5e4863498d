/**
 * The modem's clock and what the network says of time: +CCLK (3GPP TS 27.007 §8.15), +CTZV and +CTZE (§8.41), and in the same
 * form +QLTS of Quectel and ^NWTIME of Huawei.
 */
import { bodyOf, firstOf, prefixOf, splitFields, textOf } from "../fields.ts";

export interface ModemTime {
  /** Local time, `2014-08-05T04:00:21`. */
  readonly local: string;
  /** Minutes east of Greenwich, summer time included; undefined where the modem does not know. */
  readonly offsetMinutes: number | undefined;
}

/** `14/08/05,04:00:21+40`; some print four digits of the year. The zone is in quarters of an hour. */
const clockPattern = /(\d{2}|\d{4})\/(\d{2})\/(\d{2})\s*,\s*(\d{2}):(\d{2}):(\d{2})(?:\s*([+-]\d{1,3}))?/;

/** Quarters of an hour reach from −12 to +14 hours. */
function minutesOf(zone: string | undefined): number | undefined {
  const quarters = zone === undefined || !/^[+-]?\d{1,3}$/.test(zone) ? undefined : Number(zone);
  return quarters === undefined || quarters < -48 || quarters > 56 ? undefined : quarters * 15;
}

export function parseClock(line: string): ModemTime | undefined {
  const match = clockPattern.exec(prefixOf(line) === undefined ? line : bodyOf(line));
  if (!match) return undefined;
  const [, year = "", month = "", day = "", hour = "", minute = "", second = "", zone] = match;
  const local = `${year.padStart(4, "20")}-${month}-${day}T${hour}:${minute}:${second}`;
  return Number.isNaN(Date.parse(`${local}Z`)) ? undefined : { local, offsetMinutes: minutesOf(zone) };
}

/** `+CTZV: 32`, `+CTZE: "+08",0,"2026/01/01,…"`: minutes east of Greenwich. */
export function parseTimeZone(line: string): number | undefined {
  const prefix = prefixOf(line);
  if (prefix !== "+CTZV" && prefix !== "+CTZE" && prefix !== "+CTZR") return undefined;
  return minutesOf(textOf(splitFields(bodyOf(line))[0]));
}

/** Two digits: a clock that was never set begins in 1980, 2004 or 2015, and 80 reads as 2080. */
const [earliest, latest] = [Date.UTC(2026, 0, 1), Date.UTC(2070, 0, 1)];

/** Milliseconds since 1970 in UTC that an answer can mean; none: the modem has not been told the time. */
type InstantParser = (info: readonly string[]) => readonly number[] | undefined;

function instantsOf(time: ModemTime | undefined, isAlsoUtc: boolean): readonly number[] {
  const localMs = Date.parse(`${time?.local}Z`);
  const offsetMs = (time?.offsetMinutes ?? Number.NaN) * 60_000;
  return [localMs - offsetMs, ...(isAlsoUtc ? [localMs] : [])].filter((ms) => ms >= earliest && ms < latest);
}

/**
 * `local`: what the network said, as local time with its zone; an empty text before it has said anything. `either`: 27.007 wants local time and
 * its zone, and there are modules that keep UTC and print the zone beside it; an answer without a zone says nothing.
 */
export const instantParsers = {
  local: (info) => (info.length === 0 ? undefined : instantsOf(firstOf(info, parseClock), false)),
  either: (info) => {
    const time = firstOf(info, parseClock);
    const instants = time?.offsetMinutes === undefined ? [] : instantsOf(time, true);
    return instants.length > 0 ? instants : undefined;
  },
} as const satisfies Record<string, InstantParser>;

export type InstantParserName = keyof typeof instantParsers;
