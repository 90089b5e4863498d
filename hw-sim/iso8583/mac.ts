/**
 * The message authentication code of field 64, after UnionPay's "ECB" algorithm: blocks of eight bytes are XORed together, the
 * result written as sixteen hexadecimal characters; the first eight are enciphered, XORed with the other eight, and enciphered
 * again. What comes out, in hexadecimal characters once more, gives the code: the first eight of them.
 */
import { createCipheriv } from "node:crypto";
import { encodeMessage, type Message } from "./message.ts";

const BLOCK = 8;

/** Triple DES on whole blocks. A single-length key (8 bytes) is taken three times, which is single DES. */
export function encipher(key: Buffer, blocks: Buffer): Buffer {
  const parts = key.length === BLOCK ? [key, key, key] : [key, key.subarray(0, BLOCK)];
  const cipher = createCipheriv("des-ede3", Buffer.concat(parts), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(blocks), cipher.final()]);
}

/** Over the type up to and with field 63, as sixteen hexadecimal digits: field 64's value. `key` has 8 or 16 bytes. */
export function macOf(key: Buffer, { mti, fields }: Message): string {
  const { 64: _, ...authenticated } = fields;
  // Its own bit is in the bitmap that it covers.
  const whole = encodeMessage({ mti, fields: { ...authenticated, 64: "0".repeat(2 * BLOCK) } });
  const folded = fold(whole.subarray(0, whole.length - BLOCK))
    .toString("hex")
    .toUpperCase();
  const [first, second] = [Buffer.from(folded.slice(0, BLOCK)), Buffer.from(folded.slice(BLOCK))];
  const code = encipher(key, fold(Buffer.concat([encipher(key, first), second])));
  return Buffer.from(code.toString("hex").toUpperCase().slice(0, BLOCK)).toString("hex").toUpperCase();
}

/** The XOR of all blocks, the last one filled up with zeros. */
function fold(bytes: Buffer): Buffer {
  const folded = Buffer.alloc(BLOCK);
  for (const [index, byte] of bytes.entries()) folded[index % BLOCK] = (folded[index % BLOCK] ?? 0) ^ byte;
  return folded;
}
