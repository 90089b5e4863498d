/** Why there is no connection, in a closed list of kinds. What a broker says in words is never repeated. */
import { systemCode } from "../base/errors.ts";

export type LinkFailureKind =
  /** Nobody there: refused, unreachable, name not resolved, reset. */
  | "network"
  /** No answer in time, or the link went silent. */
  | "timeout"
  /** The certificate or the handshake was not accepted. */
  | "tls"
  /** A file with a password or a certificate cannot be read, or the security module has no key for us. */
  | "files"
  /** The security module does not take the PIN. */
  | "pin"
  /** The broker does not speak this version of MQTT. */
  | "protocol"
  /** User name, password, certificate or client identifier not accepted. */
  | "authentication"
  /** The broker is full, or we come too often. */
  | "quota"
  /** The broker wants us at another one. */
  | "moved"
  /** Another client took our identifier. */
  | "taken_over"
  /** The broker refused or ended the connection for another reason, or it just ended. */
  | "closed";

export interface LinkFailure {
  readonly kind: LinkFailureKind;
  /** The system's or MQTT's code, e.g. `ECONNREFUSED`, `0x87`; what is wrong with our certificate by the word of TLS, e.g. `certificate_revoked`. */
  readonly code: string;
  /** Of `moved`: where to, as the broker wrote it (MQTT 5.0 section 4.13). */
  readonly reference?: string | undefined;
}

/** Server moved, and not only for now. */
export const movedForGood = "0x9d";

/** CONNACK return codes of MQTT 3.1.1 section 3.2.2.3 and reason codes of MQTT 5.0 section 2.4. */
const reasons: Readonly<Record<number, LinkFailureKind>> = {
  1: "protocol",
  2: "authentication",
  4: "authentication",
  5: "authentication",
  132: "protocol",
  133: "authentication",
  134: "authentication",
  135: "authentication",
  137: "quota",
  138: "authentication",
  140: "authentication",
  141: "timeout",
  142: "taken_over",
  151: "quota",
  156: "moved",
  157: "moved",
  159: "quota",
};

export function failureOfReason(code: number, reference?: string): LinkFailure {
  const kind = reasons[code] ?? "closed";
  const told = { kind, code: `0x${code.toString(16).padStart(2, "0")}` };
  return kind === "moved" ? { ...told, reference } : told;
}

/** Alerts by which a broker refuses our certificate or its key (RFC 8446 section 6.2). */
const refusedCertificates: Readonly<Record<string, string>> = {
  42: "bad_certificate",
  43: "unsupported_certificate",
  44: "certificate_revoked",
  45: "certificate_expired",
  46: "certificate_unknown",
  48: "unknown_ca",
  49: "access_denied",
  51: "decrypt_error",
  116: "certificate_required",
};

/** OpenSSL has the alert's number in its text only; whoever was writing when it came gets EPROTO with the same text. */
function refusalOfCertificate({ message }: Error): LinkFailure | undefined {
  const [, alert = ""] = /SSL alert number (\d+)/.exec(message) ?? [];
  const code = refusedCertificates[alert];
  return code === undefined ? undefined : { kind: "authentication", code };
}

/** Of an error event of the MQTT client or its socket. */
export function failureOfError(error: Error & { readonly code?: unknown }): LinkFailure {
  if (typeof error.code === "number") return failureOfReason(error.code);
  const code = systemCode(error);
  if (code === undefined) return { kind: /timeout/i.test(error.message) ? "timeout" : "closed", code: error.name };
  if (code === "ETIMEDOUT") return { kind: "timeout", code };
  const refusal = refusalOfCertificate(error);
  if (refusal) return refusal;
  const tls = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|ERR_OSSL|HOSTNAME_|EPROTO)/.test(code);
  return { kind: tls ? "tls" : "network", code };
}

/** What OpenSSL throws where a certificate, a key or a security module is not what it must be; undefined for anything else. */
export function failureOfMaterial(error: unknown): LinkFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  // An engine's errors have no code: `error:1300006D:engine routines::init failed`.
  const [, words] = /^error:[0-9A-F]+:[^:]*:[^:]*:([\w #]+)$/.exec(error.message) ?? [];
  const code = systemCode(error) ?? (words && `ERR_OSSL_${words.toUpperCase().replaceAll(" ", "_")}`);
  if (code === undefined || !/^ERR_(OSSL|SSL|CRYPTO|MISSING_PASSPHRASE)/.test(code)) return undefined;
  return { kind: /_PIN_/.test(code) ? "pin" : "files", code };
}

/** A ping that was not answered: nothing had been said for a long time, and the way was gone. */
export const silence: LinkFailure = { kind: "timeout", code: "ping" };

export function isSilence({ kind, code }: LinkFailure): boolean {
  return kind === silence.kind && code === silence.code;
}
