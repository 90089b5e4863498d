/** The broker that comes with the packages: MQTT 3.1.1 only, in memory, on 127.0.0.1. */
import { createServer, type Server, type Socket } from "node:net";
import { Aedes, type AedesOptions } from "aedes";
import { freePort } from "./mosquitto.ts";

export interface AedesBroker extends AsyncDisposable {
  readonly port: number;
  /** Starts it (again) on the same port, with nothing remembered. */
  start(options?: Partial<AedesOptions>): Promise<void>;
  /** Ends it and every connection without a word. */
  stop(): Promise<void>;
}

export async function createAedes(): Promise<AedesBroker> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  let running: { readonly broker: Aedes; readonly server: Server } | undefined;
  const stop = async () => {
    const ending = running;
    running = undefined;
    if (!ending) return;
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => ending.server.close(resolve));
    await new Promise<void>((resolve) => ending.broker.close(() => resolve()));
  };
  return {
    port,
    stop,
    start: async (options = {}) => {
      const broker = await Aedes.createBroker(options);
      const server = createServer((socket) => {
        sockets.add(socket);
        socket.on("close", () => sockets.delete(socket));
        broker.handle(socket);
      });
      await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
      running = { broker, server };
    },
    [Symbol.asyncDispose]: stop,
  };
}
