/** The numbers behind `+CME ERROR` (3GPP TS 27.007 §9.2) and `+CMS ERROR` (3GPP TS 27.005 §3.2.5), and what they mean. */

const cmeMeanings = {
  0: "Phone failure",
  1: "No connection to phone",
  2: "Phone-adaptor link reserved",
  3: "Operation not allowed",
  4: "Operation not supported",
  5: "PH-SIM PIN required",
  6: "PH-FSIM PIN required",
  7: "PH-FSIM PUK required",
  10: "SIM not inserted",
  11: "SIM PIN required",
  12: "SIM PUK required",
  13: "SIM failure",
  14: "SIM busy",
  15: "SIM wrong",
  16: "Incorrect password",
  17: "SIM PIN2 required",
  18: "SIM PUK2 required",
  20: "Memory full",
  21: "Invalid index",
  22: "Not found",
  23: "Memory failure",
  24: "Text string too long",
  25: "Invalid characters in text string",
  26: "Dial string too long",
  27: "Invalid characters in dial string",
  30: "No network service",
  31: "Network timeout",
  32: "Network not allowed - emergency calls only",
  40: "Network personalization PIN required",
  41: "Network personalization PUK required",
  42: "Network subset personalization PIN required",
  43: "Network subset personalization PUK required",
  44: "Service provider personalization PIN required",
  45: "Service provider personalization PUK required",
  46: "Corporate personalization PIN required",
  47: "Corporate personalization PUK required",
  48: "Hidden key required",
  49: "EAP method not supported",
  50: "Incorrect parameters",
  51: "Command implemented but currently disabled",
  52: "Command aborted by user",
  53: "Not attached to network due to MT functionality restrictions",
  54: "Modem not allowed - MT restricted to emergency calls only",
  55: "Operation not allowed because of MT functionality restrictions",
  56: "Fixed dial number only allowed",
  57: "Temporarily out of service due to other MT usage",
  58: "Language/alphabet not supported",
  59: "Unexpected data value",
  60: "System failure",
  61: "Data missing",
  62: "Call barred",
  63: "Message waiting indication subscription failure",
  100: "Unknown error",
  102: "IMSI unknown in network",
  103: "Illegal MS",
  105: "IMEI not accepted",
  106: "Illegal ME",
  107: "GPRS services not allowed",
  108: "GPRS and non-GPRS services not allowed",
  109: "Identity cannot be derived by the network",
  110: "Implicitly detached",
  111: "PLMN not allowed",
  112: "Location/tracking area not allowed",
  113: "Roaming not allowed in this location/tracking area",
  114: "GPRS services not allowed in this PLMN",
  115: "No suitable cells in location/tracking area",
  116: "MSC temporarily not reachable",
  117: "Network failure",
  118: "CS domain not available",
  119: "ESM failure",
  122: "Congestion",
  125: "Not authorized for this CSG",
  126: "Insufficient resources",
  127: "Missing or unknown APN",
  128: "Unknown PDP address or PDP type",
  129: "User authentication failed",
  130: "Activation rejected by GGSN, serving or PDN gateway",
  131: "Activation rejected, unspecified",
  132: "Service option not supported",
  133: "Requested service option not subscribed",
  134: "Service option temporarily out of order",
  140: "Feature not supported",
  148: "Unspecified GPRS error",
  149: "PDP authentication failure",
  150: "Invalid mobile class",
  172: "Semantically incorrect message",
  173: "Invalid mandatory information",
  174: "Message type non-existent or not implemented",
  175: "Conditional information element error",
  176: "Protocol error, unspecified",
  177: "Operator determined barring",
  178: "Maximum number of PDP/bearer contexts reached",
  179: "Requested APN not supported in current RAT and PLMN combination",
  185: "No bearer context activated",
  186: "Invalid message type",
  189: "Service option not authorized in this PLMN",
  190: "Network failure",
  191: "Reactivation requested",
  192: "PDN type IPv4 only allowed",
  193: "PDN type IPv6 only allowed",
  194: "Single address bearers only allowed",
  195: "Collision with network initiated request",
  196: "PDN type IPv4v6 only allowed",
  202: "PDN connection does not exist",
  203: "Multiple PDN connections for a given APN not allowed",
  204: "Severe network failure",
} as const satisfies Record<number, string>;

const cmsMeanings = {
  300: "ME failure",
  301: "SMS service reserved",
  302: "Operation not allowed",
  303: "Operation not supported",
  310: "SIM not inserted",
  311: "SIM PIN required",
  312: "PH-SIM PIN required",
  313: "SIM failure",
  314: "SIM busy",
  315: "SIM wrong",
  316: "SIM PUK required",
  317: "SIM PIN2 required",
  318: "SIM PUK2 required",
  320: "Memory failure",
  321: "Invalid memory index",
  322: "Memory full",
  330: "SMSC address unknown",
  331: "No network service",
  332: "Network timeout",
  340: "No +CNMA acknowledgement expected",
  500: "Unknown error",
} as const satisfies Record<number, string>;

const nameByCme: ReadonlyMap<number, string> = new Map(
  Object.entries(cmeMeanings).map(([n, text]) => [Number(n), text]),
);
const nameByCms: ReadonlyMap<number, string> = new Map(
  Object.entries(cmsMeanings).map(([n, text]) => [Number(n), text]),
);

/** Letters and digits only, so that wording with other case, spaces or dashes still matches. */
function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

// The first number wins where two share a wording (117 and 190).
const cmeByName: ReadonlyMap<string, number> = new Map(
  [...nameByCme].reverse().map(([code, text]) => [squeezed(text), code]),
);

export function cmeMeaning(code: number): string | undefined {
  return nameByCme.get(code);
}

export function cmsMeaning(code: number): string | undefined {
  return nameByCms.get(code);
}

/** The number of a verbose error (`AT+CMEE=2`): `SIM not inserted` → 10. */
export function cmeCodeOf(text: string): number | undefined {
  return cmeByName.get(squeezed(text));
}
