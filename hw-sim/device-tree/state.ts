/**
 * The physical state of a terminal's own body: supply, battery, heat, clock, buses, programs. What a person at the bench
 * turns; it says what is the case (the adapter is out), never what is wrong.
 */

export const BATTERIES = ["good", "worn", "none"] as const;
export const LOADS = ["idle", "printing", "transmitting"] as const;
/** Why it started anew. */
export const CAUSES = ["normal", "power_loss", "watchdog", "panic"] as const;

export type RebootCause = (typeof CAUSES)[number];

export interface DeviceState {
  /** Whether the adapter is in. */
  readonly plugged: boolean;
  /** At the terminal's socket while nothing draws. */
  readonly adapter_mv: number;
  /** How much of it a print or a transmission pulls down. */
  readonly sag_mv: number;
  readonly load: (typeof LOADS)[number];
  readonly battery: (typeof BATTERIES)[number];
  readonly battery_pct: number;
  readonly battery_cycles: number;
  /** Into the battery while the adapter is in and it is not full. */
  readonly charge_current_ma: number;
  readonly battery_temp_c: number;
  readonly processor_temp_c: number;
  readonly mem_free_mb: number;
  /** Processor time used since the tree was made, of that which passed, both in hundredths of a second. */
  readonly cpu_busy: number;
  readonly cpu_total: number;
  /** Seconds since 1970 by true time; the chip keeps it as long as its cell is good. */
  readonly time_s: number;
  readonly rtc_cell: "good" | "empty";
  readonly ntp: boolean;
  /** How often the internal USB device (reader, printer) was seen new on its bus since boot. */
  readonly usb_attaches: number;
  /** The same of the modem, which has a socket of its own. */
  readonly modem_attaches: number;
  /** Characters lost to noise since boot on the two serial lines. */
  readonly uart0_errors: number;
  readonly uart1_errors: number;
  readonly os_version: string;
  /** What the vendor's service writes into `feed.json`, as it is; undefined: no file. */
  readonly feed: object | undefined;
}

export const HEALTHY_DEVICE: DeviceState = {
  plugged: true,
  adapter_mv: 5_080,
  sag_mv: 180,
  load: "idle",
  battery: "good",
  battery_pct: 96,
  battery_cycles: 120,
  charge_current_ma: 900,
  battery_temp_c: 27.4,
  processor_temp_c: 41.2,
  mem_free_mb: 412,
  cpu_busy: 5_000,
  cpu_total: 100_000,
  time_s: 1_795_000_000,
  rtc_cell: "good",
  ntp: true,
  usb_attaches: 1,
  modem_attaches: 1,
  uart0_errors: 0,
  uart1_errors: 0,
  os_version: "11.0.4",
  feed: undefined,
};
