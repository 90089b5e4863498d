/** Commands of ZTE and Gosuncn modules (ModemManager's zte plugin; QModem cmds/gosuncn.sh; 3ginfo's modem/usb/19d2*). */
import { type Row, row, withSim } from "../command.ts";

export const zteCommands = {
  "AT+ZRSSI": row("+ZRSSI", "named"),
  // Answered under another name.
  "AT+ZICCID?": { ...row("+ZICCID", "any", withSim), prefixes: ["+ZICCID", "^ICCID"] },
} as const satisfies Record<string, Row>;
