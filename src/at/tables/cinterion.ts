/** Commands of Cinterion modules (EHS6 AT manual; ModemManager's cinterion plugin). */
import { type Row, row, setting } from "../command.ts";

export const cinterionCommands = {
  "AT^SMONI": row("^SMONI", "named"),
  "AT^SCKS=1": setting,
  "AT^SCKS?": row("^SCKS", "named"),
} as const satisfies Record<string, Row>;
