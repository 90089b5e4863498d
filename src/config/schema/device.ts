/** Keys of what is watched of the terminal's own body. */
import type { KeyDefinition } from "../key.ts";

export const deviceKeys = {
  "device.storage": {
    type: "path",
    text: "Folder of the payment application: its file system is watched for room beside that of the outbox.",
  },
  "feed.file": {
    type: "path",
    text: "File into which a service of the terminal's maker writes the state and counters of its parts: docs/feed.md.",
  },
  "feed.stale_s": {
    type: "number",
    unit: "s",
    min: 10,
    max: 86_400,
    default: 300,
    text: "A feed that is not rewritten for so long says nothing any more.",
  },
} as const satisfies Readonly<Record<string, KeyDefinition>>;
