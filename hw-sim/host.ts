/**
 * A host on 127.0.0.1 that the terminal talks to over TCP. What it does is its own state; whether anything reaches it at all
 * is the path's. It speaks no payment protocol: it takes the connection, answers every message with the same bytes, and hangs up on the
 * idle.
 */
import { closeSync } from "node:fs";
import type { Socket } from "node:net";
import { type Door, openBlackHole, openDoor, openSluggishDoor } from "./door.ts";
import { reservePort } from "./libc.ts";
import type { World } from "./world.ts";

export type HostMode = World["host"];

export interface Host {
  readonly name: string;
  readonly port: number;
  /** Changes what it does; connections that stand feel it. Resolves when the new mode holds. */
  setMode(mode: HostMode): Promise<void>;
  close(): Promise<void>;
}

export interface HostSetup {
  readonly name: string;
  /** Bytes that came from the terminal. */
  readonly received?: (bytes: number) => void;
  readonly idleMs?: number;
}

const IDLE_MS = 60_000;

/** Listens at once on any free port, in mode "up". */
export async function createHost({ name, received = () => {}, idleMs = IDLE_MS }: HostSetup): Promise<Host> {
  const standing = new Set<Socket>();
  let mode: HostMode = "up";
  const welcome = (socket: Socket): void => {
    standing.add(socket);
    socket.on("close", () => standing.delete(socket));
    // A client that resets the connection is nothing to a host.
    socket.on("error", () => socket.destroy());
    socket.on("data", (bytes) => {
      received(bytes.length);
      if (mode === "up" || mode === "slow") socket.write(bytes);
    });
    mind(socket);
  };
  /** In a black hole the connection freezes but stands, as it does when the network in between is gone. */
  const mind = (socket: Socket): void => {
    if (mode === "down") socket.resetAndDestroy();
    else if (mode === "blackhole") socket.pause();
    else socket.resume();
    socket.setTimeout(mode === "up" || mode === "slow" ? idleMs : 0, () => socket.end());
  };
  const { fd, port } = reservePort();
  let door: Door | undefined = await openDoor(port, welcome);
  const change = async (to: HostMode): Promise<void> => {
    if (to === mode) return;
    const sameDoor = doorKind(to) === doorKind(mode);
    mode = to;
    for (const socket of standing) mind(socket);
    if (sameDoor) return;
    await door?.close();
    door = await doorFor(to, port, welcome);
  };
  let turn: Promise<void> = Promise.resolve();
  return {
    name,
    port,
    setMode: (to) => {
      turn = turn.then(() => change(to));
      return turn;
    },
    close: async () => {
      await turn;
      await door?.close();
      for (const socket of standing) socket.destroy();
      closeSync(fd);
    },
  };
}

function doorKind(mode: HostMode): HostMode {
  return mode === "silent" ? "up" : mode;
}

function doorFor(mode: HostMode, port: number, welcome: (socket: Socket) => void): Promise<Door> | Door | undefined {
  switch (mode) {
    case "up":
    case "silent":
      return openDoor(port, welcome);
    case "blackhole":
      return openBlackHole(port);
    case "slow":
      return openSluggishDoor(port, welcome);
    case "down":
      return undefined;
  }
}
