/** Keys of the acquirer's host, and of the independent one beside it. */
import type { KeyDefinition } from "../key.ts";

const port = { type: "integer", unit: "", min: 1, max: 65_535 } as const;

export const acquirerKeys = {
  "acquirer.host": {
    type: "host",
    portKey: "acquirer.port",
    required: true,
    text: "The acquirer's host: a name, or an address.",
  },
  "acquirer.port": { ...port, required: true, text: "Its TCP port." },
  "acquirer.address": {
    type: "address",
    portKey: "acquirer.port",
    text: "Its address, tried when the name does not resolve, and held against what name servers say.",
  },
  "acquirer.alt_address": { type: "address", portKey: "acquirer.alt_port", text: "Its second address." },
  "acquirer.alt_port": { ...port, text: "The TCP port there." },
  "acquirer.connect_timeout_s": {
    type: "number",
    unit: "s",
    min: 1,
    max: 60,
    default: 5,
    text: "How long a TCP connect may take, and a TLS handshake with it.",
  },
  "acquirer.tls": {
    type: "choice",
    values: ["off", "on"],
    default: "off",
    text: "Whether the host speaks TLS on its port.",
  },
  "acquirer.ca_file": { type: "path", text: "Certificates to trust for the host (PEM). Default: those of Node." },
  "acquirer.cert_file": {
    type: "path",
    text: "The agent's own certificate (PEM), for a host that asks for one. Never the payment application's.",
  },
  "acquirer.key_file": { type: "path", text: "Its key (PEM)." },
  "acquirer.server_name": {
    type: "host",
    text: "The name that the host's certificate must bear. Default: `acquirer.host`.",
  },
  "acquirer.codes": {
    type: "choice",
    values: ["unionpay", "visa", "mastercard", "gicc"],
    default: "unionpay",
    text: "By whose table response codes (field 39) are read, where it differs from the common one.",
  },
  "acquirer.codes_file": {
    type: "path",
    text: "The acquirer's own codes, which outrank every table: a JSON object of code and meaning (docs/response-codes.md).",
  },
  "acquirer.maintenance": {
    type: "windows",
    text: "When the acquirer has announced maintenance, by the terminal's local time; over midnight is meant as it says.",
  },
  "acquirer.consent": {
    type: "flag",
    default: false,
    text: "Whether the acquirer has consented to TLS handshakes and echoes of the agent (`probes.level` 3 and 4).",
  },
  "acquirer.terminal_id": {
    type: "text",
    pattern: /^[0-9A-Za-z]{8}$/,
    allowed: "8 of A-Z a-z 0-9",
    text: "Terminal number at the acquirer (field 41), for the echo.",
  },
  "acquirer.merchant_id": {
    type: "text",
    pattern: /^[0-9A-Za-z]{15}$/,
    allowed: "15 of A-Z a-z 0-9",
    text: "Merchant number at the acquirer (field 42), for the echo.",
  },
  "acquirer.tpdu": {
    type: "text",
    pattern: /^60\d{8}$/,
    allowed: "10 digits that begin with 60",
    default: "6000030000",
    text: "TPDU of the echo: where it goes to and comes from.",
  },
  "acquirer.header": {
    type: "text",
    pattern: /^60\d{10}$/,
    allowed: "12 digits that begin with 60",
    default: "603100310000",
    text: "Header of the echo: application class, software version, state, processing request.",
  },

  "reference.host": {
    type: "host",
    portKey: "reference.port",
    text: "An independent host, to tell a dead link from a dead acquirer. Leave it out on a private APN.",
  },
  "reference.port": { ...port, text: "Its TCP port." },
  "reference.portal_url": {
    type: "page",
    text: "A page of an independent web server that answers 204 or nothing: what else comes is a captive portal. Its time is held against the terminal's.",
  },
} as const satisfies Readonly<Record<string, KeyDefinition>>;
