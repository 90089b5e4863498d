import { firstOf } from "../fields.ts";
import { parseMysysinfo, parseNetdmsgex, parseSimcross, parseXiic } from "../parse/neoway.ts";
import { cellFacts } from "./cell.ts";
import type { FactTable } from "./fact.ts";

export const neowayFacts: FactTable = {
  "+NETDMSGEX": (lines) => {
    const cell = parseNetdmsgex(lines);
    return cell && cellFacts(cell);
  },
  $MYSYSINFO: (lines) => {
    const parsed = firstOf(lines, parseMysysinfo);
    return parsed && { mode: parsed.mode, operator: parsed.operator };
  },
  "+SIMCROSS": (lines) => {
    const slot = firstOf(lines, parseSimcross);
    return slot === undefined ? undefined : { slot };
  },
  "+XIIC": (lines) => {
    const link = firstOf(lines, parseXiic);
    return link && { active: link.up, ipv4: link.ipv4 };
  },
};
