/** Commands of MeiG modules (QModem cmds/meig.sh). The parameter of ^CELLINFO is the context, of which the first is ours. */
import { type Row, row } from "../command.ts";

export const meigCommands = {
  "AT^CELLINFO=1": row("^CELLINFO", "named"),
  "AT+TEMP": row("+TEMP", "named"),
} as const satisfies Record<string, Row>;
