/** TLS at the acquirer's port: a certificate of each kind, from an authority of its own. */
import type { Socket } from "node:net";
import { createServer, type Server, type TLSSocket } from "node:tls";
import { type Authority, type Credentials, createAuthority, type Wish } from "../authority.ts";
import type { HostBehaviour } from "./behaviour.ts";

export type CertificateKind = Exclude<HostBehaviour["tls"], "plain" | "alert">;

export interface TlsDesk {
  /** PEM of the root that terminals are to trust; also that of the clients whom the host trusts. */
  readonly root: string;
  /** A client's certificate, good for a year. */
  issueClient(name: string): Promise<Credentials>;
  /** Shakes hands on the socket; `ready` gets the stream when it succeeds. */
  welcome(socket: Socket, terms: TlsTerms, ready: (stream: TLSSocket) => void): Promise<void>;
}

export interface TlsTerms {
  readonly kind: CertificateKind;
  readonly clientCert: boolean;
}

export interface TlsSetup {
  readonly name: string;
  readonly address: string;
  /** The wall clock by which certificates have expired or are not valid yet. */
  readonly now: () => Date;
}

const DAY_MS = 86_400_000;
const HANDSHAKE_MS = 10_000;

export async function createTlsDesk(setup: TlsSetup): Promise<TlsDesk> {
  const authority = await createAuthority("Acquirer bench root");
  const days = (from: number, to: number) => {
    const nowMs = setup.now().getTime();
    return { notBefore: new Date(nowMs + from * DAY_MS), notAfter: new Date(nowMs + to * DAY_MS) };
  };
  const good = (): Wish => ({ names: [setup.name], ips: [setup.address], ...days(-1, 365) });
  const issue: Readonly<Record<CertificateKind, () => Promise<Credentials>>> = {
    good: () => authority.issue(good()),
    expired: () => authority.issue({ ...good(), ...days(-60, -1) }),
    not_yet_valid: () => authority.issue({ ...good(), ...days(1, 365) }),
    wrong_name: () => authority.issue({ names: ["host.elsewhere.test"], ...days(-1, 365) }),
    unknown_ca: async () => (await createAuthority("Nobody's root")).issue(good()),
    incomplete: () => issueIncomplete(authority, good()),
  };
  const servers = new Map<string, Promise<Server>>();
  const make = async ({ kind, clientCert }: TlsTerms): Promise<Server> => {
    const credentials = await issue[kind]();
    const clients = { requestCert: clientCert, rejectUnauthorized: clientCert, ca: authority.cert };
    // Never listens: connections are handed to it. One that fails its handshake is closed by it.
    return createServer({ ...credentials, ...clients, handshakeTimeout: HANDSHAKE_MS }).on("tlsClientError", () => {});
  };
  const serverFor = (terms: TlsTerms): Promise<Server> => {
    const name = `${terms.kind} ${terms.clientCert}`;
    const known = servers.get(name) ?? make(terms);
    servers.set(name, known);
    return known;
  };
  return {
    root: authority.cert,
    issueClient: (name) => authority.issue({ names: [name], ...days(-1, 365) }),
    welcome: async (socket, terms, ready) => {
      const server = await serverFor(terms);
      if (socket.destroyed) return;
      const mine = (stream: TLSSocket): void => {
        if (stream.remotePort !== socket.remotePort || stream.remoteAddress !== socket.remoteAddress) return;
        server.off("secureConnection", mine);
        ready(stream);
      };
      server.on("secureConnection", mine);
      socket.once("close", () => server.off("secureConnection", mine));
      server.emit("connection", socket);
    },
  };
}

/** The chain without what leads from the host's certificate to the root. */
async function issueIncomplete(authority: Authority, wish: Wish): Promise<Credentials> {
  const intermediate = await authority.subordinate("Acquirer bench intermediate");
  const { cert, key } = await intermediate.issue(wish);
  const end = "-----END CERTIFICATE-----\n";
  return { cert: cert.slice(0, cert.indexOf(end) + end.length), key };
}
