/** Somebody who leaves messages with a broker, as terminals leave their states. */
import { connect } from "mqtt";

export type Retainer = ((topic: string, payload: Uint8Array) => Promise<void>) & AsyncDisposable;

export async function createRetainer(port: number): Promise<Retainer> {
  const client = connect(`mqtt://127.0.0.1:${port}`, { reconnectPeriod: 50 });
  await new Promise<void>((resolve, reject) => {
    client.once("connect", () => resolve());
    client.once("error", reject);
  });
  const keep = async (topic: string, payload: Uint8Array): Promise<void> => {
    await client.publishAsync(topic, Buffer.from(payload), { qos: 1, retain: true });
  };
  return Object.assign(keep, { [Symbol.asyncDispose]: async () => void (await client.endAsync(true)) });
}
