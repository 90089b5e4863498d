/** What was measured and counted over a span: the small numbers from which support draws curves and compares terminals. */

/** Quantities that are summed up. */
export const measuredSignals = [
  "modem.rsrp_dbm",
  "modem.sinr_db",
  "modem.csq",
  "modem.temp_c",
  "modem.supply_mv",
  "host.resp_ms",
  "net.rtt_ms",
  "power.battery_pct",
  "power.temp_c",
] as const;
export type MeasuredSignal = (typeof measuredSignals)[number];

export const readWays = ["chip", "contactless", "stripe"] as const;
export type ReadWay = (typeof readWays)[number];

/** In the unit of the signal, to a tenth. */
export interface Measured {
  readonly signal: MeasuredSignal;
  readonly low: number;
  readonly mean: number;
  readonly high: number;
  /** How often it was measured. */
  readonly count: number;
}

/** Ends of payments. `refused`: answered with a no; `unsent`: ended before anything was sent. */
export interface Payments {
  readonly approved: number;
  readonly refused: number;
  readonly unanswered: number;
  readonly unsent: number;
}

export interface IssuerPayments {
  /** The application's alias. */
  readonly issuer: string;
  readonly approved: number;
  readonly refused: number;
}

export interface Reads {
  readonly way: ReadWay;
  readonly ok: number;
  readonly failed: number;
}

export interface Measures {
  readonly spanS: number;
  /** Only those that were measured. */
  readonly signals: readonly Measured[];
  readonly payments: Payments;
  /** Most payments first; at most `mostIssuers`. */
  readonly issuers: readonly IssuerPayments[];
  /** Only ways that were tried. */
  readonly reads: readonly Reads[];
}

export const mostIssuers = 16;
