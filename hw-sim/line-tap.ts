/** Listens in on both directions of the wire and tells every line with its time, for people who watch. */
export interface WireLine {
  /** Milliseconds since the bench started. */
  readonly at_ms: number;
  readonly direction: "to_modem" | "from_modem";
  /** The line without its end; control bytes as they came (latin1). */
  readonly text: string;
}

const LONGEST = 1_024;

export function createLineTap(nowMs: () => number, tell: (line: WireLine) => void) {
  const rest = { to_modem: "", from_modem: "" };
  return (direction: WireLine["direction"], bytes: Buffer): void => {
    const parts = (rest[direction] + bytes.toString("latin1")).split(/[\r\n]/);
    const last = parts.pop() ?? "";
    const tooLong = last.length > LONGEST;
    rest[direction] = tooLong ? "" : last;
    for (const text of tooLong ? [...parts, last] : parts) {
      if (text !== "") tell({ at_ms: nowMs(), direction, text });
    }
  };
}
