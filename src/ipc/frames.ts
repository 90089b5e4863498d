/** Frames of the local socket: JSON and a form feed, `{"type":…,"data":…}\f`, as node-ipc writes them. */

/** JSON escapes a form feed inside a string, so it cannot occur in a frame. */
const delimiter = "\f";

/** Longest frame that a peer may send, in characters. */
export const longestRequest = 65_536;

export interface FrameReader {
  /** The frames that this chunk completed. `overflow`: a frame passed the limit; it and the rest are gone. */
  push(chunk: string): { readonly frames: readonly string[]; readonly overflow: boolean };
}

/** Holds at most `limit` characters of a frame that is not complete. */
export function createFrameReader(limit: number): FrameReader {
  let held: string[] = [];
  let length = 0;
  return {
    push: (chunk) => {
      const parts = chunk.split(delimiter);
      const rest = parts.pop() ?? "";
      const frames: string[] = [];
      for (const part of parts) {
        if (length + part.length > limit) return { frames, overflow: true };
        frames.push(held.join("") + part);
        held = [];
        length = 0;
      }
      length += rest.length;
      if (length > limit) {
        held = [];
        length = 0;
        return { frames, overflow: true };
      }
      if (rest) held.push(rest);
      return { frames, overflow: false };
    },
  };
}

export function formatFrame(type: string, data: unknown): string {
  return JSON.stringify({ type, data }) + delimiter;
}

/** What a frame says, or undefined when it is not JSON, not an object, or has no type. */
export function parseFrame(frame: string): { readonly type: string; readonly data: unknown } | undefined {
  const message = parseJson(frame);
  if (typeof message !== "object" || message === null || !("type" in message)) return undefined;
  if (typeof message.type !== "string") return undefined;
  return { type: message.type, data: "data" in message ? message.data : undefined };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
