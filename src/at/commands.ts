/**
 * The commands the agent may send, one table a family. All of them read, choose what the modem reports, or belong to the
 * recovery ladder, which is off unless it is configured.
 */
import { type Command, type Row, setting } from "./command.ts";
import { quectelCommands } from "./tables/quectel.ts";
import { standardCommands } from "./tables/standard.ts";

export type { Command } from "./command.ts";

const table = { ...standardCommands, ...quectelCommands } as const satisfies Record<string, Row>;

/** Text of a command that the table knows. */
export type KnownRequest = keyof typeof table;

export const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries(table).map(([request, rest]) => [request, { request, ...rest }]),
);

export function command(request: KnownRequest): Command {
  return { request, ...table[request] };
}

/**
 * Several reading commands in one line (V.250 §5.2.1): one exchange in place of many. The first that fails ends the line,
 * and what came before it cannot be told apart from success: then each must be asked alone.
 */
export function combined(parts: readonly Command[]): Command {
  return {
    request: `AT${parts.map(({ request }) => request.slice(2)).join(";")}`,
    prefixes: parts.flatMap(({ prefixes }) => prefixes),
    lines: "named",
    deadlineMs: Math.max(...parts.map(({ deadlineMs }) => deadlineMs)),
    needsSim: parts.some(({ needsSim }) => needsSim),
  };
}

const namePattern = /[+^#$!*%&@][A-Z][A-Z0-9_]*/gi;

/** Any command a person or a script types; what the table does not know is judged by its names. */
export function commandFor(request: string, deadlineMs?: number): Command {
  const known = commands.get(request);
  const names = [
    ...new Set(
      request
        .slice(2)
        .replace(/"[^"]*"/g, "")
        .match(namePattern) ?? [],
    ),
  ];
  const base = known ?? { ...setting, request, prefixes: names.map((name) => name.toUpperCase()), lines: "any" };
  return deadlineMs === undefined ? base : { ...base, deadlineMs };
}
