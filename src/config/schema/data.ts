/** Keys of signed data, and of what is new at a start: how long it is on trial, and what is gone back to. */
import type { KeyDefinition } from "../key.ts";

export const dataKeys = {
  "data.keys_file": {
    type: "path",
    text: "Public keys of those whose signed data is taken: docs/updates.md. Default: none is taken, and what was is not used.",
  },
  "data.dir": {
    type: "path",
    text: "Folder of signed data. Default: `data` beside `outbox.dir`.",
  },
  "start.trial_s": {
    type: "integer",
    unit: "s",
    min: 10,
    max: 604_800,
    default: 1_800,
    text: "How long the agent must run with signed data or a configuration that is new before it counts as good. After two starts that did not live so long it goes back.",
  },
  "start.fall_back": {
    type: "flag",
    default: true,
    text: "Whether the last good configuration is kept, and used when the file is of no use. Without it the agent ends with 78.",
  },
} as const satisfies Readonly<Record<string, KeyDefinition>>;
