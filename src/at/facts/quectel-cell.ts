/** Quectel's +QCSQ and +QENG as fields. */
import { firstOf } from "../fields.ts";
import { type Cell, parseNeighbours, parseQcsq, parseServingCell } from "../parse/serving-cell.ts";
import { cellFacts } from "./cell.ts";
import type { Fields } from "./fact.ts";

export function qualityFacts(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseQcsq);
  if (!parsed) return undefined;
  return {
    sysmode: parsed.sysmode,
    rssi_dbm: parsed.rssiDbm,
    rsrp_dbm: parsed.rsrpDbm,
    rsrq_db: parsed.rsrqDb,
    sinr_raw: parsed.sinrRaw,
    sinr_db: parsed.sinrDb,
    rscp_dbm: parsed.rscpDbm,
    ecio_db: parsed.ecioDb,
  };
}

function servingFacts(cell: Cell): Fields {
  return { ...cellFacts(cell), duplex: cell.duplex, rxlev_dbm: cell.rxlevDbm };
}

export function servingCellFacts(lines: readonly string[]): Fields | undefined {
  const parsed = parseServingCell(lines);
  if (!parsed) return undefined;
  return {
    rat: undefined,
    ...(parsed.cell && servingFacts(parsed.cell)),
    state: parsed.state,
    nr: parsed.nr && servingFacts(parsed.nr),
  };
}

/** The strongest neighbour is listed first; its fields stand at the top, too. */
export function neighbourFacts(lines: readonly string[]): Fields {
  const cells = parseNeighbours(lines);
  const [first] = cells;
  return { ...(first && cellFacts(first)), neighbours: cells.length, cells: cells.map(cellFacts) };
}
