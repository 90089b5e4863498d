/**
 * Why a network says no: EMM causes (registration, 3GPP TS 24.301 §9.9.3.9) and ESM causes (data bearer, §9.9.4.4), and
 * the `+CME ERROR` number that stands for each (TS 27.007 §9.2.2: mostly 100 + cause, from 177 on not).
 */
export type CauseLayer = "emm" | "esm";

export interface NasCause {
  readonly layer: CauseLayer;
  readonly cause: number;
}

const emmMeanings = {
  2: "IMSI unknown in HSS",
  3: "Illegal UE",
  4: "IMSI unknown in VLR",
  5: "IMEI not accepted",
  6: "Illegal ME",
  7: "EPS services not allowed",
  8: "EPS services and non-EPS services not allowed",
  9: "UE identity cannot be derived by the network",
  10: "Implicitly detached",
  11: "PLMN not allowed",
  12: "Tracking area not allowed",
  13: "Roaming not allowed in this tracking area",
  14: "EPS services not allowed in this PLMN",
  15: "No suitable cells in tracking area",
  16: "MSC temporarily not reachable",
  17: "Network failure",
  18: "CS domain not available",
  19: "ESM failure",
  20: "MAC failure",
  21: "Synch failure",
  22: "Congestion",
  23: "UE security capabilities mismatch",
  24: "Security mode rejected, unspecified",
  25: "Not authorized for this CSG",
  26: "Non-EPS authentication unacceptable",
  35: "Requested service option not authorized in this PLMN",
  39: "CS service temporarily not available",
  40: "No EPS bearer context activated",
  42: "Severe network failure",
  95: "Semantically incorrect message",
  96: "Invalid mandatory information",
  97: "Message type non-existent or not implemented",
  98: "Message type not compatible with the protocol state",
  99: "Information element non-existent or not implemented",
  100: "Conditional IE error",
  101: "Message not compatible with the protocol state",
  111: "Protocol error, unspecified",
} as const satisfies Record<number, string>;

const esmMeanings = {
  8: "Operator determined barring",
  26: "Insufficient resources",
  27: "Missing or unknown APN",
  28: "Unknown PDN type",
  29: "User authentication failed",
  30: "Request rejected by serving GW or PDN GW",
  31: "Request rejected, unspecified",
  32: "Service option not supported",
  33: "Requested service option not subscribed",
  34: "Service option temporarily out of order",
  36: "Regular deactivation",
  37: "EPS QoS not accepted",
  38: "Network failure",
  39: "Reactivation requested",
  47: "PTI mismatch",
  48: "Request rejected, BCM violation",
  49: "Last PDN disconnection not allowed",
  50: "PDN type IPv4 only allowed",
  51: "PDN type IPv6 only allowed",
  52: "Single address bearers only allowed",
  53: "ESM information not received",
  54: "PDN connection does not exist",
  55: "Multiple PDN connections for a given APN not allowed",
  56: "Collision with network initiated request",
  57: "PDN type IPv4v6 only allowed",
  58: "PDN type non IP only allowed",
  59: "Unsupported QCI value",
  60: "Bearer handling not supported",
  65: "Maximum number of EPS bearers reached",
  66: "Requested APN not supported in current RAT and PLMN combination",
  111: "Protocol error, unspecified",
  112: "APN restriction value incompatible with active EPS bearer context",
} as const satisfies Record<number, string>;

const meanings: Readonly<Record<CauseLayer, ReadonlyMap<number, string>>> = {
  emm: new Map(Object.entries(emmMeanings).map(([n, text]) => [Number(n), text])),
  esm: new Map(Object.entries(esmMeanings).map(([n, text]) => [Number(n), text])),
};

/** `EPS_AND_NON_EPS_SERVICES_NOT_ALLOWED`, `EMM_CAUSE_ILLEGAL_ME`: the same words whatever stands between them. */
function squeezed(text: string): string {
  return text.toLowerCase().replace(/services|service|cause|emm|esm|[^a-z0-9]/g, "");
}

const causeByName: ReadonlyMap<string, NasCause> = new Map([
  ...[...meanings.esm].map(([cause, text]): [string, NasCause] => [squeezed(text), { layer: "esm", cause }]),
  // EMM last, so that it wins the wordings both layers have: firmware words causes of the attach far more often.
  ...[...meanings.emm].map(([cause, text]): [string, NasCause] => [squeezed(text), { layer: "emm", cause }]),
]);

export function causeOfName(text: string): NasCause | undefined {
  return causeByName.get(squeezed(text));
}

/** Protocol errors, 95 to 111, both layers have: they are counted to the attach, which fails before any bearer. */
const cmeOutOfLine: ReadonlyMap<number, NasCause> = new Map([
  [136, { layer: "esm", cause: 36 }],
  [137, { layer: "esm", cause: 37 }],
  [139, { layer: "emm", cause: 39 }],
  [149, { layer: "esm", cause: 29 }],
  [171, { layer: "esm", cause: 49 }],
  [172, { layer: "emm", cause: 95 }],
  [173, { layer: "emm", cause: 96 }],
  [174, { layer: "emm", cause: 97 }],
  [175, { layer: "emm", cause: 100 }],
  [176, { layer: "emm", cause: 111 }],
  [177, { layer: "esm", cause: 8 }],
  [178, { layer: "esm", cause: 65 }],
  [179, { layer: "esm", cause: 66 }],
  [180, { layer: "esm", cause: 48 }],
  [181, { layer: "esm", cause: 59 }],
  [185, { layer: "emm", cause: 40 }],
  [186, { layer: "emm", cause: 101 }],
  [189, { layer: "emm", cause: 35 }],
  [190, { layer: "esm", cause: 38 }],
  [191, { layer: "esm", cause: 39 }],
  [192, { layer: "esm", cause: 50 }],
  [193, { layer: "esm", cause: 51 }],
  [194, { layer: "esm", cause: 52 }],
  [195, { layer: "esm", cause: 56 }],
  [196, { layer: "esm", cause: 57 }],
  [197, { layer: "esm", cause: 58 }],
  [198, { layer: "esm", cause: 60 }],
  [199, { layer: "esm", cause: 112 }],
  [201, { layer: "esm", cause: 53 }],
  [202, { layer: "esm", cause: 54 }],
  [203, { layer: "esm", cause: 55 }],
  [204, { layer: "emm", cause: 42 }],
  [208, { layer: "emm", cause: 98 }],
  [209, { layer: "emm", cause: 99 }],
  [221, { layer: "esm", cause: 47 }],
]);

/** The network's cause behind a `+CME ERROR` number; undefined for an error of the modem's own. */
export function causeOfCme(code: number): NasCause | undefined {
  if (code >= 126 && code <= 134) return { layer: "esm", cause: code - 100 };
  if (code >= 102 && code <= 125) return { layer: "emm", cause: code - 100 };
  return cmeOutOfLine.get(code);
}
