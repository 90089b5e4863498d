/**
 * A TLS handshake with the broker, with the terminal's certificate, and nothing after it: no CONNECT, so no session of anybody is
 * touched. The broker's certificate is judged by OpenSSL as in the agent's own connections, but the handshake is finished all the same,
 * because who vouches for a strange broker, and until when, is what has to be told. No password goes over it.
 */
import { isIP } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import type { Clock } from "../../base/clock.ts";
import { systemCode } from "../../base/errors.ts";
import { type Chain, chainOf, daysLeft } from "../../probes/way/certificate-chain.ts";
import { within } from "../../uplink/answer.ts";
import type { Credentials } from "../../uplink/credentials.ts";
import { failureOfError, failureOfMaterial, type LinkFailure } from "../../uplink/failure.ts";
import { renewalDays } from "../certificates.ts";
import { createFinder, type Finding } from "../finding.ts";
import type { BrokerAddress } from "./address.ts";

const find = createFinder("broker_tls");
const handshakeMs = 6_000;
/** With TLS 1.3 a client has finished before the server has looked at its certificate (RFC 8446, 4.4.2.4): its alert comes after. */
const alertMs = 1_200;

export interface Shaken {
  readonly protocol: string;
  /** OpenSSL's or Node's code of what is wrong with the broker's certificate; undefined when nothing is. */
  readonly doubt: string | undefined;
  readonly chain: Chain;
}

export type Handshake =
  | { readonly kind: "shaken"; readonly shaken: Shaken; readonly refused: string | undefined }
  | { readonly kind: "failed"; readonly failure: LinkFailure };

/** `CN` or, without one, `O` of a name as X509Certificate prints it. */
function shortName(name: string): string {
  return /^CN=(.+)$/m.exec(name)?.[1] ?? /^O=(.+)$/m.exec(name)?.[1] ?? "?";
}

const doubts: Readonly<Record<string, "expired" | "early" | "wrong_name">> = {
  CERT_HAS_EXPIRED: "expired",
  CERT_NOT_YET_VALID: "early",
  ERR_TLS_CERT_ALTNAME_INVALID: "wrong_name",
};

function judgeShaken({ protocol, doubt, chain }: Shaken, host: string, wallMs: number): Finding {
  const days = chain.length === 0 ? 0 : daysLeft(chain, wallMs);
  const values = { host, protocol, days, code: doubt ?? "", issuer: shortName(chain.at(-1)?.issuer ?? "") };
  if (doubt !== undefined) return find(doubts[doubt] ?? "untrusted", { values });
  return find(days < renewalDays ? "ending" : "ok", { values });
}

/** Pure. */
export function judgeHandshake(handshake: Handshake, { host, port }: BrokerAddress, wallMs: number): Finding {
  if (handshake.kind === "shaken") {
    const { shaken, refused } = handshake;
    if (refused !== undefined) return find("refused_us", { values: { code: refused } });
    return judgeShaken(shaken, host, wallMs);
  }
  const { kind, code } = handshake.failure;
  const values = { host, port, code };
  if (kind === "files" && (code === "EACCES" || code === "EPERM")) return find("unseen", { values });
  if (kind === "files" || kind === "pin") return find("files", { values });
  return find(kind === "authentication" ? "refused_us" : "failed", { values });
}

function shakenOf(socket: TLSSocket): Shaken {
  const peer = socket.getPeerCertificate(true);
  const error: unknown = socket.authorizationError;
  const doubt = socket.authorized
    ? undefined
    : typeof error === "string"
      ? error
      : (systemCode(error) ?? String(error));
  return { protocol: socket.getProtocol() ?? "TLS", doubt, chain: chainOf(peer) };
}

function whenShaken(socket: TLSSocket): Promise<Shaken | LinkFailure> {
  return new Promise((resolve) => {
    socket.once("secureConnect", () => resolve(shakenOf(socket)));
    socket.once("error", (error) => resolve(failureOfError(error)));
    socket.once("close", () => resolve({ kind: "closed", code: "close" }));
  });
}

/** What the broker says of our certificate once it has seen it; a broker that says nothing waits for CONNECT. */
function whenRefused(socket: TLSSocket): Promise<string | undefined> {
  return new Promise((resolve) => {
    socket.once("error", (error) => resolve(failureOfError(error).code));
    socket.once("close", () => resolve("close"));
  });
}

function opened({ host, port }: BrokerAddress, { ca, cert, key }: Credentials["tls"] & object): TLSSocket {
  return connect({
    ...{ host, port, rejectUnauthorized: false },
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca ? { ca } : {}),
    ...(cert && key ? { cert, key } : {}),
  });
}

export async function shakeHands(address: BrokerAddress, tls: Credentials["tls"], clock: Clock): Promise<Handshake> {
  let socket: TLSSocket;
  try {
    socket = opened(address, tls);
  } catch (error) {
    const failure = failureOfMaterial(error);
    if (!failure) throw error;
    return { kind: "failed", failure };
  }
  try {
    const refusal = whenRefused(socket);
    const shaken = (await within(clock, handshakeMs, whenShaken(socket))) ?? { kind: "timeout", code: "ETIMEDOUT" };
    if ("kind" in shaken) return { kind: "failed", failure: shaken };
    return { kind: "shaken", shaken, refused: await within(clock, alertMs, refusal) };
  } finally {
    socket.destroy();
  }
}
