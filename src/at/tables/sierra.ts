/** Commands of Sierra Wireless modules (EM/MC74xx AT manual). Their replies are blocks of labels and values without a name. */
import { type Row, row, setting } from "../command.ts";

export const sierraCommands = {
  "AT!GSTATUS?": row("!GSTATUS", "any"),
  "AT!PCTEMP?": row("!PCTEMP", "any"),
  "AT!PCVOLT?": row("!PCVOLT", "any"),
  "AT!RESET": { ...setting, deadlineMs: 15_000 },
} as const satisfies Record<string, Row>;
