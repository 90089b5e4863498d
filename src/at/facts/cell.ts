/** A cell as fields: areas, channels and cell numbers have another name in each technology. */
import { type RadioCell, ratOfName } from "../parse/radio-cell.ts";
import type { Fields } from "./fact.ts";

function placeFacts({ area, physical, channel, rat }: RadioCell): Fields {
  switch (ratOfName(rat)) {
    case "nr":
      return { tac: area, pci: physical, arfcn: channel };
    case "lte":
      return { tac: area, pci: physical, earfcn: channel };
    case "wcdma":
      return { lac: area, psc: physical, uarfcn: channel };
    default:
      return { lac: area, arfcn: channel };
  }
}

export function cellFacts(cell: RadioCell): Fields {
  return {
    rat: cell.rat,
    mcc: cell.mcc,
    mnc: cell.mnc,
    ...placeFacts(cell),
    cell_id: cell.cell,
    band: cell.band,
    rsrp_dbm: cell.rsrpDbm,
    rsrq_db: cell.rsrqDb,
    sinr_db: cell.sinrDb,
    rssi_dbm: cell.rssiDbm,
    rscp_dbm: cell.rscpDbm,
    ecio_db: cell.ecioDb,
  };
}
