import { parseCellinfo, parseSimslot, parseTemp } from "../parse/meig.ts";
import { cellFacts } from "./cell.ts";
import type { FactTable } from "./fact.ts";

export const meigFacts: FactTable = {
  "^CELLINFO": (lines) => {
    const parsed = parseCellinfo(lines);
    return parsed && { ...cellFacts(parsed.cell), nr: parsed.nr && cellFacts(parsed.nr) };
  },
  "+TEMP": (lines) => {
    const parsed = parseTemp(lines);
    if (parsed.size === 0) return undefined;
    return { temps_c: Object.fromEntries(parsed), max_c: Math.max(...parsed.values()) };
  },
  "^SIMSLOT": (lines) => {
    const slot = parseSimslot(lines);
    return slot === undefined ? undefined : { slot };
  },
};
