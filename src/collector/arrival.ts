/** One MQTT message on its way into the database, looked at before anything of it is stored. */

import { open, type Said } from "../support/inbox.ts";
import type { Message } from "../uplink/link.ts";
import type { ParsedTopic } from "../uplink/topics.ts";
import { holdsSecret } from "./secrets.ts";
import { wordOf } from "./stored-text.ts";

/** Why a message is not stored. */
export type Refused =
  | "unknown_topic"
  | "empty"
  | "too_large"
  | "malformed"
  | "incomplete"
  /** It says that it is another terminal than the topic does. */
  | "forged"
  /** It may hold card data. */
  | "card_data";

export interface Arrival {
  readonly from: ParsedTopic;
  readonly said: Exclude<Said, { kind: "unreadable" }>;
  readonly payload: Uint8Array;
  /** Kept by the broker from before, not said just now. */
  readonly retained: boolean;
  readonly receivedMs: number;
}

export interface Refusal {
  readonly reason: Refused;
  readonly from: ParsedTopic | undefined;
  /** What it says to be, where that is the point. */
  readonly claims: string;
}

export type Judged =
  | { readonly kind: "taken"; readonly arrival: Arrival }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Sent while it was new: so what it says holds now. */
export const isNew = ({ from, retained }: Pick<Arrival, "from" | "retained">): boolean =>
  !retained && from.leaf !== "up/hist";

interface Name {
  readonly tenant: string;
  readonly serial: string;
}

function nameIn(said: Said): Name | undefined {
  if (said.kind === "birth") return said.birth.terminal;
  return said.kind === "report" && said.report.body.kind === "started" ? said.report.body.terminal : undefined;
}

const isSame = (one: Name, other: Name): boolean => one.tenant === other.tenant && one.serial === other.serial;

export function judge(message: Message, receivedMs: number): Judged {
  const { from, said, retained } = open(message);
  const refused = (reason: Refused, claims = ""): Judged => ({ kind: "refused", refusal: { reason, from, claims } });
  if (said.kind === "unreadable") return refused(said.reason);
  if (!from) return refused("unknown_topic");
  const claimed = nameIn(said);
  if (claimed && !isSame(claimed, from))
    return refused("forged", `${wordOf(claimed.tenant)}/${wordOf(claimed.serial)}`);
  if (holdsSecret(said, message.payload)) return refused("card_data");
  return { kind: "taken", arrival: { from, said, payload: message.payload, retained, receivedMs } };
}
