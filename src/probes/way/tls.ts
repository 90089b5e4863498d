/**
 * A TLS handshake with the host, and not a byte of application data: level 3 of host-link 8, only with the acquirer's consent.
 * Says how far it got, which version, and what is wrong with the certificate. Cost: a connection, 3 to 6 KB with a usual chain.
 *
 * Of several things that are wrong with a certificate the one that decides is named: a stranger's is strange, whatever its
 * dates (`unknown_ca`); another host's is another host's (`wrong_name`); only then do dates and the terminal's clock count.
 */
import type { Socket } from "node:net";
import { type DetailedPeerCertificate, connect as startTls, type TLSSocket } from "node:tls";
import type { Clock } from "../../base/clock.ts";
import { systemCode } from "../../base/errors.ts";
import { absent, measured, type Reading, reading } from "../../model/reading.ts";
import { dial, hangUp, hostReadings, type Target } from "../connection.ts";
import { type Chain, chainOf, datesOf, daysLeft, isNamed, isTrusted } from "./certificate-chain.ts";
import { countedStream } from "./counted-stream.ts";
import { chainVerdict, failureVerdict, isAlert, type TlsVerdict } from "./tls-verdicts.ts";

export const tlsCost = { connections: 1, bytes: 6_000 } as const;

export interface TlsOptions {
  readonly target: Target;
  /** Which the certificate must bear: name or address; undefined: any will do. */
  readonly name: string | undefined;
  /** PEM of the authorities to trust; undefined for Node's own list. */
  readonly trust: string | undefined;
  /** PEM of our own certificate and key, for hosts that ask for one. Never the payment application's. */
  readonly identity: { readonly cert: string; readonly key: string } | undefined;
  /** Of the whole attempt. */
  readonly timeoutMs: number;
  /** Its wall clock judges the dates. */
  readonly clock: Clock;
}

/** A chain of ten large certificates is still below. */
const mostBytes = 65_536;

/** RFC 1035: a name is anything but an address; RFC 6066 3 forbids addresses as server names. */
const isAddress = (name: string): boolean => /^[\d.]+$|:/.test(name);

/** The host showed its certificate. */
interface Met {
  readonly kind: "met";
  readonly version: string | undefined;
  readonly chain: Chain;
  /** OpenSSL found nothing wrong with it. */
  readonly isGood: boolean;
  /** What OpenSSL found; undefined where it did not come to that. */
  readonly code: string | undefined;
}

type Handshake = Met | { readonly kind: "failed"; readonly verdict: TlsVerdict };

/** Node's types call it an Error; it is the code as text. */
function codeOf(authorizationError: unknown): string | undefined {
  if (typeof authorizationError === "string") return authorizationError;
  return systemCode(authorizationError);
}

function peerOf(tls: TLSSocket): Chain {
  // Null once the handle is gone, which the types leave out.
  const peer: DetailedPeerCertificate | null = tls.getPeerCertificate(true);
  return peer ? chainOf(peer) : [];
}

/**
 * A host that wants a certificate of ours has shown its own before: then it is well as far as we can tell without
 * borrowing the payment application's.
 */
function failed(tls: TLSSocket, code: string | undefined, hasIdentity: boolean): Handshake {
  const chain = isAlert(code) && !hasIdentity ? peerOf(tls) : [];
  if (chain.length === 0) return { kind: "failed", verdict: failureVerdict(code) };
  return { kind: "met", version: tls.getProtocol() ?? undefined, chain, isGood: false, code: undefined };
}

function start(socket: Socket, { name, trust, identity }: TlsOptions): TLSSocket {
  return startTls({
    socket: countedStream(socket, mostBytes),
    // Judged by ourselves: the handshake must come to its end to be told what is wrong.
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
    // What the payment application may still speak; whether it should is not asked here.
    minVersion: "TLSv1",
    ciphers: "DEFAULT:@SECLEVEL=0",
    ...(name !== undefined && !isAddress(name) && { servername: name }),
    ...(trust !== undefined && { ca: trust }),
    ...identity,
  });
}

function negotiate(socket: Socket, options: TlsOptions, leftMs: number): Promise<Handshake> {
  const over = new AbortController();
  const tls = start(socket, options);
  return new Promise((resolve) => {
    const end = (handshake: Handshake): void => {
      over.abort();
      hangUp(socket);
      tls.destroy();
      resolve(handshake);
    };
    tls.once("secureConnect", () => {
      const code = codeOf(tls.authorizationError);
      const version = tls.getProtocol() ?? undefined;
      end({ kind: "met", version, chain: peerOf(tls), isGood: tls.authorized, code });
    });
    tls.on("error", (error) => end(failed(tls, systemCode(error), options.identity !== undefined)));
    void options.clock.sleep(leftMs, over.signal).then(() => end({ kind: "failed", verdict: "timeout" }));
  });
}

function verdictOn({ chain, isGood, code }: Met, { name, trust, clock }: TlsOptions): TlsVerdict {
  const told = code === undefined ? undefined : chainVerdict(code);
  if (told === "untrusted" || !(isGood || isTrusted(chain, trust))) return "unknown_ca";
  if (code !== undefined && told === undefined) return "handshake_failure";
  if (name !== undefined && !isNamed(chain, name)) return "wrong_name";
  return datesOf(chain, clock.wallMs());
}

function tlsReadings(handshake: Handshake, options: TlsOptions): readonly Reading[] {
  const nowMs = options.clock.monoMs();
  const nothing = [absent("host.tls_version", nowMs), absent("host.cert_days_left", nowMs)];
  if (handshake.kind === "failed") return [reading("host.tls", handshake.verdict, nowMs), ...nothing];
  const { chain, version } = handshake;
  const verdict = verdictOn(handshake, options);
  // Somebody else's certificate says nothing about the host's.
  const isHosts = ["ok", "cert_not_yet_valid", "cert_expired"].includes(verdict);
  return [
    reading("host.tls", verdict, nowMs),
    measured("host.tls_version", version, nowMs),
    measured("host.cert_days_left", isHosts ? daysLeft(chain, options.clock.wallMs()) : undefined, nowMs),
  ];
}

/**
 * `net.tcp_host`, `net.tcp_host_ms`, `host.tls`, `host.tls_version`, `host.cert_days_left`. Throws for PEM texts that are none:
 * the configuration is to be held against that.
 */
export async function shakeHands(options: TlsOptions): Promise<readonly Reading[]> {
  const { target, timeoutMs, clock } = options;
  const startedMs = clock.monoMs();
  const answer = await dial(target, timeoutMs, clock.monoMs);
  const tcp = hostReadings(answer, clock.monoMs());
  const leftMs = Math.max(0, timeoutMs - (clock.monoMs() - startedMs));
  if (answer.kind !== "ok") return [...tcp, absent("host.tls", clock.monoMs())];
  return [...tcp, ...tlsReadings(await negotiate(answer.socket, options, leftMs), options)];
}
