/** `posdiag --help`: what there is. */
import type { Command } from "./command.ts";
import { table } from "./table.ts";

export function overview(commands: readonly Command[]): string {
  return `posdiag finds on the terminal itself why payments fail, and says what to do about it.

Usage: posdiag COMMAND [OPTIONS]

Commands:
${table(commands.map(({ name, summary }) => [name, summary]))}
posdiag COMMAND --help tells more; posdiag --version prints the version.
`;
}
