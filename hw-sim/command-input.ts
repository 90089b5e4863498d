/** Bytes from the client → command lines, as V.250 §5.2 has them: ended by CR, LF ignored, ESC and Ctrl-Z give up the line. */
const CR = 0x0d;
const LF = 0x0a;
const ESC = 0x1b;
const CTRL_Z = 0x1a;
/** A line that grows beyond this is answered with ERROR and forgotten. */
const LINE_LIMIT = 2_048;

export interface CommandInput {
  /** Takes bytes, returns the lines that they complete. */
  take(bytes: Uint8Array): readonly string[];
  /** Forgets a half line. */
  reset(): void;
}

export function createCommandInput(): CommandInput {
  let line: number[] = [];
  let overflow = false;
  const finish = (): string => {
    const text = overflow ? "AT too long" : Buffer.from(line).toString("latin1").trim();
    line = [];
    overflow = false;
    return text;
  };
  const step = (byte: number): string | undefined => {
    if (byte === CR) return finish();
    if (byte === ESC || byte === CTRL_Z) line = [];
    else if (line.length >= LINE_LIMIT) overflow = true;
    else if (byte !== LF) line.push(byte);
    return undefined;
  };
  return {
    take: (bytes) => [...bytes].map(step).filter((text) => text !== undefined),
    reset: () => {
      line = [];
      overflow = false;
    },
  };
}
