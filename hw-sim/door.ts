/** Three ways to stand at a TCP port of 127.0.0.1: open, a black hole, and now one, now the other. */
import { closeSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { listenWithoutAccept } from "./libc.ts";

export interface Door {
  /** Stops listening; connections that stand go on standing. */
  readonly close: () => Promise<void>;
}

export type Welcome = (socket: Socket) => void;

export async function openDoor(port: number, welcome: Welcome): Promise<Door> {
  const server = createServer({ pauseOnConnect: true }, welcome);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    // Not waited for: "close" comes only when the last connection has gone, and those may outlive the listener.
    close: async () => void server.close(),
  };
}

/** Nobody accepts, and one connection of our own fills the queue: every other connect runs into its own time-out. */
export async function openBlackHole(port: number): Promise<Door> {
  const fd = listenWithoutAccept(port);
  const filler = connect(port, "127.0.0.1");
  filler.on("error", () => filler.destroy());
  await new Promise<void>((resolve) => {
    filler.once("connect", resolve);
    filler.once("close", () => resolve());
  });
  return {
    close: async () => {
      filler.destroy();
      closeSync(fd);
    },
  };
}

const SHUT_MS = 1_700;
const AJAR_MS = 600;

/** Mostly a black hole, open for moments: a connect gets through on a later SYN, after one to seven seconds. */
export function openSluggishDoor(port: number, welcome: Welcome): Door {
  const stop = new AbortController();
  const pause = (ms: number): Promise<boolean> =>
    wait(ms, true, { signal: stop.signal, ref: false }).catch(() => false); // false: told to stop
  const swing = async (): Promise<void> => {
    for (let shut = true; !stop.signal.aborted; shut = !shut) {
      const door = await (shut ? openBlackHole(port) : openDoor(port, welcome));
      await pause(shut ? SHUT_MS : AJAR_MS);
      await door.close();
    }
  };
  const swinging = swing();
  return {
    close: () => {
      stop.abort();
      return swinging;
    },
  };
}
