/** Bytes of one segment → its records. What is no record is passed over to the next magic word and counted. */
import { headAt, headBytes, magic, payloadAt, type RecordHead } from "./record.ts";

export interface Scanned extends RecordHead {
  readonly offset: number;
  readonly payload: Buffer;
}

export interface Scan {
  readonly records: readonly Scanned[];
  /** Bytes that were no record. */
  readonly cutBytes: number;
  /**
   * `torn`: nothing wrong but an unfinished record at the very end, as a writer leaves it that dies while writing.
   * `damaged`: anything else that is no record.
   */
  readonly state: "clean" | "torn" | "damaged";
  /** Where the last record ends. */
  readonly end: number;
}

interface Step {
  readonly record?: Scanned;
  readonly next: number;
  readonly state: Scan["state"];
}

export function scan(bytes: Buffer): Scan {
  const records: Scanned[] = [];
  let offset = 0;
  let end = 0;
  let cutBytes = 0;
  let state: Scan["state"] = "clean";
  while (offset < bytes.length) {
    const step = stepAt(bytes, offset);
    if (step.record) {
      records.push(step.record);
      end = step.next;
    } else {
      cutBytes += step.next - offset;
    }
    if (step.state === "damaged" || state === "clean") state = step.state;
    offset = step.next;
  }
  return { records, cutBytes, state, end };
}

function stepAt(bytes: Buffer, offset: number): Step {
  const head = headAt(bytes, offset);
  if (!head) return { next: resync(bytes, offset), state: isTornHead(bytes, offset) ? "torn" : "damaged" };
  const next = offset + headBytes + head.length;
  if (next > bytes.length) return { next: bytes.length, state: "torn" };
  const payload = payloadAt(bytes, offset, head.length);
  if (!payload) return { next, state: "damaged" };
  const { length: _, ...fields } = head;
  return { record: { ...fields, offset, payload }, next, state: "clean" };
}

/** Fewer bytes than a head has, and they begin as one. */
function isTornHead(bytes: Buffer, offset: number): boolean {
  const rest = bytes.subarray(offset);
  const begun = rest.subarray(0, magic.length);
  return rest.length < headBytes && begun.equals(magic.subarray(0, begun.length));
}

function resync(bytes: Buffer, offset: number): number {
  const found = bytes.indexOf(magic, offset + 1);
  return found === -1 ? bytes.length : found;
}
