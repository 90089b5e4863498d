import type { DataRung } from "../model/data-use.ts";

/** Where a broker is, and what it lets in. */
export interface BrokerAccess {
  /** `mqtt://host:1883` or `mqtts://host:8883`. */
  readonly url: string;
  readonly username?: string | undefined;
  /** Its first line is the password; read anew for every connection. */
  readonly passwordFile?: string | undefined;
  /** PEM files, read anew for every connection. */
  readonly tls?: TlsFiles | undefined;
}

/** What the uplink is told by the configuration. */
export interface UplinkOptions extends BrokerAccess {
  /** `auto`: 5, and 3.1.1 when the broker does not take 5. */
  readonly protocol: "auto" | "5" | "3.1.1";
  readonly tenant: string;
  readonly serial: string;
  /** Default: made of tenant and serial. */
  readonly clientId?: string | undefined;
  /** The longest silence; it is shortened where the way does not bear it. */
  readonly keepaliveS: number;
  /** What frees a record: the broker's PUBACK, or the collector's word on `down/ack`. */
  readonly ack: "puback" | "collector";
  /** MQTT 5: how long after a break the broker tells of it, in seconds. Default 120. */
  readonly willDelayS?: number | undefined;
  /** Records of history a second. Default 5. */
  readonly historyPerS?: number | undefined;
  /** What a month may cost on the wire, in bytes; 0, the default: no matter. */
  readonly monthBytes?: number | undefined;
  /** The most that is sent, whatever is left of the month. Default: everything. */
  readonly most?: DataRung | undefined;
}

export interface TlsFiles {
  readonly caFile?: string | undefined;
  readonly certFile?: string | undefined;
  readonly keyFile?: string | undefined;
  /** In place of the file: `pkcs11:…` (RFC 7512). */
  readonly keyUri?: string | undefined;
}
