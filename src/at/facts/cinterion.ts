import { firstOf } from "../fields.ts";
import { parseSbv, parseSind, parseSmoni, parseSwwan } from "../parse/cinterion.ts";
import { cellFacts } from "./cell.ts";
import type { FactTable, Fields } from "./fact.ts";

function monitor(lines: readonly string[]): Fields | undefined {
  const parsed = parseSmoni(lines);
  if (!parsed) return undefined;
  const cell = parsed.cell && { ...cellFacts(parsed.cell), ecno_db: parsed.cell.ecioDb };
  return { state: parsed.state, rat: undefined, ...cell };
}

export const cinterionFacts: FactTable = {
  "^SMONI": monitor,
  "^SIND": (lines) => {
    const parsed = firstOf(lines, parseSind);
    return parsed && { indicator: parsed.name, mode: parsed.mode, value: parsed.value };
  },
  "^SWWAN": (lines) => ({ contexts: parseSwwan(lines) }),
  "^SBV": (lines) => ({ voltage_mv: firstOf(lines, parseSbv) }),
};
