import { firstOf } from "../fields.ts";
import { parseCellPower, parseXact, parseXcesq, parseXlec, parseXmci } from "../parse/xmm.ts";
import { cellFacts } from "./cell.ts";
import type { FactReader, FactTable, Fields } from "./fact.ts";

function quality(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseXcesq);
  if (!parsed) return undefined;
  const names = ["rxlev", "ber", "rscp", "ecno", "rsrq", "rsrp", "sinr"];
  return {
    ...Object.fromEntries(names.map((name, at) => [`${name}_raw`, parsed.raw[at]])),
    rxlev_dbm: parsed.rxlevDbm,
    ber: parsed.ber,
    rscp_dbm: parsed.rscpDbm,
    ecno_db: parsed.ecnoDb,
    rsrq_db: parsed.rsrqDb,
    rsrp_dbm: parsed.rsrpDbm,
    sinr_db: parsed.sinrDb,
  };
}

const power: FactReader = (lines) => {
  const cell = parseCellPower(lines);
  return cell && { pci: cell.physical, earfcn: cell.channel, rsrp_dbm: cell.rsrpDbm, rsrq_db: cell.rsrqDb };
};

export const xmmFacts: FactTable = {
  "+XCESQ": quality,
  "+XMCI": (lines) => {
    const parsed = parseXmci(lines);
    return parsed && { ...cellFacts(parsed.cell), neighbours: parsed.neighbours };
  },
  "+XLEC": (lines) => {
    const parsed = firstOf(lines, parseXlec);
    return parsed && { carriers: parsed.carriers, band: parsed.band };
  },
  "+XACT": (lines) => {
    const parsed = firstOf(lines, parseXact);
    return parsed && { mode: parsed.mode, preferred: parsed.preferred, bands: parsed.bands };
  },
  "+RSRP": power,
  "+RSRQ": power,
};
