/** `posdiag modem parse`: what replies of modems say, without a modem. */

import type { Asked, Context } from "../at/facts/fact.ts";
import { transcriptFacts } from "../at/facts/index.ts";
import { errorCatalogue } from "../base/errors.ts";
import { readArguments } from "./arguments.ts";
import { type BoundedLine, boundedLines } from "./bounded-lines.ts";
import type { Command } from "./command.ts";

const help = `Usage: posdiag modem parse

Reads replies of modems as JSON lines from standard input and prints the fields of each as one JSON line. No modem is needed.

  {"id":"1","command":"AT+CSQ","context":"read","reply":"\\r\\n+CSQ: 18,99\\r\\n\\r\\nOK\\r\\n"}

command is null for lines that came unasked. context is read (the answer of a command), test (the answer of its =? form) or
urc (unasked); without it the command tells. What a reply does not tell is null. A line that cannot be read gives
{"id":…,"error":…} in its place.

Options:
  -h, --help    this text

Example:
  printf '%s\\n' '{"id":1,"command":"AT+CSQ","reply":"+CSQ: 18,99\\r\\nOK\\r\\n"}' | posdiag modem parse

Exit codes: 0 every line was read, 64 wrong use, 65 some line could not be read
`;

/** More than any reply that a modem gives. */
const longestLine = 256 * 1024;

type Transcript = Asked & { readonly id: string | number | null; readonly reply: string };
type Parsed = Transcript | { readonly id: string | number | null; readonly error: string };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isContext(value: unknown): value is Context {
  return value === "read" || value === "test" || value === "urc";
}

function contextOf(command: string | null): Context {
  if (command === null) return "urc";
  return command.endsWith("=?") ? "test" : "read";
}

function checked(value: unknown): Parsed {
  if (!isRecord(value)) return { id: null, error: "not a JSON object" };
  const id = typeof value["id"] === "string" || typeof value["id"] === "number" ? value["id"] : null;
  const { command = null, context, reply } = value;
  if (command !== null && typeof command !== "string") return { id, error: "command is neither text nor null" };
  if (typeof reply !== "string") return { id, error: "reply is not text" };
  if (context !== undefined && !isContext(context)) return { id, error: "context is not read, test or urc" };
  return { id, command, context: context ?? contextOf(command), reply };
}

function parsed(text: string): Parsed {
  try {
    return checked(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return { id: null, error: "not JSON" };
    throw error;
  }
}

function answer(line: BoundedLine): { readonly bad: boolean; readonly fields: Readonly<Record<string, unknown>> } {
  const read = line.kind === "line" ? parsed(line.text) : { id: null, error: `more than ${longestLine} characters` };
  if ("error" in read) return { bad: true, fields: read };
  return { bad: false, fields: { id: read.id, ...transcriptFacts(read) } };
}

/** JSON has no word for undefined, and a field that is not there says less than null. */
function jsonOf(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(fields, (_, value: unknown) => (value === undefined ? null : value));
}

export const modemParseCommand: Command = {
  name: "modem parse",
  summary: "say what replies of modems on standard input mean",
  help,
  run: async (args, io) => {
    readArguments("modem parse", { args: [...args], options: {} });
    let [count, bad] = [0, 0];
    for await (const line of boundedLines(io.stdin, longestLine)) {
      if (io.stop.aborted) break;
      if (line.kind === "line" && line.text.trim() === "") continue;
      const answered = answer(line);
      count += 1;
      if (answered.bad) bad += 1;
      io.out(`${jsonOf(answered.fields)}\n`);
    }
    if (bad === 0) return 0;
    io.err(`posdiag modem parse: ${bad} of ${count} lines could not be read\n`);
    return errorCatalogue.INPUT_INVALID.exit;
  },
};
