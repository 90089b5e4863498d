/** Keys of what support may ask of the terminal: who, what, and how often. */
import { verbNames } from "../../model/command.ts";
import type { KeyDefinition } from "../key.ts";

export const commandKeys = {
  "commands.keys_file": {
    type: "path",
    text: "Public keys of those who may ask, or tell what is seen over many terminals: docs/commands.md. Default: no commands and no hints are taken.",
  },
  "commands.allow": {
    type: "words",
    words: verbNames,
    text: "What they may ask for. Default: what changes nothing, which is what `reads only` says in docs/commands.md.",
  },
  "commands.dir": {
    type: "path",
    text: "Folder of the commands' journal and audit log. Default: `commands` beside `outbox.dir`.",
  },
  "commands.per_hour": {
    type: "integer",
    unit: "",
    min: 1,
    max: 600,
    default: 60,
    text: "Most commands an hour; more are refused.",
  },
} as const satisfies Readonly<Record<string, KeyDefinition>>;
