/**
 * The commands the agent may send, one table a family. All of them read, choose what the modem reports, or belong to the
 * recovery ladder, which is off unless it is configured.
 */
import { type Command, type Row, setting } from "./command.ts";
import { cinterionCommands } from "./tables/cinterion.ts";
import { fibocomCommands } from "./tables/fibocom.ts";
import { huaweiCommands } from "./tables/huawei.ts";
import { meigCommands } from "./tables/meig.ts";
import { neowayCommands } from "./tables/neoway.ts";
import { quectelCommands } from "./tables/quectel.ts";
import { sierraCommands } from "./tables/sierra.ts";
import { simcomCommands } from "./tables/simcom.ts";
import { standardCommands } from "./tables/standard.ts";
import { telitCommands } from "./tables/telit.ts";
import { ubloxCommands } from "./tables/u-blox.ts";
import { zteCommands } from "./tables/zte.ts";

export type { Command } from "./command.ts";

const table = {
  ...standardCommands,
  ...quectelCommands,
  ...simcomCommands,
  ...fibocomCommands,
  ...meigCommands,
  ...neowayCommands,
  ...ubloxCommands,
  ...telitCommands,
  ...huaweiCommands,
  ...zteCommands,
  ...sierraCommands,
  ...cinterionCommands,
} as const satisfies Record<string, Row>;

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
    lines: parts.some(({ lines }) => lines === "any") ? "any" : "named",
    deadlineMs: Math.max(...parts.map(({ deadlineMs }) => deadlineMs)),
    needsSim: parts.some(({ needsSim }) => needsSim),
  };
}

const namePattern = /[+^#$!*%&@][A-Z][A-Z0-9_]*/gi;
const basicPattern = /^AT([A-Z])\d*"?$/i;

/** Names in a command line, each once, in capitals: `+COPS` of `AT+COPS=3,0;+COPS?`, `I` of ATI; none in `AT`. */
export function namesOf(request: string): string[] {
  const basic = basicPattern.exec(request)?.[1];
  if (basic !== undefined) return [basic.toUpperCase()];
  const bare = request.slice(2).replace(/"[^"]*"/g, "");
  return [...new Set((bare.match(namePattern) ?? []).map((name) => name.toUpperCase()))];
}

/** Any command a person or a script types; what the table does not know is judged by its names. */
export function commandFor(request: string, deadlineMs?: number): Command {
  const known = commands.get(request);
  const prefixes = namesOf(request).filter((name) => name.length > 1);
  const base = known ?? { ...setting, request, prefixes, lines: "any" };
  return deadlineMs === undefined ? base : { ...base, deadlineMs };
}
