/**
 * The agent's local socket as a payment application in any language would speak it: JSON objects `{"type","data"}`, each
 * ended by a form feed.
 */
import { createConnection, type Socket } from "node:net";

export interface Door {
  /** The answer's data; rejects when none comes in time or the agent refuses. */
  ask(type: string, data?: object): Promise<Record<string, unknown>>;
  /** Says it and does not wait. */
  tell(type: string, data: object): void;
  onPush(watch: (data: Record<string, unknown>) => void): void;
  /** False once the agent or the socket has gone. */
  isOpen(): boolean;
  close(): void;
}

const answerLimitMs = 15_000;
/** The agent ends connections from which it hears nothing for a minute. */
const aliveMs = 20_000;

interface Message {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

function connected(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path, () => resolve(socket));
    socket.once("error", reject);
  });
}

export async function openDoor(path: string): Promise<Door> {
  const socket = await connected(path);
  const waiting = new Map<number, (message: Message) => void>();
  const pushed = new Set<(data: Record<string, unknown>) => void>();
  let rest = "";
  let last = 0;
  socket.setEncoding("utf8");
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk) => {
    const frames = (rest + chunk).split("\f");
    rest = frames.pop() ?? "";
    for (const frame of frames) hear(JSON.parse(frame));
  });
  const hear = (message: Message): void => {
    const number = message.data["request"];
    const settle = typeof number === "number" ? waiting.get(number) : undefined;
    if (settle) settle(message);
    else if (message.type === "posdiag.diagnosis") for (const watch of pushed) watch(message.data);
  };
  const send = (type: string, data: object) => socket.write(`${JSON.stringify({ type, data })}\f`);
  const pulse = setInterval(() => send("posdiag.alive", {}), aliveMs);
  pulse.unref();
  socket.once("close", () => clearInterval(pulse));
  return {
    tell: send,
    ask: (type, data = {}) => {
      last += 1;
      const request = last;
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`no answer to ${type}`)), answerLimitMs);
        waiting.set(request, (message) => {
          clearTimeout(late);
          waiting.delete(request);
          if ("refused" in message.data) reject(new Error(`${type} refused: ${message.data["refused"]}`));
          else resolve(message.data);
        });
        send(type, { ...data, request });
      });
    },
    onPush: (watch) => void pushed.add(watch),
    isOpen: () => socket.writable,
    close: () => socket.destroy(),
  };
}

/** Tries again until the agent listens. A dozen that start together on a busy machine take their time. */
export async function awaitDoor(path: string, limitMs = 45_000): Promise<Door> {
  const endMs = Date.now() + limitMs;
  for (;;) {
    try {
      return await openDoor(path);
    } catch (error) {
      // Not there yet: ENOENT before the agent made the socket, ECONNREFUSED before it listens.
      if (Date.now() > endMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
