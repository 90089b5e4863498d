/** The embedded MQTT 3.1.1 broker, for when no other one is at hand. It keeps what passed, for those who watch. */
import { createServer, type Socket } from "node:net";
import { Aedes } from "aedes";

/** One message that passed; the payload is kept only so far. */
export interface PassedMessage {
  readonly topic: string;
  readonly payload: Buffer;
  readonly qos: number;
  readonly retain: boolean;
}

export interface Broker {
  readonly url: string;
  /** The newest messages, oldest first. */
  readonly passed: readonly PassedMessage[];
  close(): Promise<void>;
}

const KEPT_MESSAGES = 200;
const KEPT_BYTES = 65_536;

export interface BrokerSetup {
  /** 0: any free port. */
  readonly port?: number;
  readonly onMessage?: (message: PassedMessage) => void;
}

export async function createBroker({ port = 0, onMessage = () => {} }: BrokerSetup = {}): Promise<Broker> {
  const aedes = await Aedes.createBroker();
  const passed: PassedMessage[] = [];
  aedes.on("publish", ({ topic, payload, qos, retain }, client) => {
    if (!client && topic.startsWith("$SYS/")) return;
    const bytes = Buffer.from(payload).subarray(0, KEPT_BYTES);
    const message = { topic, payload: bytes, qos, retain };
    passed.push(message);
    if (passed.length > KEPT_MESSAGES) passed.shift();
    onMessage(message);
  });
  const standing = new Set<Socket>();
  const server = createServer((socket) => {
    standing.add(socket);
    socket.on("close", () => standing.delete(socket));
    aedes.handle(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    url: `mqtt://127.0.0.1:${typeof address === "object" && address ? address.port : port}`,
    passed,
    close: async () => {
      for (const socket of standing) socket.destroy();
      await Promise.all([
        new Promise<void>((resolve) => server.close(() => resolve())),
        new Promise<void>((resolve) => aedes.close(() => resolve())),
      ]);
    },
  };
}
