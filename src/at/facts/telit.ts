import { firstOf } from "../fields.ts";
import { firstLine } from "../parse/identity.ts";
import { parseGdatavol, parseQss, parseRfsts, parseTelitCbc, parseTempsens } from "../parse/telit.ts";
import { cellFacts } from "./cell.ts";
import type { Asked, FactTable, Fields } from "./fact.ts";

function radioStatus(lines: readonly string[]): Fields | undefined {
  const parsed = parseRfsts(lines);
  return parsed && { ...cellFacts(parsed.cell), plmn: parsed.plmn, operator_name: parsed.operator };
}

function card(lines: readonly string[], { context }: Asked): Fields {
  const status = firstOf(lines, (line) => parseQss(line, context === "urc"));
  return { status, inserted: status && status !== "removed" };
}

export const telitFacts: FactTable = {
  "#RFSTS": radioStatus,
  "#QSS": card,
  "#SWPKGV": (lines) => ({ revision: firstLine(lines) }),
  "#TEMPSENS": (lines) => {
    const temperatures = parseTempsens(lines);
    return temperatures.length === 0 ? undefined : { temp_c: Math.max(...temperatures), temps_list_c: temperatures };
  },
  "#CBC": (lines) => {
    const parsed = firstOf(lines, parseTelitCbc);
    return parsed && { charger: parsed.charger, voltage_mv: parsed.millivolts };
  },
  "#GDATAVOL": (lines) => ({
    counters: parseGdatavol(lines).map(({ cid, total, sent, received }) => ({
      cid,
      total_bytes: total,
      tx_bytes: sent,
      rx_bytes: received,
    })),
  }),
};
