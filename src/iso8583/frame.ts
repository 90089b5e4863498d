/**
 * A frame on a TCP connection to the acquirer: two bytes of length, five of TPDU, six of header, then the message. The
 * length counts what follows it. A stream knows no frames, so bytes are gathered until one is whole; nothing longer than the
 * limit is ever gathered.
 */

const lengthBytes = 2;
const tpduBytes = 5;
const headerBytes = 6;
/** No answer to an echo is longer, with every field that hosts are known to add. */
export const mostFrameBytes = 2_048;
/** TPDU, header, message type and bitmap. */
const leastFrameBytes = tpduBytes + headerBytes + 2 + 8;
/** First byte of the TPDU, and application class of the header. */
const payments = 0x60;

export interface Frame {
  /** Where it goes to and comes from, each two bytes; an answer has them swapped. */
  readonly destination: string;
  readonly origin: string;
  /** Twelve digits. */
  readonly header: string;
  readonly message: Buffer;
}

/** `tpdu`: ten digits; `header`: twelve. */
export function encodeFrame(tpdu: string, header: string, message: Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from(tpdu, "hex"), Buffer.from(header, "hex"), message]);
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt16BE(rest.length);
  return Buffer.concat([length, rest]);
}

/** From what stands behind the length; undefined when it is not of this kind. */
export function decodeFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < leastFrameBytes || bytes[0] !== payments || bytes[tpduBytes] !== payments) return undefined;
  const header = bytes.toString("hex", tpduBytes, tpduBytes + headerBytes);
  if (!/^\d+$/.test(header)) return undefined;
  return {
    destination: bytes.toString("hex", 1, 3),
    origin: bytes.toString("hex", 3, 5),
    header,
    message: bytes.subarray(tpduBytes + headerBytes),
  };
}

export type Gathered =
  /** So far it is only a part. */
  | { readonly kind: "part" }
  /** What stands behind the length. More than that may have come: it is not looked at. */
  | { readonly kind: "frame"; readonly bytes: Buffer }
  /** Its length is none that a frame of this kind can have. */
  | { readonly kind: "nonsense" };

/** Puts the first frame of a stream together. Keeps at most one frame and what came with its end. */
export function createGatherer(): (chunk: Buffer) => Gathered {
  let held = Buffer.alloc(0);
  return (chunk) => {
    held = Buffer.concat([held, chunk.subarray(0, lengthBytes + mostFrameBytes - held.length)]);
    if (held.length < lengthBytes) return { kind: "part" };
    const length = held.readUInt16BE();
    if (length < leastFrameBytes || length > mostFrameBytes) return { kind: "nonsense" };
    if (held.length < lengthBytes + length) return { kind: "part" };
    return { kind: "frame", bytes: held.subarray(lengthBytes, lengthBytes + length) };
  };
}
