/** A name server over UDP that knows the bench's own names. */
import { createSocket, type Socket } from "node:dgram";
import { isIPv4, isIPv6 } from "node:net";
import packet from "dns-packet";
import { bindUdp } from "./libc.ts";
import type { Place } from "./place.ts";
import type { World } from "./world.ts";

/** "lies": every name is at an address where nobody answers for it. */
export type DnsMode = World["dns"] | "lies";

/** Each name with its address or addresses, IPv4 or IPv6. */
export type Names = Readonly<Record<string, string | readonly string[]>>;

export interface DnsServer {
  /** "127.0.0.1:port", as `Resolver.setServers` takes it. */
  readonly address: string;
  setMode(mode: DnsMode): void;
  close(): Promise<void>;
}

export interface DnsSetup {
  /** Names it knows, all at 127.0.0.1; or each with its own. */
  readonly names: readonly string[] | Names;
  /** The IPv4 address that it tells when it lies. */
  readonly lie?: string;
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

type Book = ReadonlyMap<string, readonly string[]>;

function bookOf(names: DnsSetup["names"]): Book {
  const entries: readonly (readonly [string, string | readonly string[]])[] = isList(names)
    ? names.map((name) => [name, "127.0.0.1"] as const)
    : Object.entries(names);
  return new Map(entries.map(([name, addresses]) => [name.toLowerCase(), [addresses].flat()]));
}

function isList(names: DnsSetup["names"]): names is readonly string[] {
  return Array.isArray(names);
}

function bind(socket: Socket, place: Place | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    if (!place) socket.bind(0, "127.0.0.1", resolve);
    else socket.bind({ fd: place.within(() => bindUdp({ address: place.address, port: DNS_PORT })) }, resolve);
  });
}

export async function createDnsServer(setup: DnsSetup): Promise<DnsServer> {
  const { delayMs = () => 0, moved = () => {}, place, lie = LIE } = setup;
  const names = bookOf(setup.names);
  const bookIn = (now: DnsMode): Find => (now === "lies" ? () => [lie] : (name) => names.get(name));
  let mode: DnsMode = "ok";
  const socket = createSocket("udp4");
  socket.on("message", (question, client) => {
    moved("sent", question.length);
    const delay = delayMs();
    const answer = mode === "silent" || delay === undefined ? undefined : answerTo(question, mode, bookIn(mode));
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

type Find = (name: string) => readonly string[] | undefined;

/** Undefined for what is no DNS query: a name server does not answer those. */
function answerTo(question: Buffer, mode: DnsMode, find: Find): Buffer | undefined {
  const query = decode(question);
  const [asked] = query?.questions ?? [];
  if (query?.type !== "query" || !asked) return undefined;
  const found = find(asked.name.toLowerCase());
  const code = mode === "servfail" ? SERVFAIL : mode === "nxdomain" || found === undefined ? NXDOMAIN : 0;
  return packet.encode({
    type: "response",
    id: query.id ?? 0,
    flags: packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE | code,
    questions: [asked],
    answers: code === 0 && found ? recordsOf(asked, found) : [],
  });
}

/** A name that has no address of the family asked for is known all the same: no records, and no error (RFC 2308 2.2). */
function recordsOf({ name, type }: packet.Question, addresses: readonly string[]): packet.Answer[] {
  if (type !== "A" && type !== "AAAA") return [];
  const fits = type === "A" ? isIPv4 : isIPv6;
  return addresses.filter(fits).map((data) => ({ type, name, ttl: TTL_S, data }));
}

function decode(bytes: Buffer) {
  try {
    return packet.decode(bytes);
  } catch {
    // Not a DNS message; whatever the decoder disliked, there is nothing to answer.
    return undefined;
  }
}
