/** The records of the log, made from what they mean. */
import type { RecordClass } from "../model/record.ts";
import { type DroppedRange, plainOf } from "./drops.ts";
import { type RecordHead, recordToBytes } from "./record.ts";

type Numbered = Pick<RecordHead, "boot" | "seq">;

const nothing = new Uint8Array();

export function dataFrame(head: Omit<RecordHead, "type">, payload: Uint8Array): Buffer {
  return recordToBytes({ ...head, type: "data" }, payload);
}

export function ackFrame({ boot, seq }: Numbered, scope: "one" | "up_to"): Buffer {
  const type = scope === "one" ? "ack" : "ack_up_to";
  return recordToBytes({ type, class: "fault", boot, seq, monoS: 0 }, nothing);
}

export interface Accounts {
  readonly dropped: readonly DroppedRange[];
  /** Frees these too, because a record that is gone and not in the list, or in the list and not gone, would be counted wrongly for ever. */
  readonly gone: readonly Numbered[];
}

export function ledgerFrame(boot: string, accounts: Accounts): Buffer {
  return withJson({ type: "ledger", boot, seq: 0 }, plain(accounts));
}

function plain({ dropped, gone }: Accounts): object {
  const byBoot: Record<string, number[]> = {};
  for (const { boot, seq } of gone) byBoot[boot] = [...(byBoot[boot] ?? []), seq];
  return { dropped: dropped.map(plainOf), gone: byBoot };
}

export interface SegmentBegin extends Numbered, Accounts {
  readonly systemBoot: string;
}

export function segmentFrame({ boot, seq, systemBoot, ...accounts }: SegmentBegin): Buffer {
  return withJson({ type: "segment", boot, seq }, { system: systemBoot, ...plain(accounts) });
}

function withJson(head: Omit<RecordHead, "class" | "monoS">, value: object): Buffer {
  const lowest: RecordClass = "metric";
  return recordToBytes({ ...head, class: lowest, monoS: 0 }, Buffer.from(JSON.stringify(value)));
}
