/** Terminals at a broker over one connection: they say what they are told to, and hear what is confirmed to them. */
import { connect, type MqttClient } from "mqtt";
import { decodeAck } from "../../src/report/decode.ts";
import type { Message } from "../../src/uplink/link.ts";

export interface Fleet extends AsyncDisposable {
  /** Resolves when the broker has taken it. */
  say(message: Message, retain?: boolean): Promise<void>;
  /** The highest number that was confirmed, by `serial boot`. */
  readonly confirmed: ReadonlyMap<string, number>;
  /** Everything that came down, by topic. */
  readonly down: readonly { readonly topic: string; readonly payload: Buffer }[];
  readonly client: MqttClient;
}

export async function createFleet(port: number, protocolVersion: 4 | 5 = 5): Promise<Fleet> {
  const client = connect(`mqtt://127.0.0.1:${port}`, { protocolVersion, reconnectPeriod: 100, clean: true });
  const confirmed = new Map<string, number>();
  const down: { topic: string; payload: Buffer }[] = [];
  client.on("error", () => {}); // The broker is away, as planned.
  client.on("message", (topic, payload) => {
    down.push({ topic, payload });
    const ack = topic.endsWith("/down/ack") ? decodeAck(payload) : undefined;
    if (ack?.kind !== "ok") return;
    const key = `${topic.split("/")[3]} ${ack.value.boot}`;
    confirmed.set(key, Math.max(confirmed.get(key) ?? 0, ack.value.seq));
  });
  await new Promise<void>((resolve) => client.once("connect", () => resolve()));
  await client.subscribeAsync("pos/v1/+/+/down/+", { qos: 1 });
  return {
    ...{ confirmed, down, client },
    say: async ({ topic, payload }, retain = false) => {
      await client.publishAsync(topic, Buffer.from(payload), { qos: 1, retain });
    },
    [Symbol.asyncDispose]: () => client.endAsync(true),
  };
}

/** Until it holds; whoever waits for ever is ended by the test's own limit. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 25));
}
