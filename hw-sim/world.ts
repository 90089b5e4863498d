/**
 * The physical state of one terminal's surroundings: what a person at the bench turns. It says what is the case (the SIM is
 * out, the network refuses with cause 7), never what is wrong; the modem and the path react to it in their own time.
 */
export const SIM_STATES = ["ready", "absent", "pin", "puk"] as const;
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
export type RegistrationStat = 0 | 1 | 2 | 3 | 4 | 5;

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
  readonly power: "on" | "off";
  /** The modem takes bytes and answers nothing: hung firmware. */
  readonly silent: boolean;
  readonly sim: (typeof SIM_STATES)[number];
  readonly signal: Signal | "none";
  /** What the network would answer to a registration. */
  readonly registration: { readonly stat: RegistrationStat };
  /** EMM cause that goes with a refusal (3GPP TS 24.301 §9.9.3.9); null: the network gives none. */
  readonly reject_cause: number | null;
  /** What becomes of the data bearer: an ESM cause (TS 24.301 §9.9.4.4) when the network refuses it. */
  readonly pdp: "active" | "inactive" | { readonly rejected: number };
  /** The APN entered in the modem. */
  readonly apn: string;
  /** "dry": the plan is used up; bearer and address stay, nothing passes. */
  readonly data: "ok" | "dry";
  readonly host: (typeof HOST_MODES)[number];
  readonly reference: (typeof HOST_MODES)[number];
  readonly dns: (typeof DNS_MODES)[number];
  readonly dns_alt: (typeof DNS_MODES)[number];
  readonly wire: WireTrouble;
}

/** Named signals. "weak" is the edge of an LTE cell; its +CSQ is what EC25 users see there. */
export const SIGNAL_PRESETS: Readonly<Record<"good" | "weak" | "none", Signal | "none">> = {
  good: { rsrp: -87, rsrq: -9, sinr: 16 },
  weak: { rsrp: -121, rsrq: -16, sinr: -4, csq: 6 },
  none: "none",
};

export const REGISTRATION_PRESETS: Readonly<Record<"home" | "searching" | "denied" | "roaming", RegistrationStat>> = {
  home: 1,
  searching: 2,
  denied: 3,
  roaming: 5,
};

export const CLEAN_WIRE: WireTrouble = { split: false, noise: 0, garbage: 0 };

export const HEALTHY_WORLD: World = {
  power: "on",
  silent: false,
  sim: "ready",
  signal: { rsrp: -87, rsrq: -9, sinr: 16 },
  registration: { stat: 1 },
  reject_cause: 7,
  pdp: "active",
  apn: "cmnet",
  data: "ok",
  host: "up",
  reference: "up",
  dns: "ok",
  dns_alt: "ok",
  wire: CLEAN_WIRE,
};
