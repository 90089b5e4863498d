/** Commands of Huawei modules (ME909s AT manual; ModemManager's huawei plugin). */
import { type Row, row, setting, withSim } from "../command.ts";

export const huaweiCommands = {
  "AT^CURC=1": setting,
  "AT^HCSQ?": row("^HCSQ", "named"),
  "AT^ICCID?": row("^ICCID", "any", withSim),
  "AT^CHIPTEMP?": row("^CHIPTEMP", "named"),
  "AT^DSFLOWQRY": row("^DSFLOWQRY", "named"),
  "AT^RESET": { ...setting, deadlineMs: 15_000 },
  "AT^NWTIME?": row("^NWTIME", "named"),
} as const satisfies Record<string, Row>;
