/** Commands of ZTE and Gosuncn modules (ModemManager's zte plugin; QModem cmds/gosuncn.sh). */
import { type Row, row, withSim } from "../command.ts";

export const zteCommands = {
  "AT+ZCELLINFO?": row("+ZCELLINFO", "named"),
  // Answered under another name.
  "AT+ZICCID?": { ...row("+ZICCID", "any", withSim), prefixes: ["+ZICCID", "^ICCID"] },
} as const satisfies Record<string, Row>;
