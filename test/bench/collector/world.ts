/**
 * A hundred thousand terminals as far as a collector sees them: their messages at their usual rate, over a few connections instead of one each,
 * and what was confirmed. Like a real terminal each says the oldest again that nobody has confirmed, after a minute and then later and later
 * (src/uplink/unconfirmed.ts).
 */
import { connect, type MqttClient } from "mqtt";
import { type Random, seededRandom } from "../../../src/base/random.ts";
import { decodeAck } from "../../../src/report/decode.ts";
import type { Message } from "../../../src/uplink/link.ts";
import { serialOf, speakerOf } from "./speaker.ts";

/** Messages of one terminal in a day (docs/data.md: 24 heartbeats, 3 faults that come and go, a start, 4 breaks of the connection), and measures. */
export const usualDay = { measures: 24, heartbeat: 24, fault: 6, start: 1, connect: 4 } as const;
type Kind = keyof typeof usualDay;
const dayS = 86_400;
const eventsOfDay = Object.values(usualDay).reduce((sum, count) => sum + count, 0);

export interface WorldOptions {
  readonly port: number;
  readonly terminals: number;
  /** Every number up to it has come before the run. */
  readonly cameBefore: number;
  readonly seed: number;
}

interface Sent {
  readonly message: Message;
  readonly firstMs: number;
  lastMs: number;
  waitMs: number;
}

export interface World extends AsyncDisposable {
  /** As `times` the usual rate, for so long. */
  live(times: number, forMs: number): Promise<void>;
  /** As fast as the broker takes them. */
  flood(reports: number): Promise<void>;
  /** Resolves when all is confirmed. */
  settled(): Promise<void>;
  /** Reports of each terminal that had something to say, by serial. */
  readonly said: ReadonlyMap<string, number>;
  /** Milliseconds from publishing to the receipt, of what came since this was asked for last. */
  latencies(): readonly number[];
  readonly messages: number;
  readonly resent: number;
}

const connections = 8;
const tickMs = 20;
const againMs = 60_000;
const latestAgainMs = 3_600_000;

function kindOf(random: Random): Kind {
  let rest = random() * eventsOfDay;
  for (const [kind, count] of Object.entries(usualDay)) {
    rest -= count;
    if (rest < 0 && kind in usualDay)
      return kind === "measures" || kind === "heartbeat" || kind === "fault" || kind === "start" ? kind : "connect";
  }
  return "connect";
}

async function dial(port: number): Promise<MqttClient> {
  const properties = { receiveMaximum: 5_000 };
  const client = connect(`mqtt://127.0.0.1:${port}`, { protocolVersion: 5, clean: true, properties });
  client.setMaxListeners(0);
  await new Promise<void>((resolve) => client.once("connect", () => resolve()));
  return client;
}

export async function createWorld({ port, terminals, cameBefore, seed }: WorldOptions): Promise<World> {
  const random = seededRandom(seed);
  const clients = await Promise.all(Array.from({ length: connections }, () => dial(port)));
  const [ear = await dial(port)] = [await dial(port)];
  const waiting = new Map<string, Map<number, Sent>>();
  const said = new Map<string, number>();
  let measured: number[] = [];
  let [messages, resent, unconfirmed] = [0, 0, 0];

  ear.on("message", (topic, payload) => {
    const ack = decodeAck(payload);
    const open = waiting.get(topic.split("/")[3] ?? "");
    if (ack.kind !== "ok" || !open) return;
    for (const [seq, { firstMs }] of open) {
      if (seq > ack.value.seq) continue;
      open.delete(seq);
      unconfirmed -= 1;
      measured.push(performance.now() - firstMs);
    }
  });
  await ear.subscribeAsync("pos/v1/bench/+/down/ack", { qos: 1 });

  function publish({ topic, payload }: Message, retain = false): Promise<unknown> {
    messages += 1;
    const client = clients[Math.floor(random() * clients.length)] ?? ear;
    return client.publishAsync(topic, Buffer.from(payload), { qos: 1, retain });
  }

  function report(serial: string, message: Message, seq: number): Promise<unknown> {
    const nowMs = performance.now();
    const open = waiting.get(serial) ?? new Map<number, Sent>();
    waiting.set(serial, open.set(seq, { message, firstMs: nowMs, lastMs: nowMs, waitMs: againMs }));
    unconfirmed += 1;
    return publish(message);
  }

  function happen(kind: Kind): readonly Promise<unknown>[] {
    const at = Math.floor(random() * terminals);
    const serial = serialOf(at);
    const seq = (said.get(serial) ?? 0) + 1 + cameBefore;
    const speaker = speakerOf(at, seq);
    if (kind === "connect")
      return speaker
        .connect(Math.min(seq, ...(waiting.get(serial)?.keys() ?? [])))
        .map((message) => publish(message, true));
    said.set(serial, seq - cameBefore);
    const told = [report(serial, speaker.report(kind), seq)];
    return kind === "fault" ? [...told, publish(speaker.faults(), true)] : told;
  }

  async function sayAgain(): Promise<void> {
    const nowMs = performance.now();
    for (const open of waiting.values()) {
      // They are in the order of their numbers.
      const [oldest] = open.values();
      if (!oldest || nowMs - oldest.lastMs < oldest.waitMs) continue;
      oldest.lastMs = nowMs;
      oldest.waitMs = Math.min(2 * oldest.waitMs, latestAgainMs);
      resent += 1;
      await publish(oldest.message);
    }
  }

  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  return {
    said,
    get messages() {
      return messages;
    },
    get resent() {
      return resent;
    },
    latencies: () => {
      const all = measured;
      measured = [];
      return all;
    },
    live: async (times, forMs) => {
      const perMs = (times * terminals * eventsOfDay) / (dayS * 1_000);
      const beganMs = performance.now();
      let [done, looked] = [0, beganMs];
      for (let nowMs = beganMs; nowMs - beganMs < forMs; nowMs = performance.now()) {
        const due = Math.floor((nowMs - beganMs) * perMs);
        for (; done < due; done += 1) void Promise.all(happen(kindOf(random)));
        if (nowMs - looked > 5_000) {
          looked = nowMs;
          await sayAgain();
        }
        await pause(tickMs);
      }
    },
    flood: async (reports) => {
      for (let done = 0; done < reports; done += 100)
        await Promise.all(Array.from({ length: 100 }, () => Promise.all(happen("measures"))));
    },
    settled: async () => {
      while (unconfirmed > 0) {
        await sayAgain();
        await pause(50);
      }
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...clients, ear].map((client) => client.endAsync(true)));
    },
  };
}
