/** One MQTT message of a terminal → what it says. What cannot be read is named, never fatal. */
import { decodeAlive, decodeBirth, decodeFaultSet, decodeReport } from "../report/decode.ts";
import type {
  Decoded,
  ReceivedAlive,
  ReceivedBirth,
  ReceivedFaultSet,
  ReceivedReport,
  Refusal,
} from "../report/received.ts";
import type { Message } from "../uplink/link.ts";
import { type Leaf, type ParsedTopic, parseTopic } from "../uplink/topics.ts";

export type Said =
  | { readonly kind: "report"; readonly report: ReceivedReport }
  | { readonly kind: "birth"; readonly birth: ReceivedBirth }
  | { readonly kind: "alive"; readonly alive: ReceivedAlive }
  | { readonly kind: "faults"; readonly faults: ReceivedFaultSet }
  | { readonly kind: "unreadable"; readonly reason: Refusal | "unknown_topic" };

export interface Heard {
  readonly topic: string;
  /** Undefined when the topic is none of ours. */
  readonly from: ParsedTopic | undefined;
  readonly bytes: number;
  /** Kept by the broker from before, not said just now. */
  readonly retained: boolean;
  readonly said: Said;
}

function say<T>(decoded: Decoded<T>, wrap: (value: T) => Said): Said {
  return decoded.kind === "ok" ? wrap(decoded.value) : { kind: "unreadable", reason: decoded.reason };
}

const readReport = (payload: Uint8Array): Said => say(decodeReport(payload), (report) => ({ kind: "report", report }));

const readers: Readonly<Partial<Record<Leaf, (payload: Uint8Array) => Said>>> = {
  "up/evt": readReport,
  "up/met": readReport,
  "up/res": readReport,
  "up/hist": readReport,
  "state/birth": (payload) => say(decodeBirth(payload), (birth) => ({ kind: "birth", birth })),
  "state/alive": (payload) => say(decodeAlive(payload), (alive) => ({ kind: "alive", alive })),
  "state/faults": (payload) => say(decodeFaultSet(payload), (faults) => ({ kind: "faults", faults })),
};

export function open({ topic, payload, retained }: Message): Heard {
  const from = parseTopic(topic);
  const read = from && readers[from.leaf];
  const said: Said = read ? read(payload) : { kind: "unreadable", reason: "unknown_topic" };
  return { topic, from, bytes: payload.length, retained, said };
}
