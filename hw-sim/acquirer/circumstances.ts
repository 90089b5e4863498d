/** What is the case at acquirer, switch and issuers: settings and states of theirs, all well when nothing is said. */

export interface Circumstances {
  /** Issuers that cannot be reached: `out` says so at once (91), `silent` does not answer the switch (98). */
  readonly issuers: Readonly<Record<string, "out" | "silent">>;
  readonly switch: "up" | "out";
  /** `broke`: its own account does not cover refunds. */
  readonly merchant: "known" | "unknown" | "frozen" | "broke";
  readonly terminal: "known" | "unknown";
  /** Message types that were not enabled for this terminal. */
  readonly disabled: readonly string[];
  /** Amounts that this terminal may take. */
  readonly leastFen: number;
  readonly mostFen: number;
  /** Whether new card products have been entered. */
  readonly newProducts: "known" | "unknown";
  /** How the host reads PINs: with the terminal's key, with another one that finds wrong PINs, or garbage. */
  readonly pinKey: "same" | "other" | "garbage";
  /** Whether a stripe is taken after a chip that failed. */
  readonly fallback: "open" | "closed";
  /** Wrong PINs at this acquirer after which it asks the issuer no more, for a day. */
  readonly pinLock: number;
  /** Whether the terminal's software is taken. */
  readonly version: "taken" | "too_old";
}

export const GOOD_CIRCUMSTANCES: Circumstances = {
  issuers: {},
  switch: "up",
  merchant: "known",
  terminal: "known",
  disabled: [],
  leastFen: 1,
  mostFen: 100_000_00,
  newProducts: "known",
  pinKey: "same",
  fallback: "closed",
  pinLock: 100,
  version: "taken",
};
