/** A broker made of bytes, for one client or a few: it notes every packet, and answers as a test wants it, right or wrong. */
import { createServer, type Socket } from "node:net";
import {
  type Connect,
  connack,
  createCutter,
  type Packet,
  type Published,
  pingresp,
  puback,
  readConnect,
  readPublish,
  readSubscribe,
  type Subscribe,
  suback,
} from "./mqtt-bytes.ts";

export interface Conversation {
  readonly socket: Socket;
  /** Of MQTT; 0 before the CONNECT. */
  version: number;
  send(bytes: Buffer): void;
}

export type Behave = (conversation: Conversation, packet: Packet) => void;

export interface OwnBroker extends AsyncDisposable {
  readonly port: number;
  readonly connects: readonly Connect[];
  readonly published: readonly Published[];
  readonly subscribed: readonly Subscribe[];
  readonly conversations: ReadonlySet<Conversation>;
}

/** As a broker should. */
export function politely(conversation: Conversation, packet: Packet): void {
  const { version, send, socket } = conversation;
  if (packet.kind === "connect") send(connack(version));
  if (packet.kind === "publish") {
    const { id, qos } = readPublish(packet, version);
    if (qos > 0) send(puback(id));
  }
  if (packet.kind === "subscribe") send(suback(version, readSubscribe(packet.body, version)));
  if (packet.kind === "pingreq") send(pingresp());
  if (packet.kind === "disconnect") socket.end();
}

export async function createOwnBroker(behave: Behave = politely): Promise<OwnBroker> {
  const connects: Connect[] = [];
  const published: Published[] = [];
  const subscribed: Subscribe[] = [];
  const conversations = new Set<Conversation>();
  const note = (conversation: Conversation, packet: Packet) => {
    if (packet.kind === "connect") {
      const connect = readConnect(packet.body);
      conversation.version = connect.version;
      connects.push(connect);
    }
    if (packet.kind === "publish") published.push(readPublish(packet, conversation.version));
    if (packet.kind === "subscribe") subscribed.push(readSubscribe(packet.body, conversation.version));
  };
  const server = createServer((socket) => {
    const cut = createCutter();
    const send = (bytes: Buffer) => void (socket.writable && socket.write(bytes));
    const conversation: Conversation = { socket, version: 0, send };
    conversations.add(conversation);
    socket.on("error", () => socket.destroy()); // The other side may be rude as well.
    socket.on("close", () => conversations.delete(conversation));
    socket.on("data", (chunk) => {
      for (const packet of cut(chunk)) {
        note(conversation, packet);
        behave(conversation, packet);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    ...{ port: address.port, connects, published, subscribed, conversations },
    [Symbol.asyncDispose]: async () => {
      for (const { socket } of conversations) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
