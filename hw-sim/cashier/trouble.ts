/** What Node's errors on the way to a host are in posdiag's words. */

const NAME: Readonly<Record<string, "nxdomain" | "servfail">> = {
  ENOTFOUND: "nxdomain",
  ENODATA: "nxdomain",
  ESERVFAIL: "servfail",
};

const TCP: Readonly<Record<string, "refused" | "unreachable" | "reset">> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  EPIPE: "reset",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  EADDRNOTAVAIL: "unreachable",
};

/** X509_V_ERR_… of OpenSSL as Node names them. */
const TLS: Readonly<
  Record<string, "cert_expired" | "cert_not_yet_valid" | "unknown_ca" | "wrong_name" | "reset" | "timeout">
> = {
  CERT_HAS_EXPIRED: "cert_expired",
  CERT_NOT_YET_VALID: "cert_not_yet_valid",
  ERR_TLS_CERT_ALTNAME_INVALID: "wrong_name",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "unknown_ca",
  UNABLE_TO_GET_ISSUER_CERT: "unknown_ca",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "unknown_ca",
  SELF_SIGNED_CERT_IN_CHAIN: "unknown_ca",
  DEPTH_ZERO_SELF_SIGNED_CERT: "unknown_ca",
  CERT_SIGNATURE_FAILURE: "unknown_ca",
  ECONNRESET: "reset",
  ETIMEDOUT: "timeout",
};

/** Whatever else a resolver says, there was no answer. */
export function nameTrouble(error: unknown) {
  return NAME[codeOf(error)] ?? "timeout";
}

export function tcpTrouble(error: unknown) {
  return TCP[codeOf(error)] ?? "timeout";
}

export function tlsTrouble(error: unknown) {
  return TLS[codeOf(error)] ?? "handshake_failure";
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
