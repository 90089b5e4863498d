import { firstOf } from "../fields.ts";
import {
  parseGtcainfo,
  parseGtccinfo,
  parseGtdualsim,
  parseGtrndis,
  parseGtsenrdtemp,
  parseGtstatis,
  parseMtsm,
} from "../parse/fibocom.ts";
import { cellFacts } from "./cell.ts";
import type { FactTable, Fields } from "./fact.ts";

function cells(lines: readonly string[]): Fields | undefined {
  const parsed = parseGtccinfo(lines);
  if (!parsed) return undefined;
  const { serving, nr, neighbours } = parsed;
  return {
    rat: undefined,
    ...(serving && { ...cellFacts(serving.cell), rsrp_raw: serving.rsrpRaw, rsrq_raw: serving.rsrqRaw }),
    nr: nr && cellFacts(nr),
    neighbours,
  };
}

function traffic(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseGtstatis);
  return (
    parsed && {
      rx_rate_Bps: parsed.receiveRate,
      tx_rate_Bps: parsed.sendRate,
      rx_bytes: parsed.receivedBytes,
      tx_bytes: parsed.sentBytes,
    }
  );
}

const celsius = (value: number | undefined): Fields | undefined =>
  value === undefined ? undefined : { temp_c: value };

export const fibocomFacts: FactTable = {
  "+GTCCINFO": cells,
  "+GTCAINFO": (lines) => {
    const parsed = parseGtcainfo(lines);
    return parsed && { band: parsed.band, secondary: parsed.secondary };
  },
  "+GTSTATIS": traffic,
  "+GTRNDIS": (lines) => {
    const parsed = parseGtrndis(lines);
    return parsed && { active: parsed.active, cid: parsed.cid };
  },
  "+GTDUALSIM": (lines) => {
    const parsed = parseGtdualsim(lines);
    return parsed && { slot: parsed.slot, slot_name: parsed.name };
  },
  "+GTSENRDTEMP": (lines) => celsius(parseGtsenrdtemp(lines)),
  "+MTSM": (lines) => celsius(firstOf(lines, parseMtsm)),
};
