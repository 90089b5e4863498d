import { firstOf } from "../fields.ts";
import { parseCnsmod, parseCpmutemp, parseCpsi } from "../parse/simcom.ts";
import { cellFacts } from "./cell.ts";
import type { FactTable, Fields } from "./fact.ts";

function systemInformation(lines: readonly string[]): Fields | undefined {
  const parsed = parseCpsi(lines);
  if (!parsed) return undefined;
  const service = parsed.mode !== "NO SERVICE";
  return {
    ...(parsed.cell && cellFacts(parsed.cell)),
    rat: service ? parsed.mode : undefined,
    online: parsed.online,
    service,
    units: parsed.unit,
    rsrp_sign: parsed.unit === "index" ? "not_negative_raw" : undefined,
    rscp_raw: parsed.rscpRaw,
    nr: parsed.nr && cellFacts(parsed.nr),
  };
}

export const simcomFacts: FactTable = {
  "+CPSI": systemInformation,
  "+CNSMOD": (lines) => {
    const parsed = firstOf(lines, parseCnsmod);
    return parsed && { sysmode: parsed.sysmode, rat: parsed.name };
  },
  "+CPMUTEMP": (lines) => {
    const temperature = firstOf(lines, parseCpmutemp);
    return temperature === undefined ? undefined : { temp_c: temperature };
  },
};
