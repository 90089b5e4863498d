/**
 * The life of one MQTT connection, of a terminal or of who asks one; a collector's is another (collector/intake.ts). MQTT.js's own
 * reconnecting, queueing, resending and pinging stay off: they lose messages, know no jitter and learn of a dead way late
 * (docs/adr/0013). A fresh client for each connection.
 */
import { type IClientOptions, type IPublishPacket, MqttClient, type Packet } from "mqtt";
import type { Clock } from "../base/clock.ts";
import { type Answer, createAnswer, within } from "./answer.ts";
import { failureOfError, failureOfMaterial, failureOfReason, type LinkFailure, silence } from "./failure.ts";
import type { Count } from "./meter.ts";
import { guarded } from "./packet-guard.ts";
import { termsOf } from "./terms.ts";
import { openWire, type Ticket, type TlsMaterial } from "./wire.ts";

export type MqttVersion = 4 | 5;

export interface Will {
  readonly topic: string;
  readonly payload: Uint8Array;
  /** MQTT 5 only: how long the broker waits, so that a short break is no news. Seconds. */
  readonly delayS: number;
}

export interface LinkOptions {
  readonly url: string;
  readonly version: MqttVersion;
  readonly clientId: string;
  /** What the broker is told; whoever has the link sends the pings. */
  readonly keepaliveS: number;
  readonly clock: Clock;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly tls?: TlsMaterial;
  readonly ticket?: Ticket | undefined;
  readonly will?: Will;
  /** Every byte on the wire, headers of TCP and IP reckoned. */
  readonly count?: Count | undefined;
}

export interface Message {
  readonly topic: string;
  readonly payload: Uint8Array;
  readonly retained: boolean;
}

export interface Outward {
  readonly topic: string;
  readonly payload: Uint8Array;
  readonly retain: boolean;
  /** MQTT 5 only: the broker forgets it after so long. Seconds. */
  readonly expiryS?: number | undefined;
}

export type PublishOutcome =
  | { readonly kind: "acked" }
  /** The broker took the packet and refused its content; the connection lives. */
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "failed" };

export interface Link {
  /** QoS 1. Whatever the network does, the answer comes within 20 seconds; after `failed` the link is closed. */
  publish(message: Outward): Promise<PublishOutcome>;
  /** QoS 1. Those that the broker granted; none when the link is gone. */
  subscribe(filters: readonly string[]): Promise<readonly string[]>;
  onMessage(listener: (message: Message) => void): void;
  /** True when the broker answered; else the link is closed, with `timeout` and `ping`. */
  ping(): Promise<boolean>;
  /** Monotonic milliseconds when something was last sent. */
  readonly sentAtMs: number;
  /** The longest silence that the broker bears, by its own word if it gave one. Seconds. */
  readonly keepaliveS: number;
  /** How many messages the broker takes before it has acknowledged the first (MQTT 5.0 section 3.2.2.3.3). */
  readonly window: number;
  /** Resolves when it is over, however it ended; never rejects. */
  readonly closed: Promise<LinkFailure>;
  /** Ends it with a DISCONNECT, so that the broker keeps the will to itself. */
  end(): Promise<void>;
  /** Ends it without a word. */
  drop(): void;
}

export type LinkResult =
  | { readonly kind: "open"; readonly link: Link }
  | { readonly kind: "failed"; readonly failure: LinkFailure };

const connectTimeoutMs = 15_000;
const answerTimeoutMs = 20_000;
const endTimeoutMs = 2_000;

/** Connects, unless `stop` aborts first. The world saying no is a value. */
export async function openLink(options: LinkOptions, stop: AbortSignal): Promise<LinkResult> {
  const client = createClient(options);
  if ("kind" in client) return { kind: "failed", failure: client };
  const ending = whenClosed(client);
  const abort = () => void client.end(true);
  stop.addEventListener("abort", abort);
  const failure = await Promise.race([whenConnected(client), ending.closed]);
  stop.removeEventListener("abort", abort);
  if (failure === undefined) return { kind: "open", link: linkOf(client, ending, options) };
  client.end(true);
  return { kind: "failed", failure };
}

/** A certificate and a key that are being renewed may be none for a moment, or not each other's: OpenSSL throws at once. */
function createClient(options: LinkOptions): MqttClient | LinkFailure {
  const { url, tls, ticket, count = () => {} } = options;
  try {
    const refuse = (error: Error) => void client.emit("error", error);
    const client = new MqttClient(() => guarded(openWire({ url, tls, ticket, count }), refuse), clientOptions(options));
    client.options.keepalive = 0; // The broker has been told by now. What is told to the client would make it ping.
    return client;
  } catch (error) {
    const failure = failureOfMaterial(error);
    if (!failure) throw error;
    return failure;
  }
}

