/** Reads what the acquirer's host is to do: parts of a behaviour, of which what is not named is good. */
import { GOOD_BEHAVIOUR, type HostBehaviour, MANNERS, TLS_MANNERS } from "./acquirer/behaviour.ts";
import { isWhole, oneOf, onlyKeys, words } from "./value-check.ts";

/** An hour; nobody waits longer for an answer. */
const LONGEST_MS = 3_600_000;
const MOST_CODES = 32;
/** A message type, with an issuer group where one is meant, or all of them. */
const CODE_KEY = /^(?:\*|\d{4}(?:\/[A-Za-z][A-Za-z0-9_-]{0,15})?)$/;
const CODE = /^[0-9A-Z]{2}$/;

export const ACQUIRER_WORDS = `"good", "cut_over" (90 to everything), or any of {"manner":one of ${words(MANNERS)}, "delay":0..${LONGEST_MS} or {"ms","jitter"}, "codes":{"0200":"91","0200/g1":"98","*":"90"}, "asks":0..7, "tls":one of ${words(TLS_MANNERS)}, "client_cert":true|false}`;

type Readers = { readonly [K in keyof HostBehaviour]: (value: unknown) => HostBehaviour[K] | undefined };

const READERS: Readers = {
  manner: (value) => oneOf(MANNERS, value),
  delay: readDelay,
  codes: readCodes,
  asks: (value) => (isWhole(value, [0, 7]) ? value : undefined),
  tls: (value) => oneOf(TLS_MANNERS, value),
  client_cert: (value) => oneOf([true, false], value),
};

/** Undefined when anything in it is not allowed. */
export function readAcquirer(input: unknown): HostBehaviour | undefined {
  if (input === "good") return GOOD_BEHAVIOUR;
  if (input === "cut_over") return { ...GOOD_BEHAVIOUR, codes: { "*": "90" } };
  const found = onlyKeys(input, Object.keys(READERS));
  if (!found) return undefined;
  const part = <K extends keyof HostBehaviour>(key: K): HostBehaviour[K] | undefined =>
    found.has(key) ? READERS[key](found.get(key)) : GOOD_BEHAVIOUR[key];
  const [manner, delay, codes] = [part("manner"), part("delay"), part("codes")];
  const [asks, tls, client_cert] = [part("asks"), part("tls"), part("client_cert")];
  if (manner === undefined || delay === undefined || codes === undefined) return undefined;
  if (asks === undefined || tls === undefined || client_cert === undefined) return undefined;
  return { manner, delay, codes, asks, tls, client_cert };
}

function readDelay(input: unknown): HostBehaviour["delay"] | undefined {
  if (isWhole(input, [0, LONGEST_MS])) return { ms: input, jitter: 0 };
  const found = onlyKeys(input, ["ms", "jitter"]);
  const [ms, jitter = 0] = [found?.get("ms"), found?.get("jitter")];
  return isWhole(ms, [0, LONGEST_MS]) && isWhole(jitter, [0, LONGEST_MS]) ? { ms, jitter } : undefined;
}

function readCodes(input: unknown): HostBehaviour["codes"] | undefined {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return undefined;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(input);
  if (entries.length > MOST_CODES) return undefined;
  const codes: Record<string, string> = {};
  for (const [key, code] of entries) {
    if (!CODE_KEY.test(key) || typeof code !== "string" || !CODE.test(code)) return undefined;
    codes[key] = code;
  }
  return codes;
}
