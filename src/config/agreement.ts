/** Keys that contradict each other, or of which one is nothing without the other. */
import { type Draft, definitions } from "./config.ts";
import { allowed } from "./key.ts";
import type { Problem } from "./problem.ts";
import type { Key } from "./schema.ts";

type Check = (draft: Draft) => Problem | undefined;

function needs(key: Key, other: Key, why: string): Check {
  return (draft) =>
    draft[key] !== undefined && draft[other] === undefined ? { key, what: `needs ${other}: ${why}` } : undefined;
}

/** The quick pace must be the quicker one. */
function quicker(quick: Key, slow: Key): Check {
  return (draft) => {
    const [fast, calm] = [draft[quick], draft[slow]];
    const crossed = typeof fast === "number" && typeof calm === "number" && fast > calm;
    return crossed ? { key: quick, what: `is ${fast}, slower than ${slow}, which is ${calm}` } : undefined;
  };
}

function onlyWithTls(key: Key): Check {
  return (draft) => {
    const url = draft["uplink.url"];
    const plain = typeof url === "string" && url.startsWith("mqtt:");
    return plain && draft[key] !== undefined
      ? { key, what: "contradicts uplink.url, which says mqtt://, without TLS", allowed: "mqtts://, or no such key" }
      : undefined;
  };
}

function needsTls(key: Key): Check {
  return (draft) =>
    draft[key] !== undefined && draft["acquirer.tls"] !== "on"
      ? { key, what: 'needs acquirer.tls to be "on": without TLS there are no certificates' }
      : undefined;
}

/** Whether the level permits it to go so far. */
function reaches(draft: Draft, level: number): boolean {
  const value = draft["probes.level"];
  return typeof value === "number" && value >= level;
}

function consented(draft: Draft): Problem | undefined {
  return reaches(draft, 3) && draft["acquirer.consent"] !== true
    ? {
        key: "probes.level",
        what: `is ${draft["probes.level"]}, which needs acquirer.consent: handshakes and echoes take the host's time and a session`,
        allowed: "0 to 2 without the acquirer's consent",
      }
    : undefined;
}

function identified(key: Key): Check {
  return (draft) =>
    reaches(draft, 4) && draft[key] === undefined
      ? { key, what: "is missing: an echo (probes.level 4) bears it", allowed: allowed(definitions[key]) }
      : undefined;
}

function apart(key: Key): Check {
  return (draft) =>
    draft["network.private"] === true && draft[key] !== undefined
      ? { key, what: "contradicts network.private: there is no Internet on a private network", allowed: "no such key" }
      : undefined;
}

/** An hour must not have more than its day. */
function within(hour: Key, day: Key): Check {
  return (draft) => {
    const [part, whole] = [draft[hour], draft[day]];
    const exceeds = typeof part === "number" && typeof whole === "number" && part > whole;
    return exceeds ? { key: hour, what: `is ${part}, more than ${day}, which is ${whole}` } : undefined;
  };
}

function independent(draft: Draft): Problem | undefined {
  const same = draft["reference.host"] !== undefined && draft["reference.host"] === draft["acquirer.host"];
  return same
    ? { key: "reference.host", what: "is the acquirer's host", allowed: "a host that fails for other reasons" }
    : undefined;
}

function oneAddress(draft: Draft): Problem | undefined {
  const [host, address] = [draft["acquirer.host"], draft["acquirer.address"]];
  const numeric = typeof host === "string" && (/^[\d.]+$/.test(host) || host.includes(":"));
  return numeric && address !== undefined && address !== host
    ? { key: "acquirer.address", what: "contradicts acquirer.host, which is an address itself" }
    : undefined;
}

function ownKey(draft: Draft): Problem | undefined {
  const given = (["uplink.tls.key_file", "uplink.tls.key_uri"] as const).filter((key) => draft[key] !== undefined);
  const [first, second] = given;
  if (second) return { key: second, what: `contradicts ${first}: a certificate has one key` };
  const key = "uplink.tls.cert_file";
  return draft[key] === undefined || first
    ? undefined
    : { key, what: "needs uplink.tls.key_file or uplink.tls.key_uri: a certificate is of no use without its key" };
}

const checks: readonly Check[] = [
  needs("reference.host", "reference.port", "the port to connect to"),
  needs("reference.port", "reference.host", "the host to connect to"),
  ownKey,
  needs("uplink.tls.key_file", "uplink.tls.cert_file", "a key is of no use without its certificate"),
  needs("uplink.tls.key_uri", "uplink.tls.cert_file", "a key is of no use without its certificate"),
  // MQTT 3.1.1 section 3.1.2.9: no password without a user name.
  needs("uplink.password_file", "uplink.username", "a password goes with a name"),
  needs("commands.allow", "commands.keys_file", "without keys nobody may ask"),
  quicker("modem.poll_quick_s", "modem.poll_slow_s"),
  quicker("network.check_quick_s", "network.check_slow_s"),
  onlyWithTls("uplink.tls.ca_file"),
  onlyWithTls("uplink.tls.cert_file"),
  onlyWithTls("uplink.tls.key_file"),
  onlyWithTls("uplink.tls.key_uri"),
  independent,
  oneAddress,
  needs("acquirer.alt_address", "acquirer.alt_port", "the port to connect to"),
  needs("acquirer.alt_port", "acquirer.alt_address", "the address to connect to"),
  needs("acquirer.cert_file", "acquirer.key_file", "a certificate is of no use without its key"),
  needs("acquirer.key_file", "acquirer.cert_file", "a key is of no use without its certificate"),
  needsTls("acquirer.ca_file"),
  needsTls("acquirer.cert_file"),
  needsTls("acquirer.key_file"),
  needsTls("acquirer.server_name"),
  consented,
  identified("acquirer.terminal_id"),
  identified("acquirer.merchant_id"),
  apart("reference.host"),
  apart("reference.portal_url"),
  within("probes.connections_per_hour", "probes.connections_per_day"),
  within("probes.kb_per_hour", "probes.kb_per_day"),
];

export function disagreements(draft: Draft): readonly Problem[] {
  return checks.flatMap((check) => check(draft) ?? []);
}
