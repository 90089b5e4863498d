/** A name server over UDP that knows the bench's own names. */
import { createSocket, type Socket } from "node:dgram";
import packet from "dns-packet";
import { bindUdp } from "./libc.ts";
import type { Place } from "./place.ts";
import type { World } from "./world.ts";

/** "lies": every name is at an address where nobody answers for it. */
export type DnsMode = World["dns"] | "lies";

export interface DnsServer {
  /** "127.0.0.1:port", as `Resolver.setServers` takes it. */
  readonly address: string;
  setMode(mode: DnsMode): void;
  close(): Promise<void>;
}

export interface DnsSetup {
  /** Names it knows, all at 127.0.0.1; or each with its address. */
  readonly names: readonly string[] | Readonly<Record<string, string>>;
  /** Where it listens, on port 53; when nothing is said, on any free port of the loopback. */
  readonly place?: Place;
  /** Milliseconds before the next answer leaves, or undefined when it gets lost. Asked once for each question. */
  readonly delayMs?: () => number | undefined;
  readonly moved?: (way: "sent" | "received", bytes: number) => void;
}

/** RFC 1035 §4.1.1 RCODE. */
const SERVFAIL = 2;
const NXDOMAIN = 3;
const TTL_S = 5;
const DNS_PORT = 53;
/** RFC 5737: an address for documentation, of nobody. */
const LIE = "192.0.2.66";

type Book = ReadonlyMap<string, string>;

function bookOf(names: DnsSetup["names"]): Book {
  const entries = Array.isArray(names) ? names.map((name) => [name, "127.0.0.1"]) : Object.entries(names);
  return new Map(entries.map(([name, address]) => [name.toLowerCase(), address]));
}

function bind(socket: Socket, place: Place | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    if (!place) socket.bind(0, "127.0.0.1", resolve);
    else socket.bind({ fd: place.within(() => bindUdp({ address: place.address, port: DNS_PORT })) }, resolve);
  });
}

export async function createDnsServer(setup: DnsSetup): Promise<DnsServer> {
  const { delayMs = () => 0, moved = () => {}, place } = setup;
  const names = bookOf(setup.names);
  let mode: DnsMode = "ok";
  const socket = createSocket("udp4");
  socket.on("message", (question, client) => {
    moved("sent", question.length);
    const delay = delayMs();
    const answer = mode === "silent" || delay === undefined ? undefined : answerTo(question, mode, names);
    if (!answer) return;
    const send = () =>
      socket.send(answer, client.port, client.address, (error) => {
        if (!error) moved("received", answer.length);
      });
    if (delay === 0) send();
    else setTimeout(() => isOpen && send(), delay).unref();
  });
  let isOpen = true;
  await bind(socket, place);
  return {
    address: place ? place.address : `127.0.0.1:${socket.address().port}`,
    setMode: (to) => {
      mode = to;
    },
    close: () => {
      isOpen = false;
      return new Promise((resolve) => socket.close(() => resolve()));
    },
  };
}

/** Undefined for what is no DNS query: a name server does not answer those. */
function answerTo(question: Buffer, mode: DnsMode, names: Book): Buffer | undefined {
  const query = decode(question);
  const [asked] = query?.questions ?? [];
  if (query?.type !== "query" || !asked) return undefined;
  const data = mode === "lies" ? LIE : names.get(asked.name.toLowerCase());
  const code = mode === "servfail" ? SERVFAIL : mode === "nxdomain" || data === undefined ? NXDOMAIN : 0;
  return packet.encode({
    type: "response",
    id: query.id ?? 0,
    flags: packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE | code,
    questions: [asked],
    answers:
      code === 0 && asked.type === "A" && data !== undefined ? [{ type: "A", name: asked.name, ttl: TTL_S, data }] : [],
  });
}

function decode(bytes: Buffer) {
  try {
    return packet.decode(bytes);
  } catch {
    // Not a DNS message; whatever the decoder disliked, there is nothing to answer.
    return undefined;
  }
}
