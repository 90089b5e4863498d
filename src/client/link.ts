/** One connection to the agent at a time, made when it is wanted and made again, with jitter, for as long as it is. */
import { connect, type Socket } from "node:net";
import { type Backoff, createBackoff } from "../base/backoff.ts";
import type { Clock } from "../base/clock.ts";
import { systemCode } from "../base/errors.ts";
import type { Random } from "../base/random.ts";
import { createFrameReader } from "../ipc/frames.ts";

export interface LinkOptions {
  readonly socket: string;
  readonly clock: Clock;
  readonly random: Random;
  up(): void;
  /** The connection is gone, or could not be made; the system's error code, or `closed`. */
  down(code: string): void;
  frame(frame: string): void;
  /** What was written has left this process. */
  drained(): void;
  /** Whether to connect again. */
  wanted(): boolean;
}

export interface Link {
  /** False when there is no connection, or when the agent does not read. */
  write(frame: string): boolean;
  /** Connects if there is no connection. `now`: without waiting for the next attempt. */
  want(now: boolean): void;
  /** Ends a connection on which nothing comes back. */
  drop(): void;
  close(): void;
}

/** A status with all signals has about 20 000 characters. */
const longestReply = 1_048_576;
const mostUnsent = 65_536;

export function createLink(options: LinkOptions): Link {
  const stopping = new AbortController();
  const backoff = createBackoff({ floorMs: 100, firstMs: 500, limitMs: 30_000 }, options.random);
  let socket: Socket | undefined;
  let pause: AbortController | undefined;
  let running = false;

  async function run(): Promise<void> {
    running = true;
    do {
      socket = open(options.socket);
      options.down(socket ? await session(socket, options, backoff) : "EINVAL");
      socket = undefined;
      if (stopping.signal.aborted || !options.wanted()) break;
      pause = new AbortController();
      await options.clock.sleep(backoff.next(), AbortSignal.any([pause.signal, stopping.signal]));
      pause = undefined;
    } while (!stopping.signal.aborted && options.wanted());
    running = false;
  }

  return {
    write: (frame) => {
      if (!socket || socket.pending || socket.destroyed || socket.writableLength > mostUnsent) return false;
      socket.write(frame);
      return true;
    },
    want: (now) => {
      if (stopping.signal.aborted) return;
      if (now) pause?.abort();
      if (!running) void run();
    },
    drop: () => socket?.destroy(),
    close: () => {
      stopping.abort();
      socket?.destroy();
    },
  };
}

/** Undefined for what can be no path. A path only: a number would be a port of this machine. */
function open(path: string): Socket | undefined {
  try {
    return connect({ path });
  } catch {
    return undefined; // Node throws for what is no string, is empty or holds a NUL; the payment application must not hear of it.
  }
}

/** From connect to close; resolves to why it ended. */
function session(socket: Socket, options: LinkOptions, backoff: Backoff): Promise<string> {
  const reader = createFrameReader(longestReply);
  let reason = "closed";
  socket.setEncoding("utf8");
  socket.on("connect", () => options.up());
  socket.on("drain", () => options.drained());
  socket.on("data", (chunk: Buffer | string) => {
    const { frames, overflow } = reader.push(String(chunk));
    for (const frame of frames) options.frame(frame);
    // A server that says something is worth coming back to soon; one that only takes connections is not.
    if (frames.length > 0) backoff.reset();
    if (overflow) socket.destroy();
  });
  socket.on("error", (error) => {
    reason = systemCode(error) ?? "failed";
  });
  return new Promise((resolve) => {
    socket.once("close", () => resolve(reason));
  });
}
