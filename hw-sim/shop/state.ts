/**
 * The physical state of the counter: the terminal's own parts, what is around it, and its software. What a person at the
 * bench turns; it says what is the case (the slot is dirty), never what is wrong.
 */

export const CONTACTS = ["clean", "dirty", "dead"] as const;
export const SOFTWARE = ["good", "crashes", "answers_garbled"] as const;

export interface ShopState {
  /** Contacts in the chip slot, and the head that reads stripes. */
  readonly slot: (typeof CONTACTS)[number];
  readonly head: (typeof CONTACTS)[number];
  readonly antenna: "good" | "dead";
  /** A motor or a radio beside the terminal: errors in bursts on every line inside it. */
  readonly emi: boolean;
  readonly paper: "full" | "low" | "out";
  readonly cover: "closed" | "open";
  readonly jam: boolean;
  readonly print_head: "cool" | "hot";
  readonly printer: "good" | "dead";
  readonly pinpad: "good" | "dead" | "locked" | "no_key";
  readonly master_key: boolean;
  readonly tampered: boolean;
  readonly supply: "mains" | "battery" | "weak";
  readonly battery_pct: number;
  readonly battery: "good" | "worn";
  readonly storage_free_mb: number;
  /** Days that the terminal's clock is ahead; below 0 behind. */
  readonly clock_ahead_days: number;
  /** What the payment application does, and its version and that of the system below it; another one is a change, now. */
  readonly app: (typeof SOFTWARE)[number];
  readonly app_version: string;
  readonly os_version: string;
  /** Kilometres from where it is registered, and whether the application minds. */
  readonly moved_km: number;
  /** How the acquirer's host is reached: refused at once, or let in and never answered. */
  readonly line: "up" | "refuses" | "silent";
}

export const HEALTHY_SHOP: ShopState = {
  slot: "clean",
  head: "clean",
  antenna: "good",
  emi: false,
  paper: "full",
  cover: "closed",
  jam: false,
  print_head: "cool",
  printer: "good",
  pinpad: "good",
  master_key: true,
  tampered: false,
  supply: "mains",
  battery_pct: 96,
  battery: "good",
  storage_free_mb: 900,
  clock_ahead_days: 0,
  app: "good",
  app_version: "3.2.0",
  os_version: "11.0.4",
  moved_km: 0,
  line: "up",
};
