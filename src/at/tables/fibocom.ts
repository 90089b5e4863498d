/** Commands of Fibocom modules (FM160/FG160 AT manual V1.0.2; L860 AT manual V3.2.3), some of which ZTE's modules know, too. */
import { type Row, row } from "../command.ts";

export const fibocomCommands = {
  // The name stands alone; the cells follow as bare lines (FM160-CN, seen).
  "AT+GTCCINFO?": row("+GTCCINFO", "any"),
  "AT+GTSTATIS?": row("+GTSTATIS", "named"),
  "AT+GTSENRDTEMP=1": row("+GTSENRDTEMP", "named"),
  "AT+MTSM=1": row("+MTSM", "named"),
  "AT+XCESQ?": row("+XCESQ", "named"),
} as const satisfies Record<string, Row>;
