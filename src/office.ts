/**
 * Vendor support's own commands, in a file beside the program (`cli/office-link.ts`). It has its own copy of what both use, errors too:
 * so it finds its command by itself.
 */
import { collectorCommand } from "./cli/collector.ts";
import type { Command, Io } from "./cli/command.ts";
import { consoleCommand } from "./cli/console.ts";
import { consoleUserCommand } from "./cli/console-user.ts";
import { dispatch } from "./cli/dispatch.ts";
import { supportExportCommand } from "./cli/support-export.ts";
import { supportListCommand } from "./cli/support-list.ts";
import { supportShowCommand } from "./cli/support-show.ts";

export const officeCommands: readonly Command[] = [
  collectorCommand,
  consoleCommand,
  consoleUserCommand,
  supportListCommand,
  supportShowCommand,
  supportExportCommand,
];

/** Resolves to the exit code. Rejects only for a bug. */
export function runOffice(args: readonly string[], io: Io): Promise<number> {
  return dispatch(officeCommands, args, io);
}
