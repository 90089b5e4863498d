/** Keys that contradict each other, or of which one is nothing without the other. */
import type { Draft } from "./config.ts";
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

const checks: readonly Check[] = [
  needs("reference.host", "reference.port", "the port to connect to"),
  needs("reference.port", "reference.host", "the host to connect to"),
  needs("uplink.tls.cert_file", "uplink.tls.key_file", "a certificate is of no use without its key"),
  needs("uplink.tls.key_file", "uplink.tls.cert_file", "a key is of no use without its certificate"),
  // MQTT 3.1.1 section 3.1.2.9: no password without a user name.
  needs("uplink.password_file", "uplink.username", "a password goes with a name"),
  quicker("modem.poll_quick_s", "modem.poll_slow_s"),
  quicker("network.check_quick_s", "network.check_slow_s"),
  onlyWithTls("uplink.tls.ca_file"),
  onlyWithTls("uplink.tls.cert_file"),
  onlyWithTls("uplink.tls.key_file"),
  independent,
  oneAddress,
];

export function disagreements(draft: Draft): readonly Problem[] {
  return checks.flatMap((check) => check(draft) ?? []);
}
