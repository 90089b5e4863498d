/** Three ways to stand at a TCP port: open, a black hole, and now one, now the other. */
import { closeSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { bindTcp, listenWithoutAccept } from "./libc.ts";
import type { Place } from "./place.ts";

export interface Door {
  /** Stops listening; connections that stand go on standing. */
  readonly close: () => Promise<void>;
}

export interface Site {
  readonly place: Place;
  readonly port: number;
}

export type Welcome = (socket: Socket) => void;

/** Connections at one time; further ones are hung up on. */
const CROWD = 256;

export async function openDoor({ place, port }: Site, welcome: Welcome): Promise<Door> {
  const fd = place.within(() => bindTcp({ address: place.address, port }));
  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, welcome);
  server.maxConnections = CROWD;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ fd }, resolve);
  });
  return {
    // Not waited for: "close" comes only when the last connection has gone, and those may outlive the listener.
    close: async () => void server.close(),
  };
}

/** Nobody accepts, and one connection of our own fills the queue: every other connect runs into its own time-out. */
export function openBlackHole({ place, port }: Site): Door {
  const sockets = place.within(() => listenWithoutAccept({ address: place.address, port }));
  return { close: async () => sockets.forEach(closeSync) };
}

const SHUT_MS = 1_700;
const AJAR_MS = 600;

/** Mostly a black hole, open for moments: a connect gets through on a later SYN, after one to seven seconds. */
export function openSluggishDoor(site: Site, welcome: Welcome): Door {
  const stop = new AbortController();
  const pause = (ms: number): Promise<boolean> =>
    wait(ms, true, { signal: stop.signal, ref: false }).catch(() => false); // false: told to stop
  const swing = async (): Promise<void> => {
    for (let shut = true; !stop.signal.aborted; shut = !shut) {
      const door = await (shut ? openBlackHole(site) : openDoor(site, welcome));
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
