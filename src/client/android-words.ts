/**
 * Android's constants in our words, one table a class (AOSP, android.telephony; the values are part of its public interface
 * and do not change). A word may be given as its number or by its name, with or without the prefix of its class.
 */

/** By name without prefix: the number, and what it is here; `null` is "Android does not know". */
export interface Words<T extends string> {
  readonly prefix: string;
  readonly words: Readonly<Record<string, readonly [number, T | null]>>;
}

/** The word, or null when the table has none. */
export function wordFor<T extends string>({ prefix, words }: Words<T>, said: number | string): T | null {
  if (typeof said === "number") return Object.values(words).find(([number]) => number === said)?.[1] ?? null;
  const name = said.startsWith(prefix) ? said.slice(prefix.length) : said;
  return Object.hasOwn(words, name) ? (words[name]?.[1] ?? null) : null;
}

/** TelephonyManager; LOADED and PRESENT come with broadcasts to system applications only. */
export const simStates: Words<"ready" | "absent" | "pin_required" | "puk_required" | "error" | "busy"> = {
  prefix: "SIM_STATE_",
  words: {
    UNKNOWN: [0, null],
    ABSENT: [1, "absent"],
    PIN_REQUIRED: [2, "pin_required"],
    PUK_REQUIRED: [3, "puk_required"],
    NETWORK_LOCKED: [4, "error"],
    READY: [5, "ready"],
    NOT_READY: [6, "busy"],
    PERM_DISABLED: [7, "error"],
    CARD_IO_ERROR: [8, "error"],
    CARD_RESTRICTED: [9, "error"],
    LOADED: [10, "ready"],
    PRESENT: [11, "busy"],
  },
};

/** TelephonyManager. While it disconnects or changes over, data does not, or does, still flow. */
export const dataStates: Words<"active" | "inactive" | "activating" | "suspended"> = {
  prefix: "DATA_",
  words: {
    UNKNOWN: [-1, null],
    DISCONNECTED: [0, "inactive"],
    CONNECTING: [1, "activating"],
    CONNECTED: [2, "active"],
    SUSPENDED: [3, "suspended"],
    DISCONNECTING: [4, "inactive"],
    HANDOVER_IN_PROGRESS: [5, "active"],
  },
};

/** ServiceState. Out of service leaves open whether it searches or was refused. */
export const serviceStates: Words<"home" | "unregistered" | "emergency_only"> = {
  prefix: "STATE_",
  words: {
    IN_SERVICE: [0, "home"],
    OUT_OF_SERVICE: [1, "unregistered"],
    EMERGENCY_ONLY: [2, "emergency_only"],
    POWER_OFF: [3, "unregistered"],
  },
};

/** NetworkRegistrationInfo: the numbers of +CREG (27.007 §7.2), with 6 for emergency. */
export const registrationStates: Words<
  "home" | "roaming" | "searching" | "denied" | "unregistered" | "emergency_only"
> = {
  prefix: "REGISTRATION_STATE_",
  words: {
    NOT_REGISTERED_OR_SEARCHING: [0, "unregistered"],
    HOME: [1, "home"],
    NOT_REGISTERED_SEARCHING: [2, "searching"],
    DENIED: [3, "denied"],
    UNKNOWN: [4, null],
    ROAMING: [5, "roaming"],
    EMERGENCY: [6, "emergency_only"],
  },
};

/** TelephonyManager. CDMA and Wi-Fi have no word here. */
export const networkTypes: Words<"nr" | "lte" | "wcdma" | "gsm"> = {
  prefix: "NETWORK_TYPE_",
  words: {
    UNKNOWN: [0, null],
    GPRS: [1, "gsm"],
    EDGE: [2, "gsm"],
    UMTS: [3, "wcdma"],
    HSDPA: [8, "wcdma"],
    HSUPA: [9, "wcdma"],
    HSPA: [10, "wcdma"],
    LTE: [13, "lte"],
    HSPAP: [15, "wcdma"],
    GSM: [16, "gsm"],
    TD_SCDMA: [17, "wcdma"],
    LTE_CA: [19, "lte"],
    NR: [20, "nr"],
  },
};
