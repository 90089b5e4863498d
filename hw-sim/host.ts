/**
 * A host that the terminal talks to over TCP. How it stands at its port is its own state; whether anything reaches it at all
 * is the path's. What is spoken on its connections is somebody else's: the acquirer's or the reference's.
 */
import { closeSync } from "node:fs";
import type { Socket } from "node:net";
import { type Door, openBlackHole, openDoor, openSluggishDoor, type Site, type Welcome } from "./door.ts";
import { reservePort } from "./libc.ts";
import { loopback, type Place } from "./place.ts";
import type { World } from "./world.ts";

export type HostMode = World["host"];

export interface Host {
  readonly name: string;
  readonly address: string;
  readonly port: number;
  /** Changes how it stands there; connections that stand feel it. Resolves when the new mode holds. */
  setMode(mode: HostMode): Promise<void>;
  close(): Promise<void>;
}

/** One connection, as the one who speaks on it sees it. */
export interface Line {
  /** Straight from the port: nothing is read yet, and nothing will be until `take`. */
  readonly socket: Socket;
  /** Whether what is said now would go out: not in silence, and not into a black hole. */
  readonly open: () => boolean;
  /** The conversation runs on this stream: the socket, or TLS over it. From now on it is read. */
  readonly take: (stream: Socket) => void;
}

export type Serve = (line: Line) => void;

export interface HostSetup {
  readonly name: string;
  /** Loopback when nothing is said. */
  readonly place?: Place;
  /** Speaks on a connection, and hangs up when the other end has; when nothing is said, it listens and says nothing. */
  readonly serve?: Serve;
  /** Bytes that came from the terminal, TLS taken off. */
  readonly received?: (bytes: number) => void;
  readonly idleMs?: number;
}

const IDLE_MS = 60_000;

const listen: Serve = ({ socket, take }) => {
  socket.on("end", () => socket.end());
  take(socket);
};

/** Listens at once on any free port, in mode "up". */
export async function createHost(setup: HostSetup): Promise<Host> {
  const { name, place = loopback, serve = listen, received = () => {}, idleMs = IDLE_MS } = setup;
  /** Each connection, and the stream on it as soon as somebody has taken it. */
  const standing = new Map<Socket, Socket | undefined>();
  let mode: HostMode = "up";
  const speaks = () => mode === "up" || mode === "slow";
  const welcome = (socket: Socket): void => {
    standing.set(socket, undefined);
    socket.on("close", () => standing.delete(socket));
    // A client that resets the connection is nothing to a host.
    socket.on("error", () => socket.destroy());
    const take = (stream: Socket): void => {
      standing.set(socket, stream);
      stream.on("error", () => socket.destroy());
      stream.on("timeout", () => stream.end());
      stream.on("data", (bytes) => received(bytes.length));
      mind(socket, stream);
    };
    const welcomed = speaks() ? serve : listen;
    welcomed({ socket, open: speaks, take });
  };
  /** In a black hole the connection freezes but stands, as it does when the network in between is gone. */
  const mind = (socket: Socket, stream: Socket | undefined): void => {
    if (mode === "down") socket.resetAndDestroy();
    else if (mode === "blackhole") stream?.pause();
    else stream?.resume();
    stream?.setTimeout(speaks() ? idleMs : 0);
  };
  const { fd, port } = place.within(() => reservePort(place.address));
  const entrance = await openEntrance({ place, port }, welcome);
  return {
    name,
    address: place.address,
    port,
    setMode: (to) => {
      mode = to;
      for (const [socket, stream] of standing) mind(socket, stream);
      return entrance.change(to);
    },
    close: async () => {
      await entrance.close();
      for (const socket of standing.keys()) socket.destroy();
      closeSync(fd);
    },
  };
}

/** The door that goes with the mode, one change after the other; open at first. */
async function openEntrance(site: Site, welcome: Welcome) {
  let kind: HostMode = "up";
  let door: Door | undefined = await openDoor(site, welcome);
  let turn: Promise<void> = Promise.resolve();
  const change = async (to: HostMode): Promise<void> => {
    if (to === kind) return;
    kind = to;
    await door?.close();
    door = await doorFor(kind, site, welcome);
  };
  return {
    change: (to: HostMode): Promise<void> => {
      turn = turn.then(() => change(doorKind(to)));
      return turn;
    },
    close: async (): Promise<void> => {
      await turn;
      await door?.close();
    },
  };
}

function doorKind(mode: HostMode): HostMode {
  return mode === "silent" ? "up" : mode;
}

function doorFor(mode: HostMode, site: Site, welcome: Welcome): Promise<Door> | Door | undefined {
  switch (mode) {
    case "up":
    case "silent":
      return openDoor(site, welcome);
    case "blackhole":
      return openBlackHole(site);
    case "slow":
      return openSluggishDoor(site, welcome);
    case "down":
      return undefined;
  }
}
