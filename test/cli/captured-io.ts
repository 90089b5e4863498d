import { PassThrough } from "node:stream";
import type { Command, Io } from "../../src/cli/command.ts";

export interface Captured {
  readonly io: Io;
  out(): string;
  err(): string;
}

/** Streams of a command, kept instead of written. */
export function capturedIo(env: Readonly<Record<string, string>> = {}): Captured {
  let [out, err] = ["", ""];
  const io: Io = {
    stdin: new PassThrough(),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env,
    stop: new AbortController().signal,
  };
  return { io, out: () => out, err: () => err };
}

/** A command from its arguments to its end. */
export async function runCaptured(
  command: Command,
  args: readonly string[],
): Promise<{ readonly exit: number; readonly out: string; readonly err: string }> {
  const captured = capturedIo();
  const exit = await command.run(args, captured.io);
  return { exit, out: captured.out(), err: captured.err() };
}
