/**
 * The physical state of one terminal's surroundings: what a person at the bench turns. It says what is the case (the SIM is
 * out, the network refuses with cause 7), never what is wrong; the modem and the path react to it in their own time.
 */
import { GOOD_BEHAVIOUR, type HostBehaviour } from "./acquirer/behaviour.ts";

export const SIM_STATES = ["ready", "absent", "pin", "puk", "error", "network_lock"] as const;
export const POWER_STATES = ["on", "off", "brownout", "reset_loop"] as const;
export const LEFTOVERS = ["none", "half_command", "sms_prompt", "echo", "no_echo", "short_results"] as const;
export const HOST_MODES = ["up", "down", "silent", "blackhole", "slow"] as const;
export const DNS_MODES = ["ok", "silent", "nxdomain", "servfail"] as const;

/** As the modem measures it: dBm, dB, dB. `csq` overrides the +CSQ value that follows from the other three. */
export interface Signal {
  readonly rsrp: number;
  readonly rsrq: number;
  readonly sinr: number;
  readonly csq?: number;
}

/** <stat> of 3GPP TS 27.007 §10.1.22. */
export type RegistrationStat = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** Trouble on the serial wire. `noise` and `garbage` are chances per write, 0 to 1. */
export interface WireTrouble {
  /** Replies arrive in pieces, cut anywhere. */
  readonly split: boolean;
  /** A stray byte between two lines. */
  readonly noise: number;
  /** A whole line of rubbish between two lines. */
  readonly garbage: number;
}

export interface World {
  /** "brownout": the supply gives way whenever the modem transmits; "reset_loop": the firmware dies soon after every boot. */
  readonly power: (typeof POWER_STATES)[number];
  /** The modem takes bytes and answers nothing: hung firmware. */
  readonly silent: boolean;
  readonly sim: (typeof SIM_STATES)[number];
  /** The card holder; "loose": the card loses contact and finds it again, seconds apart. */
  readonly contact: "ok" | "loose";
  /** Whose card is in the holder: the terminal's own or another subscription's. */
  readonly card: "own" | "other";
  /** Which module is on the board: the terminal's own or one with another IMEI. */
  readonly module: "own" | "other";
  readonly signal: Signal | "none";
  /** The worst of a signal that wanders between `signal` and this; null: it stands still. */
  readonly fading: Signal | null;
  /** What the network would answer to a registration, and whether only a foreign network is in reach. */
  readonly registration: { readonly stat: RegistrationStat; readonly abroad?: true };
  /** EMM cause that goes with a refusal (3GPP TS 24.301 §9.9.3.9); null: the network gives none. */
  readonly reject_cause: number | null;
  /** The network turns everybody away who asks for a bearer (ESM 26) or to be let in (EMM 22), and for how long. */
  readonly congestion: boolean;
  /** What becomes of the data bearer: an ESM cause (TS 24.301 §9.9.4.4) when the network refuses it. */
  readonly pdp: "active" | "inactive" | { readonly rejected: number };
  /** The APN entered in the modem. */
  readonly apn: string;
  /** "dry": the plan is used up; bearer and address stay, nothing passes. "throttled": everything passes, seconds late. */
  readonly data: "ok" | "dry" | "throttled";
  readonly host: (typeof HOST_MODES)[number];
  /** What the acquirer's host does to those whom it lets in. */
  readonly acquirer: HostBehaviour;
  readonly reference: (typeof HOST_MODES)[number];
  /** A captive portal stands in the way: whatever is asked of the independent host over HTTP, a login page answers. */
  readonly portal: boolean;
  readonly dns: (typeof DNS_MODES)[number];
  readonly dns_alt: (typeof DNS_MODES)[number];
  readonly wire: WireTrouble;
  /** The modem reports without end. */
  readonly storm: boolean;
  /** What another client left behind on the port. It happens once; the world then reads "none" again. */
  readonly leftover: (typeof LEFTOVERS)[number];
  /** The name of the port's link. Another one: the modem leaves the bus and is back under that name, without a restart. */
  readonly renumber: string;
}

/** Named signals. "weak" is the edge of an LTE cell; its +CSQ is what EC25 users see there. */
export const SIGNAL_PRESETS: Readonly<Record<"good" | "weak" | "none", Signal | "none">> = {
  good: { rsrp: -87, rsrq: -9, sinr: 16 },
  weak: { rsrp: -121, rsrq: -16, sinr: -4, csq: 6 },
  none: "none",
};

export const REGISTRATION_PRESETS = {
  home: { registration: { stat: 1 } },
  searching: { registration: { stat: 2 } },
  denied: { registration: { stat: 3 } },
  roaming: { registration: { stat: 5, abroad: true } },
  /** EMM #13, "roaming not allowed in this tracking area". */
  roaming_refused: { registration: { stat: 3, abroad: true }, reject_cause: 13 },
  emergency: { registration: { stat: 8 } },
} as const satisfies Readonly<Record<string, Partial<World>>>;

export const CLEAN_WIRE: WireTrouble = { split: false, noise: 0, garbage: 0 };

export const HEALTHY_WORLD: World = {
  power: "on",
  silent: false,
  sim: "ready",
  contact: "ok",
  card: "own",
  module: "own",
  signal: { rsrp: -87, rsrq: -9, sinr: 16 },
  fading: null,
  registration: { stat: 1 },
  reject_cause: 7,
  congestion: false,
  pdp: "active",
  apn: "cmnet",
  data: "ok",
  host: "up",
  acquirer: GOOD_BEHAVIOUR,
  reference: "up",
  portal: false,
  dns: "ok",
  dns_alt: "ok",
  wire: CLEAN_WIRE,
  storm: false,
  leftover: "none",
  renumber: "modem",
};
