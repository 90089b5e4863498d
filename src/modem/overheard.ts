/** A port with somebody who hears what goes over it. */
import type { OpenPort } from "./port.ts";

export type Direction = "to_modem" | "from_modem";

/** `hear` must not throw and must not block. */
export function overheard(open: OpenPort, hear: (direction: Direction, text: string) => void): OpenPort {
  return async (listener) => {
    const port = await open({
      line: (text) => {
        hear("from_modem", text);
        listener.line(text);
      },
      partial: () => listener.partial(),
      lost: () => listener.lost(),
    });
    return {
      write: (text) => {
        hear("to_modem", text);
        return port.write(text);
      },
      partial: () => port.partial(),
      dropPartial: () => port.dropPartial(),
      close: () => port.close(),
      get counts() {
        return port.counts;
      },
    };
  };
}
