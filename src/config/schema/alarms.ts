/** Keys of the alarm inventory. */
import type { KeyDefinition } from "../key.ts";

export const alarmKeys = {
  "alarms.file": {
    type: "path",
    text: "The alarms and their history, kept over restarts. Default: `alarms.json` beside `outbox.dir`.",
  },
  "alarms.rearm_min": {
    type: "integer",
    unit: "min",
    min: 0,
    max: 1_440,
    default: 30,
    text: "Support is told of the same alarm again after so many minutes at the earliest, unless it gets worse or is about money. 0: every time.",
  },
} as const satisfies Readonly<Record<string, KeyDefinition>>;
