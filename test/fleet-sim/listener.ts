/** Somebody who hears a whole fleet at its broker, confirms what came as a collector does, and keeps count of it. */

import { encodeAck } from "../../src/report/encode.ts";
import { createConfirmations } from "../../src/support/confirmations.ts";
import { type Heard, open } from "../../src/support/inbox.ts";
import { topicOf } from "../../src/uplink/topics.ts";
import { createSubscriber } from "../support/subscriber.ts";

export interface Listener extends AsyncDisposable {
  /** Serial numbers by what `state/alive` says last. */
  serials(online: boolean): readonly string[];
  /** Every boot that a birth told of, by serial number, oldest first. */
  boots(serial: string): readonly string[];
  /** Numbers that came of a boot. */
  numbers(boot: string): ReadonlySet<number>;
  readonly heard: readonly Heard[];
}

export async function createListener(port: number, version: 4 | 5): Promise<Listener> {
  const subscriber = await createSubscriber(port, version);
  const confirmations = createConfirmations();
  const alive = new Map<string, boolean>();
  const boots = new Map<string, string[]>();
  const numbers = new Map<string, Set<number>>();
  const heard: Heard[] = [];

  function note({ from, said }: Heard): void {
    const serial = from?.serial ?? "";
    if (said.kind === "alive") alive.set(serial, said.alive.online);
    if (said.kind === "birth" && boots.get(serial)?.includes(said.birth.boot) !== true) {
      boots.set(serial, [...(boots.get(serial) ?? []), said.birth.boot]);
    }
    if (said.kind === "report") {
      const { boot, seq } = said.report.stamp;
      numbers.set(boot, (numbers.get(boot) ?? new Set()).add(seq));
    }
  }

  subscriber.onHeard((message) => {
    if (message.topic.includes("/down/")) return;
    const read = open(message);
    heard.push(read);
    note(read);
    const ack = confirmations.hear(read);
    if (ack && read.from) void subscriber.publish(topicOf(read.from, "down/ack"), encodeAck(ack));
  });
  return {
    heard,
    serials: (online) => [...alive].flatMap(([serial, is]) => (is === online ? [serial] : [])).toSorted(),
    boots: (serial) => boots.get(serial) ?? [],
    numbers: (boot) => numbers.get(boot) ?? new Set(),
    [Symbol.asyncDispose]: () => subscriber[Symbol.asyncDispose](),
  };
}
