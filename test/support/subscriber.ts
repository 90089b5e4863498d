/** Somebody who listens at a broker, with a client of its own, and remembers everything. */
import { connect } from "mqtt";

export interface Heard {
  readonly topic: string;
  readonly payload: Buffer;
  readonly retained: boolean;
}

export interface Subscriber extends AsyncDisposable {
  readonly heard: readonly Heard[];
  onHeard(listener: (message: Heard) => void): void;
  /** Resolves to the first message, past or to come, for which this holds. */
  until(holds: (message: Heard) => boolean): Promise<Heard>;
  /** Resolves when so many messages on topics that end so were heard. */
  count(suffix: string, count: number): Promise<readonly Heard[]>;
  publish(topic: string, payload: Uint8Array): Promise<void>;
}

/** Reconnects at once when the broker was away. */
export async function createSubscriber(port: number, version: 4 | 5 = 4, filter = "pos/#"): Promise<Subscriber> {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  const listeners: ((message: Heard) => void)[] = [];
  const client = connect(`mqtt://127.0.0.1:${port}`, { protocolVersion: version, reconnectPeriod: 50 });
  client.on("message", (topic, payload, { retain }) => {
    const message = { topic, payload, retained: retain };
    heard.push(message);
    for (const listener of listeners) listener(message);
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve, reject) => {
    client.once("connect", () => resolve());
    client.once("error", reject);
  });
  await client.subscribeAsync(filter, { qos: 1 });
  const when = <T>(find: () => T | undefined) =>
    new Promise<T>((resolve) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    heard,
    onHeard: (listener) => void listeners.push(listener),
    until: (holds) => when(() => heard.find(holds)),
    count: (suffix, count) =>
      when(() => {
        const found = heard.filter(({ topic }) => topic.endsWith(suffix));
        return found.length >= count ? found : undefined;
      }),
    publish: async (topic, payload) => void (await client.publishAsync(topic, Buffer.from(payload), { qos: 1 })),
    [Symbol.asyncDispose]: async () => void (await client.endAsync(true)),
  };
}
