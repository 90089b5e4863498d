/** A TCP proxy that counts what goes through, and can cut every connection. */
import { connect, createServer, type Socket } from "node:net";

export interface CountingProxy extends AsyncDisposable {
  readonly port: number;
  /** Bytes of TCP payload, and pieces in which they came. */
  readonly counts: { up: number; down: number; upPieces: number; downPieces: number; connections: number };
  cut(): void;
}

export async function createProxy(target: number): Promise<CountingProxy> {
  const counts = { up: 0, down: 0, upPieces: 0, downPieces: 0, connections: 0 };
  const sockets = new Set<Socket>();
  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      sockets.delete(socket);
      other.destroy();
    });
  };
  const server = createServer((near) => {
    counts.connections += 1;
    const far = connect(target, "127.0.0.1");
    keep(near, far);
    keep(far, near);
    near.on("data", (chunk: Buffer) => {
      counts.up += chunk.length;
      counts.upPieces += 1;
      far.write(chunk);
    });
    far.on("data", (chunk: Buffer) => {
      counts.down += chunk.length;
      counts.downPieces += 1;
      near.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    counts,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
