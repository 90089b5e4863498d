/** Commands of Neoway modules (QModem cmds/neoway.sh). */
import { type Row, row, withSim } from "../command.ts";

export const neowayCommands = {
  "AT+NETDMSGEX": row("+NETDMSGEX", "named"),
  AT$MYCCID: row("$MYCCID", "any", withSim),
} as const satisfies Record<string, Row>;
