/** What the codes of Node and OpenSSL say about a host's certificate and about the handshake. */

/** Values of `host.tls`. */
export type TlsVerdict =
  | "ok"
  | "cert_not_yet_valid"
  | "cert_expired"
  | "unknown_ca"
  | "wrong_name"
  | "handshake_failure"
  | "reset"
  | "timeout";

type ChainVerdict = "untrusted" | "dates";

/** node:tls, "X509 certificate error codes"; openssl-verification-options(1). */
const chainCodes: Readonly<Record<string, ChainVerdict>> = {
  UNABLE_TO_GET_ISSUER_CERT: "untrusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "untrusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "untrusted",
  UNABLE_TO_DECRYPT_CERT_SIGNATURE: "untrusted",
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: "untrusted",
  CERT_SIGNATURE_FAILURE: "untrusted",
  DEPTH_ZERO_SELF_SIGNED_CERT: "untrusted",
  SELF_SIGNED_CERT_IN_CHAIN: "untrusted",
  CERT_CHAIN_TOO_LONG: "untrusted",
  INVALID_CA: "untrusted",
  PATH_LENGTH_EXCEEDED: "untrusted",
  CERT_UNTRUSTED: "untrusted",
  CERT_REJECTED: "untrusted",
  CERT_NOT_YET_VALID: "dates",
  CERT_HAS_EXPIRED: "dates",
  ERROR_IN_CERT_NOT_BEFORE_FIELD: "dates",
  ERROR_IN_CERT_NOT_AFTER_FIELD: "dates",
};

/** Undefined for what is neither, such as a certificate that was revoked or is not for servers. */
export function chainVerdict(code: string): ChainVerdict | undefined {
  return chainCodes[code];
}

/** tls(7) of Node: the end of the stream within a handshake is told as ECONNRESET, too. */
const streamCodes: Readonly<Record<string, TlsVerdict>> = {
  ECONNRESET: "reset",
  EPIPE: "reset",
  ECONNABORTED: "reset",
  ETIMEDOUT: "timeout",
};

/** What is no TLS, speaks another version, or refuses with an alert, comes as `ERR_SSL_…` of OpenSSL. */
export function failureVerdict(code: string | undefined): TlsVerdict {
  return streamCodes[code ?? ""] ?? "handshake_failure";
}

/** The host refused what we brought, or that we brought nothing (RFC 8446 6.2; OpenSSL's ssl_err.c). */
export function isAlert(code: string | undefined): boolean {
  return code !== undefined && /_ALERT_/.test(code);
}
