/** Keys of what the agent knows: the catalogue of faults as this deployment wants it. */
import type { KeyDefinition } from "../key.ts";

export const catalogueKeys = {
  "catalogue.file": {
    type: "path",
    text: "The deployment's own wording, rates and parties of faults, and faults that do not occur: docs/catalogue-file.md.",
  },
} as const satisfies Readonly<Record<string, KeyDefinition>>;
