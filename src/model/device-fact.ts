/** What the probes of the terminal's own body learn beside their Readings, for those who have a memory. */

/** Values of `device.reboot_reason`. */
export const restartCauses = ["normal", "power_loss", "watchdog", "panic", "thermal", "unknown"] as const;
export type RestartCause = (typeof restartCauses)[number];

/** What the machine itself shows of why it started; each is undefined where it cannot be had. */
export interface BootTraces {
  /** Another text with every boot. */
  readonly boot: string;
  /** Whatever tells one crash record from another; they stay until somebody takes them away, over boots. */
  readonly crashRecords: readonly string[] | undefined;
  /** What the watchdog's hardware says of the last reset. */
  readonly watchdog: { readonly fired: boolean; readonly overheated: boolean; readonly starved: boolean } | undefined;
  /** Seconds since 1970 by the chip that keeps time while the power is off. */
  readonly rtcS: number | undefined;
}

/** Whose version it is. */
export type VersionOf = "app" | "os" | "params";

/** Counters of a vendor's service that only grow, until somebody sets them back. */
export const totalNames = [
  "icc_powerup_ok",
  "icc_powerup_fail",
  "mag_ok",
  "mag_fail",
  "mag_swipes",
  "nfc_ok",
  "nfc_fail",
  "app_crashes",
  "anrs",
] as const;
export type TotalName = (typeof totalNames)[number];
export type Totals = Readonly<Partial<Record<TotalName, number>>>;
