/** Commands of SIMCom modules (SIM7500/7600 AT manual; A7600 series AT manual; TinyGSM for the resets). */
import { type Row, row, setting, withSim } from "../command.ts";

/** A module that restarts may answer after it has shut down what runs. */
const restart: Row = { ...setting, deadlineMs: 15_000 };

export const simcomCommands = {
  "AT+CPSI?": row("+CPSI", "named"),
  "AT+CPMUTEMP": row("+CPMUTEMP", "named"),
  "AT+CICCID": row("+ICCID", "any", withSim),
  "AT+CRESET": restart,
  "AT+CREBOOT": restart,
} as const satisfies Record<string, Row>;
