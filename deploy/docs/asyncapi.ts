/** docs/asyncapi.yaml: every topic with its message, from the terminal's side. test/deploy/docs/asyncapi.test.ts holds it against the wire. */
import { definitions } from "../../src/config/config.ts";
import { type Leaf, leaves } from "../../src/uplink/topics.ts";
import { protoText } from "./proto-text.ts";
import { type Plain, yamlOf } from "./yaml.ts";

type MessageName = "Birth" | "Alive" | "FaultSet" | "Report" | "SignedCommand" | "SignedHint" | "Ack";

export interface Topic {
  /** Which way, seen from the terminal. */
  readonly action: "send" | "receive";
  readonly message: MessageName;
  readonly retain: boolean;
  /** Seconds after which a broker of MQTT 5 forgets it; a range where it depends. Without it the sender sets none. */
  readonly expiryS?: number | readonly [least: number, most: number];
  readonly text: string;
}

const day = 86_400;

export const topics: Readonly<Record<Leaf, Topic>> = {
  "state/birth": {
    ...{ action: "send", message: "Birth", retain: true },
    text: "Who and what the terminal is; after every connect, first.",
  },
  "state/alive": {
    ...{ action: "send", message: "Alive", retain: true },
    text: "After the birth, on a clean stop, and as the will of the connection.",
  },
  "state/faults": {
    ...{ action: "send", message: "FaultSet", retain: true },
    text: "Every open case; after every connect, and after every change.",
  },
  "up/evt": {
    ...{ action: "send", message: "Report", retain: false },
    text: "New reports of the classes fault and state, as soon as they are written.",
  },
  "up/met": {
    ...{ action: "send", message: "Report", retain: false },
    text: "New reports of the class metric: measurements.",
  },
  "up/hist": {
    ...{ action: "send", message: "Report", retain: false },
    text: "Reports of any class that have waited in the outbox, at a rate.",
  },
  "up/res": {
    ...{ action: "send", message: "Report", retain: false },
    text: "New reports of the class reply: what becomes of a command, and its result in parts.",
  },
  "down/cmd": {
    ...{ action: "receive", message: "SignedCommand", retain: false, expiryS: [1, day] },
    text: "A command of support; it expires with its deadline. Retained ones are refused. Subscribed where commands are configured.",
  },
  "down/ack": {
    ...{ action: "receive", message: "Ack", retain: false, expiryS: day },
    text: "Stored up to this number of this boot; subscribed where uplink.ack is collector.",
  },
  "down/hint": {
    ...{ action: "receive", message: "SignedHint", retain: false, expiryS: [60, day] },
    text: "What support sees over many terminals, to those concerned; it expires when it ends. Retained ones are refused. Subscribed where commands are configured.",
  },
};

/** Which file of proto/posdiag/v1 defines it. */
export const protoOf = {
  Birth: "state.proto",
  Alive: "state.proto",
  FaultSet: "state.proto",
  Report: "report.proto",
  SignedCommand: "command.proto",
  SignedHint: "hint.proto",
  Ack: "ack.proto",
} as const satisfies Readonly<Record<MessageName, string>>;

/** Of the connection. Seconds. */
export const session = {
  keepAlive: Number(definitions["uplink.keepalive_s"].default),
  willDelayS: 120,
  sessionExpiryS: 150,
} as const;

const bindingVersion = "0.2.0";
const prefix = "pos/v1/{tenant}/{serial}/";

/** `state/birth` → `stateBirth`. */
export function keyOf(leaf: Leaf): string {
  return leaf.replace(/\/(.)/, (_, letter: string) => letter.toUpperCase());
}

function messageOf(name: MessageName): Plain {
  return {
    name: `posdiag.v1.${name}`,
    contentType: "application/protobuf",
    payload: {
      schemaFormat: "application/vnd.google.protobuf;version=3",
      schema: protoText(name, protoOf[name]),
    },
  };
}

function channelOf(leaf: Leaf): Plain {
  const { message, text } = topics[leaf];
  return {
    address: `${prefix}${leaf}`,
    description: text,
    messages: { [message]: { $ref: `#/components/messages/${message}` } },
    parameters: {
      tenant: { $ref: "#/components/parameters/tenant" },
      serial: { $ref: "#/components/parameters/serial" },
    },
  };
}

function expiryOf({ expiryS }: Topic): { readonly messageExpiryInterval?: Plain } {
  if (expiryS === undefined) return {};
  if (typeof expiryS === "number") return { messageExpiryInterval: expiryS };
  return { messageExpiryInterval: { type: "integer", minimum: expiryS[0], maximum: expiryS[1] } };
}

function operationOf(leaf: Leaf): Plain {
  const { action, message, retain } = topics[leaf];
  const channel = `#/channels/${keyOf(leaf)}`;
  return {
    action,
    channel: { $ref: channel },
    messages: [{ $ref: `${channel}/messages/${message}` }],
    bindings: { mqtt: { qos: 1, retain, ...expiryOf(topics[leaf]), bindingVersion } },
  };
}

const server: Plain = {
  host: "broker.example:8883",
  protocol: "secure-mqtt",
  protocolVersion: "5",
  description: "Brokers of MQTT 3.1.1 are served alike, without expiry and without a delay of the will.",
  security: [{ $ref: "#/components/securitySchemes/certificate" }],
  bindings: {
    mqtt: {
      clientId: "posdiag-{tenant}-{serial}",
      cleanSession: true,
      keepAlive: session.keepAlive,
      sessionExpiryInterval: session.sessionExpiryS,
      lastWill: { topic: `${prefix}state/alive`, qos: 1, message: "Alive, with online false", retain: true },
      "x-willDelayInterval": session.willDelayS,
      bindingVersion,
    },
  },
};

const name = "1 to 64 of A-Z a-z 0-9 _ - . and no 12 digits in a row";

const document: Plain = {
  asyncapi: "3.0.0",
  info: {
    title: "posdiag",
    version: "1",
    description:
      "What a terminal says to vendor support and hears from it, seen from the terminal. What holds between messages is in wire.md.",
    license: { name: "MIT" },
  },
  defaultContentType: "application/protobuf",
  servers: { broker: server },
  channels: Object.fromEntries(leaves.map((leaf) => [keyOf(leaf), channelOf(leaf)])),
  operations: Object.fromEntries(leaves.map((leaf) => [`${topics[leaf].action}_${keyOf(leaf)}`, operationOf(leaf)])),
  components: {
    messages: Object.fromEntries(
      (["Birth", "Alive", "FaultSet", "Report", "SignedCommand", "SignedHint", "Ack"] as const).map((each) => [
        each,
        messageOf(each),
      ]),
    ),
    parameters: {
      tenant: { description: `Whose terminal it is: ${name}.` },
      serial: {
        description: `Which terminal: ${name}. Where certificates are used, their common name is tenant/serial.`,
      },
    },
    securitySchemes: {
      certificate: { type: "X509", description: "The terminal's own certificate; see broker.md." },
    },
  },
};

export function asyncApiDocument(): string {
  return `# Written by deploy/docs.ts from deploy/docs/asyncapi.ts. Change the table, not this file.\n${yamlOf(document)}`;
}
