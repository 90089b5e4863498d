import { parseGstatus, parsePctemp, parsePcvolt } from "../parse/sierra.ts";
import { cellFacts } from "./cell.ts";
import type { FactTable, Fields } from "./fact.ts";

function moduleStatus(lines: readonly string[]): Fields | undefined {
  const parsed = parseGstatus(lines);
  if (!parsed) return undefined;
  return {
    ...(parsed.cell && cellFacts(parsed.cell)),
    mode: parsed.mode,
    system_mode: parsed.systemMode,
    ps_attached: parsed.attached,
    emm: parsed.emm,
    temp_c: parsed.temperature,
    band: parsed.band,
    resets: parsed.resets,
  };
}

export const sierraFacts: FactTable = {
  "!GSTATUS": moduleStatus,
  "!PCTEMP": (lines) => ({ temp_c: parsePctemp(lines) }),
  "!PCVOLT": (lines) => ({ voltage_mv: parsePcvolt(lines) }),
};
