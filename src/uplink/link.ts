/**
 * The life of one MQTT connection, and the only file that knows mqtt. Its own reconnecting, queueing and resending stay
 * off: they lose messages and know no jitter (docs/adr/0013). A fresh client for each connection.
 */
import { type IClientOptions, type MqttClient, connect as mqttConnect } from "mqtt";
import type { Clock } from "../base/clock.ts";
import { failureOfError, failureOfReason, type LinkFailure } from "./failure.ts";

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
  readonly keepaliveS: number;
  readonly clock: Clock;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** PEM. */
  readonly tls?: {
    readonly ca?: Buffer | undefined;
    readonly cert?: Buffer | undefined;
    readonly key?: Buffer | undefined;
  };
  readonly will?: Will;
}

export interface Message {
  readonly topic: string;
  readonly payload: Uint8Array;
  readonly retained: boolean;
}

export type PublishOutcome =
  | { readonly kind: "acked" }
  /** The broker took the packet and refused its content; the connection lives. */
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "failed" };

export interface Link {
  /** QoS 1. Whatever the network does, the answer comes within 20 seconds; after `failed` the link is closed. */
  publish(message: Omit<Message, "retained"> & { readonly retain: boolean }): Promise<PublishOutcome>;
  /** QoS 1. False when the broker refused one of them. */
  subscribe(filters: readonly string[]): Promise<boolean>;
  onMessage(listener: (message: Message) => void): void;
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
const publishTimeoutMs = 20_000;
const endTimeoutMs = 2_000;

/** Connects, unless `stop` aborts first. The world saying no is a value. */
export async function openLink(options: LinkOptions, stop: AbortSignal): Promise<LinkResult> {
  const client = mqttConnect(options.url, clientOptions(options));
  const closed = whenClosed(client);
  const abort = () => void client.end(true);
  stop.addEventListener("abort", abort);
  const failure = await Promise.race([whenConnected(client), closed]);
  stop.removeEventListener("abort", abort);
  if (failure === undefined) return { kind: "open", link: linkOf(client, closed, options.clock) };
  client.end(true);
  return { kind: "failed", failure };
}

function clientOptions({ version, will, tls, ...options }: LinkOptions): IClientOptions {
  const lasting = version === 5 && will ? { properties: { sessionExpiryInterval: will.delayS + 30 } } : {};
  return {
    protocolVersion: version,
    clientId: options.clientId,
    keepalive: options.keepaliveS,
    clean: true,
    reconnectPeriod: 0,
    connectTimeout: connectTimeoutMs,
    queueQoSZero: false,
    resubscribe: false,
    // Else 65 536 buffers are made for the numbers of packets, which is 6 MB and a good part of the time to connect.
    writeCache: false,
    ...(options.username === undefined ? {} : { username: options.username }),
    ...(options.password === undefined ? {} : { password: options.password }),
    ...(tls?.ca ? { ca: tls.ca } : {}),
    ...(tls?.cert ? { cert: tls.cert } : {}),
    ...(tls?.key ? { key: tls.key } : {}),
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

/** The first reason given is the reason. */
function whenClosed(client: MqttClient): Promise<LinkFailure> {
  return new Promise((resolve) => {
    client.on("error", (error) => {
      resolve(failureOfError(error));
      client.end(true);
    });
    client.on("disconnect", ({ reasonCode }) => resolve(failureOfReason(reasonCode ?? 0)));
    for (const event of ["close", "end"] as const) client.on(event, () => resolve({ kind: "closed", code: event }));
  });
}

function linkOf(client: MqttClient, closed: Promise<LinkFailure>, clock: Clock): Link {
  const failed = { kind: "failed" } as const;
  return {
    closed,
    publish: async ({ topic, payload, retain }) => {
      const acked = new Promise<PublishOutcome>((resolve) => {
        client.publish(topic, Buffer.from(payload), { qos: 1, retain }, (error) => resolve(publishOutcome(error)));
      });
      const outcome = await within(clock, publishTimeoutMs, [acked, closed.then(() => failed)]);
      if (outcome?.kind === "acked" || outcome?.kind === "refused") return outcome;
      client.end(true);
      return failed;
    },
    subscribe: async (filters) => {
      const granted = new Promise<boolean>((resolve) => {
        client.subscribe([...filters], { qos: 1 }, (error, grants) => {
          resolve(!error && (grants ?? []).every(({ qos }) => qos < 128));
        });
      });
      return (await within(clock, publishTimeoutMs, [granted, closed.then(() => false)])) ?? false;
    },
    onMessage: (listener) => {
      client.on("message", (topic, payload, packet) => listener({ topic, payload, retained: packet.retain }));
    },
    end: async () => {
      const ended = new Promise<void>((resolve) => client.end(false, {}, () => resolve()));
      await within(clock, endTimeoutMs, [ended]);
      client.end(true);
    },
    drop: () => void client.end(true),
  };
}

function publishOutcome(error: unknown): PublishOutcome {
  if (!error) return { kind: "acked" };
  if (typeof error !== "object" || !("code" in error) || typeof error.code !== "number") return { kind: "failed" };
  return { kind: "refused", code: failureOfReason(error.code).code };
}

/** The first to answer; undefined when none does in time. */
async function within<T>(clock: Clock, ms: number, answers: readonly Promise<T>[]): Promise<T | undefined> {
  const timer = new AbortController();
  try {
    return await Promise.race([...answers, clock.sleep(ms, timer.signal).then(() => undefined)]);
  } finally {
    timer.abort();
  }
}
