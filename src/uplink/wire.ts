/** The stream under MQTT: a socket, its meter, and TLS above it. */
import { connect as connectTcp, isIP } from "node:net";
import type { Duplex } from "node:stream";
import { connect as connectTls, createSecureContext, type SecureContext } from "node:tls";
import { type Count, Meter } from "./meter.ts";

export interface TlsMaterial {
  /** PEM. */
  readonly ca?: Buffer | undefined;
  readonly cert?: Buffer | undefined;
  readonly key?: Buffer | undefined;
  /** In place of the key: where it is in a security module (RFC 7512). */
  readonly keyUri?: string | undefined;
}

/** A ticket of the last connection: half the bytes of a handshake are certificates, which are not sent again. */
export interface Ticket {
  get(): Buffer | undefined;
  keep(ticket: Buffer): void;
}

export interface WireOptions {
  /** `mqtt://host:1883` or `mqtts://host:8883`. */
  readonly url: string;
  readonly tls?: TlsMaterial | undefined;
  readonly ticket?: Ticket | undefined;
  readonly count: Count;
}

const usualPorts: Readonly<Record<string, number>> = { "mqtt:": 1_883, "mqtts:": 8_883 };

export function openWire({ url, tls = {}, ticket, count }: WireOptions): Duplex {
  const { protocol, hostname, port } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  // First: it throws where a file is no certificate or key, and then nothing must be open.
  const secureContext = protocol === "mqtts:" ? contextOf(tls) : undefined;
  const socket = connectTcp({ host, port: Number(port) || (usualPorts[protocol] ?? 1_883) });
  const meter = new Meter(socket, count);
  if (!secureContext) return meter;
  const session = ticket?.get();
  const secure = connectTls({
    socket: meter,
    host, // Not to connect to, but to hold the certificate against.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    secureContext,
    // Said, so that no variable of the environment (NODE_TLS_REJECT_UNAUTHORIZED) says otherwise.
    rejectUnauthorized: true,
    ...(session ? { session } : {}),
  });
  secure.on("session", (fresh: Buffer) => ticket?.keep(fresh));
  return secure;
}

/**
 * OpenSSL's engine for PKCS#11, found by its name where OPENSSL_ENGINES says: one that is named by its path can be loaded once only in the life
 * of a process, and each connection has a context of its own.
 */
const engine = "pkcs11";

/** Signs in to the security module, and blocks while that answers. */
function contextOf({ ca, cert, key, keyUri }: TlsMaterial): SecureContext {
  return createSecureContext({
    // Likewise, of NODE_OPTIONS.
    minVersion: "TLSv1.2",
    ...(ca ? { ca } : {}),
    ...(cert ? { cert } : {}),
    ...(key ? { key } : {}),
    ...(keyUri ? { privateKeyEngine: engine, privateKeyIdentifier: keyUri } : {}),
  });
}
