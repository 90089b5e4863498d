/** Keys of the code by which a verdict gets out where nothing else does. */
import type { KeyDefinition } from "../key.ts";

export const lastResortKeys = {
  "last_resort.key_file": {
    type: "path",
    text: "Key of this terminal, with which its codes are sealed: docs/last-resort.md. Default: none, and its codes prove nothing.",
  },
  "last_resort.sign_key_file": {
    type: "path",
    text: "Private key, Ed25519 in PEM form, with which the QR code is signed as well. Default: it is not.",
  },
  "last_resort.after_min": {
    type: "integer",
    unit: "min",
    min: 0,
    max: 1_440,
    default: 10,
    text: "When the broker has not been reached for so many minutes, a diagnosis bears its code.",
  },
} as const satisfies Readonly<Record<string, KeyDefinition>>;
