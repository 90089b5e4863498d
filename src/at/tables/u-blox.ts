/** Commands of u-blox modules (SARA-R5 AT manual; ubxlib). */
import { type Row, row, setting } from "../command.ts";

export const ubloxCommands = {
  "AT+UCGED=2": setting,
  // The mode, then bare lines with the cell.
  "AT+UCGED?": row("+UCGED", "any"),
  "AT+UGCNTRD": row("+UGCNTRD", "named"),
} as const satisfies Record<string, Row>;
