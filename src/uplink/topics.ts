/** Topic names `pos/v1/<tenant>/<serial>/<leaf>`, built and parsed in this one place. docs/wire.md describes them. */
import { AgentError } from "../base/errors.ts";
import type { RecordClass } from "../model/record.ts";

export const leaves = [
  "up/evt",
  "up/met",
  "up/hist",
  "up/res",
  "state/birth",
  "state/alive",
  "state/faults",
  "down/cmd",
  "down/ack",
  "down/hint",
] as const;
export type Leaf = (typeof leaves)[number];

/** Where a record goes while it is new; later it goes to `up/hist`. */
export const leafOf = {
  fault: "up/evt",
  reply: "up/res",
  state: "up/evt",
  metric: "up/met",
} as const satisfies Readonly<Record<RecordClass, Leaf>>;

export interface TerminalName {
  readonly tenant: string;
  readonly serial: string;
}

export interface ParsedTopic extends TerminalName {
  readonly leaf: Leaf;
}

/**
 * Letters, digits, `_`, `-`, `.`: no separator and no wildcard (MQTT 5.0 section 4.7.1), and never 12 digits in a row,
 * because such a name could be a card number.
 */
export function isTopicName(name: string): boolean {
  return /^[A-Za-z0-9_.-]{1,64}$/.test(name) && !/\d{12}/.test(name);
}

/** CONFIG_INVALID when tenant or serial cannot be part of a topic. */
export function topicOf({ tenant, serial }: TerminalName, leaf: Leaf): string {
  for (const name of [tenant, serial]) {
    if (!isTopicName(name)) throw new AgentError("CONFIG_INVALID", `"${name}" cannot be part of a topic`);
  }
  return `pos/v1/${tenant}/${serial}/${leaf}`;
}

/** Undefined for a topic that is none of ours. */
export function parseTopic(topic: string): ParsedTopic | undefined {
  const [root, version, tenant = "", serial = "", ...rest] = topic.split("/");
  const leaf = leaves.find((known) => known === rest.join("/"));
  if (root !== "pos" || version !== "v1" || !leaf || !isTopicName(tenant) || !isTopicName(serial)) return undefined;
  return { tenant, serial, leaf };
}

/** Filters for what terminals send: of one terminal, of one tenant's, or of all. */
export function upFilters({ tenant = "+", serial = "+" }: Partial<TerminalName>): readonly string[] {
  for (const name of [tenant, serial]) {
    if (name !== "+" && !isTopicName(name)) throw new AgentError("USAGE", `"${name}" cannot be part of a topic`);
  }
  return ["up/+", "state/+"].map((leaf) => `pos/v1/${tenant}/${serial}/${leaf}`);
}
