/**
 * Whether the sockets of one terminal have a way to the broker. Real sockets, found as Node makes them: the terminal's own
 * code knows nothing of it. Closing the gate cuts what is open without a goodbye, and what is dialled meanwhile is refused as
 * by a system that has no route.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { Socket } from "node:net";

export interface Gate {
  /** Every socket that is made in the course of `act` is behind this gate. */
  within<T>(act: () => Promise<T>): Promise<T>;
  open(): void;
  close(): void;
}

interface Behind {
  isOpen: boolean;
  readonly sockets: Set<Socket>;
}

const current = new AsyncLocalStorage<Behind>();
let isWatching = false;

const noRoute = (): Error => Object.assign(new Error("no way to the broker"), { code: "ENETUNREACH" });

function take(behind: Behind, socket: Socket): void {
  behind.sockets.add(socket);
  socket.once("close", () => behind.sockets.delete(socket));
  // Node has not begun to connect yet.
  if (!behind.isOpen) process.nextTick(() => socket.destroy(noRoute()));
}

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe("net.client.socket", (message) => {
    const socket: unknown =
      typeof message === "object" && message !== null ? Reflect.get(message, "socket") : undefined;
    const behind = current.getStore();
    if (behind && socket instanceof Socket) take(behind, socket);
  });
}

export function createGate(): Gate {
  watch();
  const behind: Behind = { isOpen: false, sockets: new Set() };
  return {
    within: (act) => current.run(behind, act),
    open: () => {
      behind.isOpen = true;
    },
    close: () => {
      behind.isOpen = false;
      for (const socket of behind.sockets) socket.destroy(noRoute());
    },
  };
}
