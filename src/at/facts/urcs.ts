/** What any unsolicited line says: the name under which it is known, and what it measures. */
import { fieldsOf, firstOf, integerOf, textOf } from "../fields.ts";
import { classifyLine } from "../line.ts";
import { parseCsq } from "../parse/radio.ts";
import { parseUrc, type Urc, urcName } from "../urc.ts";
import type { FactReader, FactTable, Fields } from "./fact.ts";

function measuredFacts(urc: Urc): Fields {
  switch (urc.kind) {
    case "signal":
      return { csq: urc.rssiRaw, rssi_dbm: parseCsq(`+CSQ: ${urc.rssiRaw},99`)?.rssiDbm };
    case "sim_presence":
      return { inserted: urc.presence.inserted };
    case "bearer":
      return { active: urc.up, cid: urc.cid };
    case "rejection":
      return { reject_cause: urc.cause };
    case "voltage":
      return { level: urc.level };
    case "registration":
    case "sim_pin":
    case "packet":
    case "mode":
    case "service":
    case "traffic":
    case "shutdown":
    case "notice":
      return {};
  }
}

/** Empty for a line that no table knows. A module's first words after its start are `boot`. */
export function saidBy(line: string): Fields {
  if (classifyLine(line)?.kind === "banner") return { urc: "boot" };
  const name = urcName(line);
  const urc = parseUrc(line);
  return { ...(urc && measuredFacts(urc)), ...(name !== undefined && { urc: name }) };
}

/** One number behind a name. */
const number =
  (name: string, key: string): FactReader =>
  (lines) => {
    const value = firstOf(lines, (line) => integerOf(fieldsOf(line, name)?.[0]));
    return value === undefined ? undefined : { [key]: value };
  };

export const urcFacts: FactTable = {
  "^SRVST": number("^SRVST", "service"),
  "^SIMST": number("^SIMST", "sim_state"),
  "^RSSILVL": number("^RSSILVL", "level"),
  "^HRSSILVL": number("^HRSSILVL", "level"),
  "+UUSIMSTAT": number("+UUSIMSTAT", "sim_state"),
  "+ZUSIMR": number("+ZUSIMR", "value"),
  "^REJINFO": (lines) => {
    const fields = firstOf(lines, (line) => fieldsOf(line, "^REJINFO"));
    const plmn = textOf(fields?.[0]);
    return fields && { plmn, domain: integerOf(fields[1]), reject_cause: integerOf(fields[2]) };
  },
};
