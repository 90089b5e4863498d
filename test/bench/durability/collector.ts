/**
 * The vendor's collector, as far as this harness needs one: a lasting subscription, every report noted before it is
 * confirmed, and in mode `collector` a receipt "everything of this boot up to this number" on `down/ack`.
 */
import { connect } from "mqtt";
import { decodeReport } from "../../../src/report/decode.ts";
import { encodeAck } from "../../../src/report/encode.ts";
import type { Ledger } from "./balance.ts";
import { digestOf, nameOf } from "./store-files.ts";

export interface CollectorOptions {
  readonly url: string;
  readonly version: 4 | 5;
  /** Topics of the terminal up to the leaf, with the slash. */
  readonly prefix: string;
  readonly ledger: Ledger;
  readonly receipts: boolean;
  /** A report was stored. */
  onStored(): void;
}

export interface Collector {
  /** Resolves when it is connected and subscribed. */
  ready(): Promise<void>;
  /** Messages that are no report. */
  readonly unreadable: number;
  close(): Promise<void>;
}

export function createCollector({ url, version, prefix, ledger, receipts, onStored }: CollectorOptions): Collector {
  const lasting = version === 5 ? { properties: { sessionExpiryInterval: 86_400 } } : {};
  const client = connect(url, {
    protocolVersion: version,
    clientId: "collector",
    clean: false,
    reconnectPeriod: 100,
    connectTimeout: 2_000,
    ...lasting,
  });
  let subscribed = false;
  let unreadable = 0;
  client.on("connect", () => {
    client.subscribe(`${prefix}up/+`, { qos: 1 }, (error) => {
      subscribed = !error;
    });
  });
  client.on("close", () => {
    subscribed = false;
  });
  client.on("error", () => {
    // The broker is away, as planned; the client tries again by itself.
  });
  client.on("message", (_, payload) => {
    const report = decodeReport(payload);
    if (report.kind === "refused") {
      unreadable += 1;
      return;
    }
    const { stamp, body } = report.value;
    ledger.arrived({ name: nameOf(stamp), digest: digestOf(payload) });
    if (body.kind === "dropped")
      for (const range of body.dropped) ledger.dropped(range.boot, range.firstSeq, range.lastSeq);
    const seq = ledger.completeUpTo(stamp.boot);
    if (receipts && seq > 0)
      client.publish(`${prefix}down/ack`, Buffer.from(encodeAck({ boot: stamp.boot, seq })), { qos: 1 });
    onStored();
  });
  return {
    get unreadable() {
      return unreadable;
    },
    ready: async () => {
      while (!subscribed) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close: () => client.endAsync(true).then(() => {}),
  };
}
