/** Who the modem is, and how it stands. */
import { allFieldsOf, firstOf, integerOf, numbersOf } from "../fields.ts";
import { parseCbc } from "../parse/battery.ts";
import { firstLine, parseAti, parseImei } from "../parse/identity.ts";
import { parseClock, parseTimeZone } from "../parse/time.ts";
import type { FactReader, FactTable, Fields } from "./fact.ts";

const named =
  (key: string): FactReader =>
  (lines) => ({ [key]: firstLine(lines) });

/** Some answer with several lines; the first names the firmware. */
const revision: FactReader = (lines) => {
  const first = firstLine(lines);
  return { revision: first, revision_first_line: first };
};

const identity: FactReader = (lines) => ({ ...parseAti(lines) });
const imei: FactReader = (lines) => ({ imei: parseImei(lines) });

/** <fun> of 27.007 §8.2; other numbers are a manufacturer's own. */
const powerNames: ReadonlyMap<number, string> = new Map([
  [0, "minimum"],
  [1, "full"],
  [4, "flight"],
]);

function functionality(lines: readonly string[]): Fields | undefined {
  const fun = integerOf(allFieldsOf(lines, "+CFUN")[0]?.[0]);
  return fun === undefined ? undefined : { fun, power: powerNames.get(fun) };
}

function battery(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseCbc);
  return parsed && { bcs: parsed.status, bcl: parsed.level, voltage_mv: parsed.millivolts };
}

function clock(lines: readonly string[]): Fields {
  const parsed = firstOf(lines, parseClock);
  return { time: parsed?.local, offset_minutes: parsed?.offsetMinutes };
}

function zone(lines: readonly string[]): Fields | undefined {
  const minutes = firstOf(lines, parseTimeZone);
  return minutes === undefined ? undefined : { offset_minutes: minutes, time: firstOf(lines, parseClock)?.local };
}

export const deviceFacts: FactTable = {
  I: identity,
  "+SIMCOMATI": identity,
  "+CGMI": named("manufacturer"),
  "+GMI": named("manufacturer"),
  "+CGMM": named("model"),
  "+GMM": named("model"),
  "+CGMR": revision,
  "+GMR": revision,
  "+QGMR": revision,
  "+CGSN": imei,
  "+GSN": imei,
  "+EGMR": imei,
  "+CFUN": functionality,
  "+CFUN=?": (lines) => ({ functions: numbersOf(allFieldsOf(lines, "+CFUN")[0]?.[0]) }),
  "+CBC": battery,
  "+CCLK": clock,
  "+QLTS": clock,
  "^NWTIME": clock,
  "+CTZV": zone,
  "+CTZE": zone,
};
