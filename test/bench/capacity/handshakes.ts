/** What a connection costs a real Mosquitto: processor time of a handshake, full and with a ticket, and memory while it stays. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connect, type TLSSocket } from "node:tls";
import { tlsLines, writeCertificates } from "../../support/certificates.ts";
import { configuredMosquitto } from "../../support/mosquitto.ts";
import { childNamed } from "../collector/ground.ts";
import { memoryOf, ticksOf, ticksPerSecond } from "../proc.ts";

export interface Handshakes {
  /** Milliseconds of the broker's processor time for a connection: TLS 1.3 with certificates on both sides, CONNECT, three subscriptions. */
  readonly fullMs: number;
  readonly resumedMs: number;
  /** Of those that asked for it with a ticket. */
  readonly resumed: number;
  /** Of the broker's resident memory. */
  readonly kbPerConnection: number;
}

const atATime = 20;
const subscriptions = ["cmd", "ack", "hint"];

/** MQTT 5.0 section 2.1: the lengths here are below 128, one byte. */
function packet(type: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type, body.length]), body]);
}

const text = (value: string): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([length, Buffer.from(value)]);
};

/** CONNECT with a clean start and a keep-alive of 1,200 s, and SUBSCRIBE (MQTT 5.0 sections 3.1 and 3.8). */
function greeting(at: number): Buffer {
  const connecting = Buffer.concat([text("MQTT"), Buffer.from([5, 2, 0x04, 0xb0, 0]), text(`terminal-${at}`)]);
  const filters = subscriptions.map((leaf) =>
    Buffer.concat([text(`pos/v1/bench/${at}/down/${leaf}`), Buffer.from([1])]),
  );
  return Buffer.concat([packet(0x10, connecting), packet(0x82, Buffer.concat([Buffer.from([0, 1, 0]), ...filters]))]);
}

interface Client {
  readonly socket: TLSSocket;
  readonly ticket: Buffer | undefined;
  readonly isResumed: boolean;
}

interface Place {
  readonly port: number;
  readonly tls: { readonly ca: Buffer; readonly cert: Buffer; readonly key: Buffer };
}

/** Resolves when the broker has answered to both. */
function dial({ port, tls }: Place, at: number, session: Buffer | undefined): Promise<Client> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      port,
      host: "127.0.0.1",
      servername: "localhost",
      ...tls,
      ...(session ? { session } : {}),
    });
    let [ticket, bytes]: [Buffer | undefined, number] = [undefined, 0];
    socket.on("session", (fresh: Buffer) => {
      ticket = fresh;
    });
    socket.once("secureConnect", () => socket.write(greeting(at)));
    socket.on("error", reject);
    socket.on("data", (data: Buffer) => {
      const had = bytes;
      bytes += data.length;
      // The SUBACK is the last packet, and ends with three granted QoS.
      if (had < bytes && data.subarray(-3).equals(Buffer.from([1, 1, 1])))
        resolve({ socket, ticket, isResumed: socket.isSessionReused() });
    });
  });
}

async function dialAll(place: Place, tickets: readonly (Buffer | undefined)[]): Promise<readonly Client[]> {
  const clients: Client[] = [];
  for (let from = 0; from < tickets.length; from += atATime) {
    const some = tickets.slice(from, from + atATime).map((ticket, at) => dial(place, from + at, ticket));
    clients.push(...(await Promise.all(some)));
  }
  return clients;
}

export async function measureHandshakes(count: number): Promise<Handshakes> {
  await using broker = await configuredMosquitto((dir, port) => {
    writeCertificates(dir, ["broker", "terminal"]);
    return [`listener ${port} 127.0.0.1`, "allow_anonymous true", "log_dest none", ...tlsLines(dir)];
  });
  await broker.start();
  const file = (name: string) => readFileSync(join(broker.dir, name));
  const place = {
    port: broker.port,
    tls: { ca: file("ca.pem"), cert: file("terminal.pem"), key: file("terminal.key") },
  };
  const pid = childNamed("mosquitto") ?? 0;
  const costMs = async (act: () => Promise<readonly Client[]>) => {
    const before = ticksOf(pid);
    const clients = await act();
    return { clients, ms: ((ticksOf(pid) - before) * 1_000) / ticksPerSecond / count };
  };
  const [first] = await dialAll(place, [undefined]); // What the first connection costs it once.
  const beforeKb = memoryOf(pid).residentKb;
  const full = await costMs(() =>
    dialAll(
      place,
      Array.from({ length: count }, () => undefined),
    ),
  );
  const kbPerConnection = (memoryOf(pid).residentKb - beforeKb) / count;
  for (const { socket } of full.clients) socket.destroy();
  const again = await costMs(() =>
    dialAll(
      place,
      full.clients.map(({ ticket }) => ticket),
    ),
  );
  for (const { socket } of [...again.clients, ...(first ? [first] : [])]) socket.destroy();
  const resumed = again.clients.filter(({ isResumed }) => isResumed).length;
  return { fullMs: full.ms, resumedMs: again.ms, resumed, kbPerConnection };
}
