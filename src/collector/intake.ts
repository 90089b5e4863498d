/**
 * The collector's link to the broker. Other than a terminal's (uplink/link.ts) it acknowledges a message when whoever got it says so, which
 * is when it is in the database, and takes others meanwhile. The broker holds back what is more than we have said to take (MQTT 5.0 section
 * 3.1.2.11.3), and the socket what is more than there is room for.
 */
import type { Duplex } from "node:stream";
import { type IClientOptions, MqttClient, type Packet } from "mqtt";
import type { Clock } from "../base/clock.ts";
import { systemCode } from "../base/errors.ts";
import { payloadLimit } from "../report/decode.ts";
import { createAnswer, within } from "../uplink/answer.ts";
import type { Credentials } from "../uplink/credentials.ts";
import { failureOfError, failureOfReason, type LinkFailure, silence } from "../uplink/failure.ts";
import type { Message, MqttVersion, Outward } from "../uplink/link.ts";
import { openWire } from "../uplink/wire.ts";
import { keepPulse } from "./pulse.ts";

export interface IntakeOptions extends Credentials {
  readonly url: string;
  readonly version: MqttVersion;
  readonly clientId: string;
  /** How long the broker keeps what comes for us while we are away; 0: not at all. Seconds. */
  readonly sessionS: number;
  /** Unacknowledged messages at a time (MQTT 5). */
  readonly receiveMaximum: number;
  readonly clock: Clock;
  /**
   * A message, and what acknowledges it to the broker; called after the link has ended it does nothing. While a promise that it answers is
   * open nothing more is read.
   */
  onMessage(message: Message, release: () => void): Promise<void> | undefined;
}

/**
 * Of what the broker has retained: all of it, only what a new subscription has not had, or nothing (MQTT 5.0 section 3.8.3.1; MQTT 3.1.1 always
 * sends all).
 */
export type RetainHandling = "all" | "if_new" | "none";

export interface Intake {
  /** Whether several may share a subscription; MQTT 5 brokers can, unless they say otherwise. */
  readonly isShared: boolean;
  /** The broker had kept our subscriptions, and what came for them. */
  readonly isResumed: boolean;
  /** How many messages the broker takes before it has acknowledged the first. */
  readonly window: number;
  readonly closed: Promise<LinkFailure>;
  /** Whether the broker granted all of them. */
  subscribe(filters: readonly string[], retained: RetainHandling): Promise<boolean>;
  unsubscribe(filters: readonly string[]): Promise<void>;
  /** QoS 1. Whether the broker took it. */
  publish(message: Outward): Promise<boolean>;
  /** For as long as the link lives: pings, and what an unanswered one means. */
  keepAlive(): Promise<void>;
  end(): Promise<void>;
}

export type IntakeResult =
  | { readonly kind: "open"; readonly intake: Intake }
  | { readonly kind: "failed"; readonly failure: LinkFailure };

const mostPacket = payloadLimit + 1_024;
const connectTimeoutMs = 15_000;
const answerTimeoutMs = 20_000;
const endTimeoutMs = 2_000;
const keepaliveS = 60;
const unlimited = 65_535;
/** Whoever answers a message with an error gets the next one without this one being acknowledged. */
const later = new Error("acknowledged later");

function clientOptions({
  version,
  clientId,
  sessionS,
  receiveMaximum,
  username,
  password,
}: IntakeOptions): IClientOptions {
  const properties = { sessionExpiryInterval: sessionS, receiveMaximum, maximumPacketSize: mostPacket };
  return {
    ...{ protocolId: "MQTT", protocolVersion: version, clientId, keepalive: keepaliveS, clean: sessionS === 0 },
    ...{ reconnectPeriod: 0, connectTimeout: connectTimeoutMs, queueQoSZero: false, resubscribe: false },
    ...{ autoAssignTopicAlias: false, writeCache: false },
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(version === 5 ? { properties } : {}),
  };
}

/** PUBACK, the same in both versions (MQTT 5.0 section 3.4.2.1: without a reason code it is success). */
function puback(id: number): Buffer {
  return Buffer.from([0x40, 0x02, id >> 8, id & 0xff]);
}

/** Acknowledgements of one turn of the loop go out together: those of a batch in one segment. */
function createReleases(wire: () => Duplex | undefined): (id: number) => void {
  let due: Buffer[] = [];
  return (id) => {
    if (due.length === 0) {
      queueMicrotask(() => {
        const stream = wire();
        if (stream?.writable) stream.write(Buffer.concat(due));
        due = [];
      });
    }
    due.push(puback(id));
  };
}

function endingOf(client: MqttClient): { readonly closed: Promise<LinkFailure>; give(reason: LinkFailure): void } {
  let give: (reason: LinkFailure) => void = () => {};
  const closed = new Promise<LinkFailure>((resolve) => {
    give = resolve;
  });
  client.on("packetreceive", (packet: Packet) => {
    if (packet.cmd !== "connack" && packet.cmd !== "disconnect") return;
    const code = (packet.cmd === "connack" ? (packet.reasonCode ?? packet.returnCode) : packet.reasonCode) ?? 0;
    if (packet.cmd === "disconnect" || code !== 0) give(failureOfReason(code));
  });
  client.on("error", (error) => {
    give(failureOfError(error));
    client.end(true);
  });
  for (const event of ["close", "end"] as const) client.on(event, () => give({ kind: "closed", code: event }));
  return { closed, give };
}

