/**
 * What is around a message on TCP: two bytes of length, the five of the TPDU by which access routers route, and six of
 * UnionPay's header.
 */

/** Addresses as four digits: the network (NII) that is meant, and the one that speaks. */
export interface Tpdu {
  readonly to: string;
  readonly from: string;
}

export interface Frame {
  readonly tpdu: Tpdu;
  /** Processing request, 0 to 9: what the host wants the terminal to do next. Always 0 in requests. */
  readonly asks: number;
  /** Message type, bitmap and fields. */
  readonly body: Buffer;
}

export type FrameRead =
  | { readonly kind: "ok"; readonly frame: Frame }
  | { readonly kind: "bad"; readonly error: string };

const LENGTH_BYTES = 2;
const TPDU_ID = "60";
/** Application class 60, software main version 31. */
const HEADER_START = "6031";
/** Terminal status: normal. */
const STATUS = "0";
const SUB_VERSION = "310000";
const ENVELOPE_BYTES = 11;
/** Envelope, message type and bitmap: nothing that is shorter can be a message. */
const SHORTEST = ENVELOPE_BYTES + 10;
/** Twice what the longest message here comes to. */
const LONGEST = 4_096;

export function encodeFrame({ tpdu, asks, body }: Frame): Buffer {
  const envelope = `${TPDU_ID}${tpdu.to}${tpdu.from}${HEADER_START}${STATUS}${asks}${SUB_VERSION}`;
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt16BE(ENVELOPE_BYTES + body.length);
  return Buffer.concat([length, Buffer.from(envelope, "hex"), body]);
}

/** `bytes` are those after the length. */
export function decodeFrame(bytes: Buffer): FrameRead {
  const digits = bytes.toString("hex", 0, ENVELOPE_BYTES);
  const parts = /^60(\d{4})(\d{4})60\d{2}\d(\d)\d{6}$/.exec(digits);
  if (!parts) return { kind: "bad", error: `no TPDU and header: ${digits}` };
  const [, to = "", from = "", asks = ""] = parts;
  return { kind: "ok", frame: { tpdu: { to, from }, asks: Number(asks), body: bytes.subarray(ENVELOPE_BYTES) } };
}

export interface FrameCutter {
  /** Takes bytes as they come; returns what they complete, without lengths. After a `bad` nothing more is taken. */
  take(bytes: Buffer): readonly Cut[];
}

export type Cut = { readonly kind: "whole"; readonly bytes: Buffer } | { readonly kind: "bad"; readonly error: string };

/** Holds at most one frame, and one of at most 4 KB: a length outside 21 to 4096 is bad at once. */
export function createFrameCutter(): FrameCutter {
  let held = Buffer.alloc(0);
  let spoilt = false;
  const next = (): Cut | undefined => {
    if (spoilt || held.length < LENGTH_BYTES) return undefined;
    const length = held.readUInt16BE();
    if (length < SHORTEST || length > LONGEST) {
      spoilt = true;
      held = Buffer.alloc(0);
      return { kind: "bad", error: `length ${length}` };
    }
    const end = LENGTH_BYTES + length;
    if (held.length < end) return undefined;
    const bytes = held.subarray(LENGTH_BYTES, end);
    held = held.subarray(end);
    return { kind: "whole", bytes };
  };
  return {
    take: (bytes) => {
      if (!spoilt) held = Buffer.concat([held, bytes]);
      const cuts: Cut[] = [];
      for (let cut = next(); cut; cut = next()) cuts.push(cut);
      return cuts;
    },
  };
}
