/** What an active probe is, to the one who permits it; and why it may not be made now. */

/**
 * How far the agent may go by itself. 0: it only listens. 1: its own network: router, name server, an independent host.
 * 2: a connection to the acquirer's host, after a failure. 3: a TLS handshake. 4: an echo 0820/301; both only with the
 * acquirer's consent. There is no 5 (sign-in: changes keys and batch) and no 6 (transaction: moves money).
 */
export type Level = 0 | 1 | 2 | 3 | 4;

export interface Cost {
  /** Connections that a host, the acquirer's or another, has to keep. */
  readonly connections: number;
  /** Bytes on the wire, both ways, IP headers counted. */
  readonly bytes: number;
}

export interface Rung extends Cost {
  readonly name: string;
  readonly level: Exclude<Level, 0>;
}

/** `too_soon`: made a moment ago. `hour`, `day`: the budget is spent. `hold`: probes are stopped, here or in the whole fleet. */
export type Refusal = "level" | "payment" | "hold" | "too_soon" | "hour" | "day";
