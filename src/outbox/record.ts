/**
 * One record of the log: a fixed head with its own checksum, then the payload with its own. A reader can therefore tell a
 * record that was never finished (sound head, payload cut short) from one that was damaged after it was written.
 *
 *   0 magic "PDR1" · 4 type · 5 class · 6 payload length · 10 seq · 14 monotonic s · 18 boot (8) · 26 payload CRC-32
 *   30 CRC-32 of bytes 0..29 · 34 payload                                          all numbers big-endian
 */
import { crc32 } from "node:zlib";
import { type RecordClass, recordClasses } from "../model/record.ts";

export const magic = Buffer.from("PDR1", "latin1");
export const headBytes = 34;
/** Nothing that leaves a terminal in one message is larger. */
export const payloadLimit = 65_536;

/**
 * `segment` opens a file: the boot and sequence that follow, and what must outlive deleted files. `data` is a report.
 * `ack` frees one report, `ack_up_to` all of a boot up to one. `ledger` replaces the list of drops not yet told.
 */
export const recordTypes = ["segment", "data", "ack", "ack_up_to", "ledger"] as const;
export type RecordType = (typeof recordTypes)[number];

export interface RecordHead {
  readonly type: RecordType;
  readonly class: RecordClass;
  readonly boot: string;
  readonly seq: number;
  /** Monotonic seconds of the terminal's boot when it was written. */
  readonly monoS: number;
}

export function recordToBytes(head: RecordHead, payload: Uint8Array): Buffer {
  const bytes = Buffer.alloc(headBytes + payload.length);
  magic.copy(bytes, 0);
  bytes.writeUInt8(recordTypes.indexOf(head.type) + 1, 4);
  bytes.writeUInt8(recordClasses.indexOf(head.class) + 1, 5);
  bytes.writeUInt32BE(payload.length, 6);
  bytes.writeUInt32BE(head.seq, 10);
  bytes.writeUInt32BE(head.monoS, 14);
  bytes.write(head.boot, 18, "hex");
  bytes.writeUInt32BE(crc32(payload), 26);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 30)), 30);
  bytes.set(payload, headBytes);
  return bytes;
}

/** A sound head at this place, with the length of its payload; undefined when there is none. */
export function headAt(bytes: Buffer, offset: number): (RecordHead & { readonly length: number }) | undefined {
  const head = bytes.subarray(offset, offset + headBytes);
  if (head.length < headBytes || !head.subarray(0, 4).equals(magic)) return undefined;
  if (head.readUInt32BE(30) !== crc32(head.subarray(0, 30))) return undefined;
  const type = recordTypes[head.readUInt8(4) - 1];
  const recordClass = recordClasses[head.readUInt8(5) - 1];
  const length = head.readUInt32BE(6);
  if (!type || !recordClass || length > payloadLimit) return undefined;
  const boot = head.toString("hex", 18, 26);
  return { type, class: recordClass, boot, seq: head.readUInt32BE(10), monoS: head.readUInt32BE(14), length };
}

/** The payload of the sound head at this place; undefined when it is cut short or damaged. */
export function payloadAt(bytes: Buffer, offset: number, length: number): Buffer | undefined {
  const payload = bytes.subarray(offset + headBytes, offset + headBytes + length);
  return payload.length === length && crc32(payload) === bytes.readUInt32BE(offset + 26) ? payload : undefined;
}
