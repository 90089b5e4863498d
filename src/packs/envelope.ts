/**
 * The file of a pack: one line that says who has signed it, and below it the pack as it was signed, byte for byte. Nothing of it is
 * decoded before the signature holds (docs/updates.md).
 */
import type { KeyObject } from "node:crypto";
import { sealData } from "../commands/seal.ts";

export interface Envelope {
  /** Of the key that signed: 16 hexadecimal digits. */
  readonly keyId: string;
  readonly signature: Uint8Array;
  /** What was signed. */
  readonly data: Uint8Array;
}

/** A larger file is not looked at: all texts of the catalogue in both languages are some 400 KB. */
export const mostPackBytes = 524_288;
/** Every other spelling of the same line is refused: no byte of a pack may be another one. */
const firstLine = /^posdiag-data 1 ([0-9a-f]{16}) ([A-Za-z0-9+/]{86}==)$/;
const longestLine = 128;

/** Undefined when it is none. */
export function openEnvelope(bytes: Uint8Array): Envelope | undefined {
  const end = bytes.subarray(0, longestLine).indexOf(0x0a);
  if (end < 0) return undefined;
  const [, keyId, text] = firstLine.exec(Buffer.from(bytes.subarray(0, end)).toString("latin1")) ?? [];
  if (keyId === undefined || text === undefined) return undefined;
  const signature = Buffer.from(text, "base64");
  return signature.toString("base64") === text ? { keyId, signature, data: bytes.subarray(end + 1) } : undefined;
}

/** @returns The text of the file; a pack is UTF-8. */
export function writeEnvelope(data: string, privateKey: KeyObject): string {
  const { key, signature } = sealData(Buffer.from(data), privateKey);
  return `posdiag-data 1 ${Buffer.from(key).toString("hex")} ${Buffer.from(signature).toString("base64")}\n${data}`;
}
