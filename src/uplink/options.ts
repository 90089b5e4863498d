/** What the uplink is told by the configuration. */
export interface UplinkOptions {
  /** `mqtt://host:1883` or `mqtts://host:8883`. */
  readonly url: string;
  /** `auto`: 5, and 3.1.1 when the broker does not take 5. */
  readonly protocol: "auto" | "5" | "3.1.1";
  readonly tenant: string;
  readonly serial: string;
  /** Default: made of tenant and serial. */
  readonly clientId?: string | undefined;
  readonly username?: string | undefined;
  /** Its first line is the password; read anew for every connection. */
  readonly passwordFile?: string | undefined;
  readonly keepaliveS: number;
  /** What frees a record: the broker's PUBACK, or the collector's word on `down/ack`. */
  readonly ack: "puback" | "collector";
  /** PEM files, read anew for every connection. */
  readonly tls?: TlsFiles | undefined;
  /** MQTT 5: how long after a break the broker tells of it, in seconds. Default 120. */
  readonly willDelayS?: number | undefined;
}

export interface TlsFiles {
  readonly caFile?: string | undefined;
  readonly certFile?: string | undefined;
  readonly keyFile?: string | undefined;
}
