import { firstOf } from "../fields.ts";
import { parseUcged, parseUgcntrd, parseUpincnt, parseUtemp } from "../parse/ublox.ts";
import { cellFacts } from "./cell.ts";
import type { FactTable, Fields } from "./fact.ts";

function engineeringCell(lines: readonly string[]): Fields | undefined {
  const parsed = parseUcged(lines);
  if (!parsed) return undefined;
  const { ratRaw, rsrpRaw, rsrqRaw, cell } = parsed;
  return { ...cellFacts(cell), rat_raw: ratRaw, rsrp_raw: rsrpRaw, rsrq_raw: rsrqRaw };
}

export const ubloxFacts: FactTable = {
  "+UCGED": engineeringCell,
  "+UPINCNT": (lines) => {
    const tries = firstOf(lines, parseUpincnt);
    return tries && { pin_left: tries.pin, pin2_left: tries.pin2, puk_left: tries.puk, puk2_left: tries.puk2 };
  },
  "+UGCNTRD": (lines) => ({
    counters: parseUgcntrd(lines).map((each) => ({
      cid: each.cid,
      tx_session: each.sentSession,
      rx_session: each.receivedSession,
      tx_total: each.sentTotal,
      rx_total: each.receivedTotal,
    })),
  }),
  "+UTEMP": (lines) => ({ temp_c: firstOf(lines, parseUtemp) }),
};
