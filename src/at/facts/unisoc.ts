import { firstOf } from "../fields.ts";
import { parseCced, parseEemginfo, parseEemltesvc } from "../parse/unisoc.ts";
import { cellFacts } from "./cell.ts";
import type { FactReader, FactTable } from "./fact.ts";

const engineeringCell: FactReader = (lines) => {
  const cell = parseEemltesvc(lines);
  return cell && cellFacts(cell);
};

export const unisocFacts: FactTable = {
  "+CCED": (lines) => {
    const cell = parseCced(lines);
    return cell && cellFacts(cell);
  },
  "+EEMGINFO": (lines, asked) => {
    const parsed = firstOf(lines, parseEemginfo);
    return parsed && { state: parsed.state, network: parsed.network, ...engineeringCell(lines, asked) };
  },
  "+EEMLTESVC": engineeringCell,
};
