/** What every command of the command line is made of. main.ts holds the list of them and nothing else. */
import type { Readable } from "node:stream";

export interface Io {
  readonly stdin: Readable;
  /** Text as it is; callers add line ends. */
  out(text: string): void;
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborts on SIGINT and SIGTERM. */
  readonly stop: AbortSignal;
}

export interface Command {
  /** As typed, e.g. `support watch`. */
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** The whole text of `--help`: usage, options, an example, exit codes. */
  readonly help: string;
  /** Arguments after the name. Resolves to the exit code; an AgentError becomes its text and code. */
  run(args: readonly string[], io: Io): Promise<number>;
}
