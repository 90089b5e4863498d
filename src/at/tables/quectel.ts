/** Commands of Quectel modules (EC2x/EG2x AT manual; RM5xx AT manual). */
import { type Row, row, setting, withSim } from "../command.ts";

export const quectelCommands = {
  "AT+QSIMSTAT=1": setting,
  "AT+QSIMSTAT?": row("+QSIMSTAT", "named"),
  "AT+QCCID": row("+QCCID", "any", withSim),
  "AT+QCSQ": row("+QCSQ", "named"),
  'AT+QENG="servingcell"': row("+QENG", "named"),
  "AT+QGDCNT?": row("+QGDCNT", "named"),
  "AT+QTEMP": row("+QTEMP", "named"),
  "AT+QLTS=2": row("+QLTS", "named"),
  // Kept over a restart; sent only when reports have been seen to go elsewhere.
  'AT+QURCCFG="urcport","usbat"': setting,
  'AT+QURCCFG="urcport","uart1"': setting,
} as const satisfies Record<string, Row>;
