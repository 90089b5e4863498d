/** The records of the log, made from what they mean. */
import type { RecordClass } from "../model/record.ts";
import type { DroppedRange } from "./ledger.ts";
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

export function ledgerFrame(boot: string, dropped: readonly DroppedRange[]): Buffer {
  return withJson({ type: "ledger", boot, seq: 0 }, { dropped });
}

export interface SegmentBegin extends Numbered {
  readonly systemBoot: string;
  readonly dropped: readonly DroppedRange[];
}

export function segmentFrame({ boot, seq, systemBoot, dropped }: SegmentBegin): Buffer {
  return withJson({ type: "segment", boot, seq }, { system: systemBoot, dropped });
}

function withJson(head: Omit<RecordHead, "class" | "monoS">, value: object): Buffer {
  const lowest: RecordClass = "metric";
  return recordToBytes({ ...head, class: lowest, monoS: 0 }, Buffer.from(JSON.stringify(value)));
}
