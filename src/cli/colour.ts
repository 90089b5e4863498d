/** Whether what is printed may have colours. */
import type { Io } from "./command.ts";

/** https://no-color.org: not when the variable is there and not empty; and never into a file or a pipe. */
export function mayColour({ env }: Pick<Io, "env">): boolean {
  return process.stdout.isTTY === true && !env["NO_COLOR"];
}
