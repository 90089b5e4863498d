/** Keys of the recording of what the agent sees, for `posdiag replay`. */
import type { KeyDefinition } from "../key.ts";

export const recordKeys = {
  "record.file": {
    type: "path",
    text: "File into which all Readings are recorded, for `posdiag replay`: docs/replay.md. Default: nothing is recorded.",
  },
  "record.max_bytes": {
    type: "integer",
    unit: "bytes",
    min: 65_536,
    max: 268_435_456,
    default: 8_388_608,
    text: "When it is full it is set aside as FILE.1 and begun anew, so that two of them are the most there is. Every line wears the flash.",
  },
} as const satisfies Readonly<Record<string, KeyDefinition>>;
