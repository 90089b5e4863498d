/** Keys of the card readers that pcscd serves. */
import type { KeyDefinition } from "../key.ts";

export const readerKeys = {
  "reader.pcsc": {
    type: "choice",
    values: ["off", "on"],
    default: "off",
    text: "Whether pcscd is asked what happens at its card readers: docs/card-reader.md. It never opens a card.",
  },
  "reader.pcscd_socket": { type: "path", default: "/run/pcscd/pcscd.comm", text: "Socket of pcscd." },
  "reader.name": {
    type: "text",
    pattern: /^(?!.*\d{12})[\x20-\x7e]{1,127}$/,
    allowed: "1 to 127 printable ASCII characters, never 12 digits in a row",
    text: "Part of the name of the reader that is meant. Default: every reader counts.",
  },
} as const satisfies Readonly<Record<string, KeyDefinition>>;