/** Connects, unless `stop` aborts first. */
export async function openIntake(options: IntakeOptions, stop: AbortSignal): Promise<IntakeResult> {
  let wire: Duplex | undefined;
  const client = createClient(options, () => {
    wire = openWire({ url: options.url, tls: options.tls, count: () => {} });
    return wire;
  });
  if ("kind" in client) return { kind: "failed", failure: client };
  const ending = endingOf(client);
  const hold = receive(
    client,
    options,
    createReleases(() => wire),
  );
  const abort = () => void client.end(true);
  stop.addEventListener("abort", abort);
  const connected = new Promise<{ readonly isResumed: boolean }>((resolve) =>
    client.once("connect", ({ sessionPresent }) => resolve({ isResumed: sessionPresent })),
  );
  const result = await Promise.race([connected, ending.closed]);
  stop.removeEventListener("abort", abort);
  if ("isResumed" in result)
    return { kind: "open", intake: intakeOf(client, { ...options, ...ending, ...hold, ...result }) };
  client.end(true);
  return { kind: "failed", failure: result };
}

/** A certificate and a key that are being renewed may be none for a moment, or not each other's: OpenSSL throws at once. */
function createClient(options: IntakeOptions, open: () => Duplex): MqttClient | LinkFailure {
  try {
    const client = new MqttClient(open, clientOptions(options));
    client.options.keepalive = 0; // The broker has been told by now; pings are ours.
    return client;
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || !/^ERR_(OSSL|SSL|CRYPTO|MISSING_PASSPHRASE)/.test(code)) throw error;
    return { kind: "files", code };
  }
}

function receive(
  client: MqttClient,
  { onMessage }: IntakeOptions,
  release: (id: number) => void,
): { isHeld(): boolean } {
  let held = 0;
  client.handleMessage = ({ topic, payload, retain, messageId, qos }, callback) => {
    const bytes = typeof payload === "string" ? Buffer.from(payload) : payload;
    const done = () => (qos > 0 && messageId !== undefined ? release(messageId) : undefined);
    const room = onMessage({ topic, payload: bytes, retained: retain }, done);
    if (!room) return callback(later);
    held += 1;
    void room.then(() => {
      held -= 1;
      callback(later);
    });
  };
  return { isHeld: () => held > 0 };
}

interface Parts extends IntakeOptions {
  readonly closed: Promise<LinkFailure>;
  readonly isResumed: boolean;
  give(reason: LinkFailure): void;
  isHeld(): boolean;
}

const isOver = (client: MqttClient): boolean => client.disconnecting || client.disconnected;

const retainHandlings = { all: 0, if_new: 1, none: 2 } as const;

function subscribed(client: MqttClient, filters: readonly string[], retained: RetainHandling): Promise<boolean> {
  return new Promise((resolve) => {
    client.subscribe([...filters], { qos: 1, rh: retainHandlings[retained] }, (error, _grants, packet) =>
      resolve(!error && filters.every((_, place) => Number(packet?.granted[place] ?? 128) < 128)),
    );
  });
}

function published(client: MqttClient, { topic, payload, retain, expiryS }: Outward): Promise<boolean> {
  const isExpiring = expiryS !== undefined && client.options.protocolVersion === 5;
  const expiring = isExpiring ? { properties: { messageExpiryInterval: expiryS } } : {};
  return new Promise((resolve) => {
    client.publish(topic, Buffer.from(payload), { qos: 1, retain, ...expiring }, (error) => resolve(!error));
  });
}

function intakeOf(client: MqttClient, { clock, closed, give, isHeld, isResumed, version }: Parts): Intake {
  const answer = createAnswer(closed);
  const within20s = async (asked: Promise<boolean>) => (await answer(clock, answerTimeoutMs, asked)) ?? false;
  return {
    ...{ isResumed, closed },
    isShared: version === 5 && client.serverProperties?.sharedSubscriptionAvailable !== false,
    window: client.serverProperties?.receiveMaximum ?? unlimited,
    subscribe: (filters, retained) => within20s(subscribed(client, filters, retained)),
    unsubscribe: async (filters) => {
      if (isOver(client)) return;
      await within20s(new Promise((resolve) => client.unsubscribe([...filters], () => resolve(true))));
    },
    publish: async (message) => !isOver(client) && within20s(published(client, message)),
    keepAlive: () =>
      keepPulse(client, {
        ...{ clock, closed, isHeld, everyMs: (keepaliveS * 1_000) / 2, answerMs: answerTimeoutMs },
        onSilence: () => {
          give(silence);
          client.end(true);
        },
      }),
    end: async () => {
      await within(clock, endTimeoutMs, new Promise<void>((resolve) => client.end(false, {}, () => resolve())));
      client.end(true);
    },
  };
}