function clientOptions({ version, will, ...options }: LinkOptions): IClientOptions {
  const lasting = version === 5 && will ? { properties: { sessionExpiryInterval: will.delayS + 30 } } : {};
  return {
    protocolId: "MQTT",
    protocolVersion: version,
    clientId: options.clientId,
    keepalive: options.keepaliveS,
    clean: true,
    reconnectPeriod: 0,
    connectTimeout: connectTimeoutMs,
    queueQoSZero: false,
    resubscribe: false,
    autoAssignTopicAlias: version === 5, // As many as the broker takes: saves 30 bytes a message.
    // Else 65 536 buffers are made for the numbers of packets, which is 6 MB and a good part of the time to connect.
    writeCache: false,
    ...(options.username === undefined ? {} : { username: options.username }),
    ...(options.password === undefined ? {} : { password: options.password }),
    ...(will ? { will: willOf(will, version) } : {}),
    ...lasting, // The broker would else end the session, and send the will, at once.
  };
}

function willOf(will: Will, version: MqttVersion): NonNullable<IClientOptions["will"]> {
  const message = { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: true } as const;
  return version === 5 ? { ...message, properties: { willDelayInterval: will.delayS } } : message;
}

function whenConnected(client: MqttClient): Promise<undefined> {
  return new Promise((resolve) => client.once("connect", () => resolve(undefined)));
}

interface Ending {
  readonly closed: Promise<LinkFailure>;
  readonly answer: Answer;
  /** Why, if nothing else has ended it yet. */
  give(reason: LinkFailure): void;
}

/** The first reason given is the reason. A refusal to connect names another server in the packet only, not in the error. */
function whenClosed(client: MqttClient): Ending {
  let give: (reason: LinkFailure) => void = () => {};
  const closed = new Promise<LinkFailure>((resolve) => {
    give = resolve;
  });
  client.on("packetreceive", (packet) => {
    const refusal = refusalOf(packet);
    if (refusal) give(refusal);
  });
  client.on("error", (error) => {
    give(failureOfError(error));
    client.end(true);
  });
  for (const event of ["close", "end"] as const) client.on(event, () => give({ kind: "closed", code: event }));
  return { closed, give, answer: createAnswer(closed) };
}

function refusalOf(packet: Packet): LinkFailure | undefined {
  if (packet.cmd !== "connack" && packet.cmd !== "disconnect") return undefined;
  const code = packet.reasonCode ?? 0;
  if (packet.cmd === "connack" && code === 0) return undefined;
  return failureOfReason(code, packet.properties?.serverReference);
}

function linkOf(client: MqttClient, { closed, give, answer }: Ending, { clock, keepaliveS }: LinkOptions): Link {
  const failed = { kind: "failed" } as const;
  let sentAtMs = clock.monoMs();
  let pong = () => {};
  client.on("packetsend", () => {
    sentAtMs = clock.monoMs();
  });
  client.on("packetreceive", ({ cmd }) => cmd === "pingresp" && pong());
  return {
    closed,
    ...termsOf(client.serverProperties, keepaliveS),
    get sentAtMs() {
      return sentAtMs;
    },
    publish: async (message) => {
      if (client.disconnecting || client.disconnected) return failed; // Its store is gone, and it would throw.
      const acked = new Promise<PublishOutcome>((resolve) => {
        client.publish(message.topic, Buffer.from(message.payload), publishOptions(message, client), (error) =>
          resolve(publishOutcome(error)),
        );
      });
      const outcome = await answer(clock, answerTimeoutMs, acked);
      if (outcome?.kind === "acked" || outcome?.kind === "refused") return outcome;
      give({ kind: "timeout", code: "publish" });
      client.end(true);
      return failed;
    },
    subscribe: async (filters) => (await answer(clock, answerTimeoutMs, granted(client, filters))) ?? [],
    onMessage: (listener) => {
      client.on("message", (topic, payload, packet) => listener({ topic, payload, retained: packet.retain }));
    },
    ping: async () => {
      const answered = new Promise<boolean>((resolve) => {
        pong = () => resolve(true);
      });
      client.sendPing();
      if (await answer(clock, answerTimeoutMs, answered)) return true;
      give(silence);
      client.end(true);
      return false;
    },
    end: async () => {
      const ended = new Promise<void>((resolve) => client.end(false, {}, () => resolve()));
      await within(clock, endTimeoutMs, ended);
      client.end(true);
    },
    drop: () => void client.end(true),
  };
}

function granted(client: MqttClient, filters: readonly string[]): Promise<readonly string[]> {
  return new Promise((resolve) => {
    client.subscribe([...filters], { qos: 1 }, (_error, _grants, answer) => {
      resolve(filters.filter((_, place) => Number(answer?.granted[place] ?? 128) < 128));
    });
  });
}

function publishOptions({ retain, expiryS }: Outward, { options }: MqttClient): Pick<IPublishPacket, "qos" | "retain"> {
  const expiring = expiryS !== undefined && options.protocolVersion === 5;
  return { qos: 1, retain, ...(expiring ? { properties: { messageExpiryInterval: expiryS } } : {}) };
}

function publishOutcome(error: unknown): PublishOutcome {
  if (!error) return { kind: "acked" };
  if (typeof error !== "object" || !("code" in error) || typeof error.code !== "number") return { kind: "failed" };
  return { kind: "refused", code: failureOfReason(error.code).code };
}
