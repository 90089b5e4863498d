import { PassThrough } from "node:stream";
import type { Io } from "../../src/cli/command.ts";

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
