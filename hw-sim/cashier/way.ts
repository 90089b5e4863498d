/** How a payment application gets to its host: by name or address, over TCP or TLS, from a place of its own. */
import { Resolver } from "node:dns/promises";
import { Socket } from "node:net";
import { connect as startTls } from "node:tls";
import type { Credentials } from "../authority.ts";
import { openTcp } from "../libc.ts";
import { loopback, type Place } from "../place.ts";
import type { Fact } from "./fact.ts";
import { nameTrouble, tcpTrouble, tlsTrouble } from "./trouble.ts";

/** What came of a try, and what the application can say of each step that it took. */
export type Dialled = { readonly facts: readonly Fact[]; readonly stream?: Socket };

/** A way to the host; a new connection every time. */
export type Dial = () => Promise<Dialled>;

export interface WayOptions {
  readonly host: { readonly name: string; readonly address: string; readonly port: number };
  /** Name servers as "address:port"; without any the host's address is used as it is. */
  readonly dns?: readonly string[];
  readonly place?: Place;
  /** TLS with this root (PEM) to trust, and a certificate to show where the host wants one. */
  readonly tls?: { readonly root: string; readonly client?: Credentials };
  readonly limits?: Partial<WayLimits>;
}

/** Milliseconds for each step. */
export interface WayLimits {
  readonly look_up: number;
  readonly connect: number;
  readonly handshake: number;
}

const LIMITS: WayLimits = { look_up: 1_500, connect: 2_000, handshake: 3_000 };

export function createWay({ host, dns = [], place = loopback, tls, limits: given }: WayOptions): Dial {
  const limits = { ...LIMITS, ...given };
  const find = () => (dns.length === 0 ? { address: host.address } : lookUp(host.name, dns, { place, limits }));
  return async () => {
    const found = await find();
    if ("trouble" in found) return { facts: [{ signal: "net.dns_resolve", value: found.trouble }] };
    const named: readonly Fact[] = dns.length === 0 ? [] : [{ signal: "net.dns_resolve", value: "ok" }];
    const socket = place.within(newSocket);
    const closed = await opened(socket, { host: found.address, port: host.port }, limits.connect);
    const facts = [...named, { signal: "net.tcp_host", value: closed ?? "ok" }];
    if (closed !== undefined) return { facts };
    return tls
      ? secure({ facts, stream: socket }, { ...tls, name: host.name, limitMs: limits.handshake })
      : { facts, stream: socket };
  };
}

interface TlsOptions {
  readonly root: string;
  readonly client?: Credentials;
  readonly name: string;
  readonly limitMs: number;
}

async function secure({ facts, stream: socket }: Required<Dialled>, options: TlsOptions): Promise<Dialled> {
  const { root, client = {}, name, limitMs } = options;
  const stream = startTls({ socket, ca: root, servername: name, ...client });
  const refused = await handshaken(stream, limitMs);
  const told = [...facts, { signal: "host.tls", value: refused ?? "ok" }];
  return refused === undefined ? { facts: told, stream } : { facts: told };
}

interface Reach {
  readonly place: Place;
  readonly limits: WayLimits;
}

async function lookUp(name: string, servers: readonly string[], { place, limits }: Reach) {
  const resolver = new Resolver({ timeout: limits.look_up, tries: 1 });
  resolver.setServers(servers);
  try {
    // Node makes the query's socket before it returns, so it stands in that place.
    const [address = ""] = await place.within(() => resolver.resolve4(name));
    return { address };
  } catch (error) {
    return { trouble: nameTrouble(error) };
  }
}

/** Not reading yet: it is not connected, and whoever takes it will. */
function newSocket(): Socket {
  const options = { fd: openTcp(), manualStart: true };
  return new Socket(options);
}

/** Undefined when it is open. */
function opened(socket: Socket, to: { readonly host: string; readonly port: number }, limitMs: number) {
  return settled<ReturnType<typeof tcpTrouble>>(socket, limitMs, (done) => {
    socket.once("error", (error) => done(tcpTrouble(error)));
    socket.connect(to, () => done(undefined));
  });
}

function handshaken(stream: ReturnType<typeof startTls>, limitMs: number) {
  return settled<ReturnType<typeof tlsTrouble>>(stream, limitMs, (done) => {
    stream.once("error", (error) => done(tlsTrouble(error)));
    stream.once("secureConnect", () => done(undefined));
  });
}

type Done<T> = (trouble: T | undefined) => void;

/** What `begin` comes to within the limit; a stream that has come to anything but undefined is destroyed. */
function settled<T>(stream: Socket, limitMs: number, begin: (done: Done<T | "timeout">) => void) {
  return new Promise<T | "timeout" | undefined>((resolve) => {
    const done: Done<T | "timeout"> = (trouble) => {
      clearTimeout(timer);
      // What goes wrong from now on is told by the close that follows it.
      stream.on("error", () => {});
      if (trouble !== undefined) stream.destroy();
      resolve(trouble);
    };
    const timer = setTimeout(() => done("timeout"), limitMs);
    begin(done);
  });
}
