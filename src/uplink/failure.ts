/** Why there is no connection, in a closed list of kinds. What a broker says in words is never repeated. */
import { systemCode } from "../base/errors.ts";

export type LinkFailureKind =
  /** Nobody there: refused, unreachable, name not resolved, reset. */
  | "network"
  /** No answer in time, or the link went silent. */
  | "timeout"
  /** The certificate or the handshake was not accepted. */
  | "tls"
  /** A file with a password or a certificate cannot be read. */
  | "files"
  /** The broker does not speak this version of MQTT. */
  | "protocol"
  /** User name, password, certificate or client identifier not accepted. */
  | "authentication"
  /** The broker is full, or we come too often. */
  | "quota"
  /** Another client took our identifier. */
  | "taken_over"
  /** The broker refused or ended the connection for another reason, or it just ended. */
  | "closed";

export interface LinkFailure {
  readonly kind: LinkFailureKind;
  /** The system's or MQTT's code, e.g. `ECONNREFUSED`, `0x87`. */
  readonly code: string;
}

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
  142: "taken_over",
  151: "quota",
  159: "quota",
};

export function failureOfReason(code: number): LinkFailure {
  return { kind: reasons[code] ?? "closed", code: `0x${code.toString(16).padStart(2, "0")}` };
}

/** Of an error event of the MQTT client or its socket. */
export function failureOfError(error: Error & { readonly code?: unknown }): LinkFailure {
  if (typeof error.code === "number") return failureOfReason(error.code);
  const code = systemCode(error);
  if (code === undefined) return { kind: /timeout/i.test(error.message) ? "timeout" : "closed", code: error.name };
  if (code === "ETIMEDOUT") return { kind: "timeout", code };
  const tls = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|ERR_OSSL|HOSTNAME_)/.test(code);
  return { kind: tls ? "tls" : "network", code };
}
