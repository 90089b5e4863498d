/**
 * A persona is one modem as a table: exact request line → exact reply bytes, and event → unsolicited bytes, each with its
 * source. This is its shape; persona-file.ts reads it, persona-check.ts holds the laws over it.
 */

export type Value = string | number;
export type Range = readonly [number, number];
/** Conditions on the view (view.ts): every key must have the value, or one of the values. */
export type Condition = Readonly<Record<string, Value | readonly Value[]>>;

/** What a command makes the modem do beyond its settings. */
export const DEEDS = ["restart", "shut_down", "unlock_sim", "activate", "deactivate", "function_changed"] as const;

export interface Answer {
  /** The request line without its end, exactly. */
  readonly request: string;
  readonly when?: Condition;
  /** Information bytes as sent with ATV1, with `{placeholders}` from the view. */
  readonly reply?: string;
  /** The final result, a key of `finals`; OK when nothing is said. */
  readonly final?: string;
  /** Number of a `+CME ERROR`, or a placeholder for it; what is sent depends on +CMEE. */
  readonly cme?: Value;
  /** Settings that the command changes. */
  readonly set?: Readonly<Record<string, Value>>;
  readonly does?: (typeof DEEDS)[number];
  readonly delay_ms: Range;
  /** A key of the persona's `sources`. */
  readonly source: string;
}

/** What happens to a modem that it may report. */
export const EVENTS = [
  ...(["boot", "shut_down", "storm"] as const),
  ...(["sim_removed", "sim_missing", "sim_inserted", "sim_ready", "sim_off"] as const),
  ...(["sim_pin", "sim_puk", "sim_error", "sim_network_lock"] as const),
  ...(["registration", "network_detach", "me_detach"] as const),
  ...(["bearer_up", "bearer_down_local", "bearer_down_network"] as const),
] as const;
export type PersonaEvent = (typeof EVENTS)[number];

export interface UnsolicitedLine {
  readonly event: PersonaEvent;
  readonly when?: Condition;
  readonly bytes: string;
  readonly after_ms: Range;
  readonly source: string;
}

/** How long the cellular side takes, milliseconds. */
export const TIMINGS = [
  "sim_detect",
  "sim_init",
  "search",
  "attach",
  "detach",
  "coverage_lost",
  "bearer_up",
  "bearer_down",
  "usb_up",
  "boot",
  "restart",
  "backoff",
] as const;
export type Timing = Readonly<Record<(typeof TIMINGS)[number], Range>>;

/** The serial ports a USB modem may have: two for commands, one that streams positions, one that takes and says nothing. */
export const PORT_ROLES = ["at", "at2", "nmea", "diag"] as const;
export type PortRole = (typeof PORT_ROLES)[number];

/** How the modem shows itself on USB. */
export interface UsbFace {
  /** Vendor and product, four hex digits each. */
  readonly vendor: string;
  readonly product: string;
  readonly manufacturer: string;
  readonly name: string;
  /** Interface number of each port that it has. */
  readonly ports: Readonly<Partial<Record<PortRole, number>>>;
  /** A key of the persona's `sources`. */
  readonly source: string;
}

export interface Persona {
  readonly name: string;
  /** Missing: what is known of the module says nothing about it. */
  readonly usb?: UsbFace;
  readonly timing: Timing;
  /** Settings after power-on; placeholders and conditions may use them. */
  readonly settings: Readonly<Record<string, Value>>;
  /** Constant values for placeholders. */
  readonly values: Readonly<Record<string, Value>>;
  /** Values that replace these when the card, or the module itself, is another one. */
  readonly others: Readonly<Record<"card" | "module", Readonly<Record<string, Value>>>>;
  /** The cell it camps on: at home, and where it roams. */
  readonly cells: Readonly<Record<"home" | "roaming", Readonly<Record<string, Value>>>>;
  /** APNs in the subscription. */
  readonly apns: readonly string[];
  /** Result codes with ATV1 (long) and ATV0 (short); CME by +CMEE. */
  readonly finals: Readonly<Record<string, { readonly long: string; readonly short: string }>>;
  readonly cme_texts: Readonly<Record<string, string>>;
  /** ESM cause → number of the +CME ERROR that tells it. */
  readonly esm_cme: Readonly<Record<string, number>>;
  readonly cause_texts: Readonly<Record<"emm" | "esm", Readonly<Record<string, string>>>>;
  readonly sources: Readonly<Record<string, string>>;
  readonly answers: readonly Answer[];
  readonly unsolicited: readonly UnsolicitedLine[];
}
