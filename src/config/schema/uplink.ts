/** Keys of the way to the broker, and of what it may cost. */
import type { KeyDefinition } from "../key.ts";

/** Topic wildcards and separators have no place in an identifier that a broker may build topics from. */
const clientId = {
  type: "text",
  pattern: /^[A-Za-z0-9_.:-]{1,64}$/,
  allowed: "1 to 64 of A-Z a-z 0-9 _ . : -",
} as const;

/** The PIN has no place in a file that is shown and copied. */
const keyUri = {
  type: "text",
  pattern: /^pkcs11:(?!.*pin-value=)[A-Za-z0-9_.~%=;:/?&+-]{1,300}$/,
  allowed: '"pkcs11:…" of RFC 7512, up to 300 characters, with pin-source=file:… and without pin-value',
} as const;

export const uplinkKeys = {
  "uplink.url": { type: "broker", required: true, text: "The MQTT broker." },
  "uplink.protocol": {
    type: "choice",
    values: ["auto", "5", "3.1.1"],
    default: "auto",
    text: "MQTT version; `auto` tries 5 and falls back.",
  },
  "uplink.client_id": { ...clientId, text: "MQTT client identifier. Default: made of tenant and serial." },
  "uplink.username": {
    type: "text",
    pattern: /^[^\p{Cc}]{1,128}$/u,
    allowed: "1 to 128 characters",
    text: "Name for the broker.",
  },
  "uplink.password_file": { type: "path", text: "File whose first line is the password." },
  "uplink.keepalive_s": {
    type: "integer",
    unit: "s",
    min: 60,
    max: 1_200,
    default: 900,
    text: "MQTT keep-alive, the longest silence; it is shortened where the way does not bear it. Every ping costs data of the SIM.",
  },
  "uplink.ack": {
    type: "choice",
    values: ["puback", "collector"],
    default: "puback",
    text: "What frees a record: the broker's PUBACK, or the collector's receipt, which alone proves delivery.",
  },
  "uplink.tls.ca_file": { type: "path", text: "Certificates to trust (PEM). Default: those of Node." },
  "uplink.tls.cert_file": { type: "path", text: "The terminal's certificate (PEM)." },
  "uplink.tls.key_file": { type: "path", text: "Its key (PEM)." },
  "uplink.tls.key_uri": {
    ...keyUri,
    text: "Its key in a security module, in place of a file (RFC 7512), with the PIN in a file: docs/broker.md.",
  },
  "uplink.month_mb": {
    type: "number",
    unit: "MB",
    min: 0,
    max: 10_240,
    default: 0,
    text: "What a month of the plan may cost on the wire, of 1024 times 1024 bytes: from 80 % on only events are sent, from 95 % on one snapshot a day, what is about money always. 0: no budget.",
  },
  "uplink.most": {
    type: "choice",
    values: ["full", "events", "snapshot"],
    default: "full",
    text: "The most that is sent whatever is left: everything, no measurements, or one snapshot a day.",
  },
  "uplink.heartbeat_min": {
    type: "integer",
    unit: "min",
    min: 0,
    max: 1_440,
    default: 60,
    text: "Minutes between records of how the agent itself is and what it costs. 0: none.",
  },
  "uplink.measures_min": {
    type: "integer",
    unit: "min",
    min: 0,
    max: 1_440,
    default: 60,
    text: "Minutes between records of what was measured: signal strength, answer times, battery, payments and reads by outcome. 0: none.",
  },
  "uplink.history_per_s": {
    type: "number",
    unit: "per second",
    min: 0.1,
    max: 1_000,
    default: 5,
    text: "Records that have waited, sent a second beside what is new.",
  },
  "uplink.file": {
    type: "path",
    text: "What the way to the broker has cost, and which keep-alive it bears, kept over restarts. Default: `uplink.json` beside `outbox.dir`.",
  },
} as const satisfies Readonly<Record<string, KeyDefinition>>;
