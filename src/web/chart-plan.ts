/** Which signals are drawn, and how: lines for what is measured, bars for what is counted. */

export interface LinePlan {
  /** The first of which there is anything. */
  readonly signals: readonly string[];
  readonly bounds?: readonly [number, number];
}

export const linePlans: readonly LinePlan[] = [
  { signals: ["modem.rsrp_dbm", "modem.csq", "modem.sinr_db"] },
  { signals: ["host.resp_ms", "net.rtt_ms"] },
  { signals: ["power.battery_pct"], bounds: [0, 100] },
  { signals: ["power.temp_c", "modem.temp_c"] },
];

export const ways = ["chip", "contactless", "stripe"] as const;
export const failures = ["refused", "unanswered", "unsent"] as const;

export const allSignals: readonly string[] = [
  ...linePlans.flatMap(({ signals }) => signals),
  ...ways.flatMap((way) => [`reads.${way}.ok`, `reads.${way}.failed`]),
  "payments.approved",
  ...failures.map((end) => `payments.${end}`),
  "data.day_kb",
];

/** So many can be asked for at once. */
const mostIssuers = 12;

/** Aliases of the issuers of which there are counts. */
export function issuersOf(signals: readonly string[]): readonly string[] {
  const found = signals.flatMap((signal) => /^issuer\.(.+)\.(?:approved|refused)$/.exec(signal)?.[1] ?? []);
  return [...new Set(found)].slice(0, mostIssuers);
}
