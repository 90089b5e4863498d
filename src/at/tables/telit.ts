/** Commands of Telit modules (LE910Cx AT manual; ModemManager's telit plugin). */
import { type Row, row, setting, withSim } from "../command.ts";

export const telitCommands = {
  "AT#RFSTS": row("#RFSTS", "named"),
  "AT#QSS=1": setting,
  "AT#QSS?": row("#QSS", "named"),
  "AT#CCID": row("#CCID", "any", withSim),
  "AT#TEMPSENS=2": row("#TEMPSENS", "named"),
  "AT#CBC": row("#CBC", "named"),
  // 2: all sessions since the counter was cleared; 0 would clear it.
  "AT#GDATAVOL=2": row("#GDATAVOL", "named"),
  "AT#REBOOT": { ...setting, deadlineMs: 15_000 },
} as const satisfies Record<string, Row>;
