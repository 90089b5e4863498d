/**
 * A signature behind the code in a QR code, where the terminal has a key for it: Ed25519 (RFC 8032), for those who are to know that a
 * verdict is true and must not hold a secret. Too long to be read out.
 */
import { type KeyObject, sign, verify } from "node:crypto";
import { bitsEach, lettersOf } from "./alphabet.ts";
import type { Terminal } from "./seal.ts";

const signatureBytes = 64;
/** Characters of a signature; the last one has three bits of it, and two that are zero. */
export const signatureLength = Math.ceil((signatureBytes * 8) / bitsEach);
const spareBits = BigInt(signatureLength * bitsEach - signatureBytes * 8);

export interface Sworn {
  /** Of the code, in capitals without dashes. */
  readonly letters: string;
  /** The whole time, of which the code has the lowest bits. */
  readonly minutes: number;
  readonly terminal: Terminal;
}

function statement({ letters, minutes, terminal }: Sworn): Buffer {
  return Buffer.from(`posdiag last resort signature 1 ${terminal.tenant}/${terminal.serial} ${minutes} ${letters}`);
}

export function signatureOf(sworn: Sworn, key: KeyObject): string {
  const number = BigInt(`0x${sign(null, statement(sworn), key).toString("hex")}`) << spareBits;
  const places = Array.from({ length: signatureLength }, (_, at) => BigInt((signatureLength - 1 - at) * bitsEach));
  return lettersOf(places.map((shift) => Number((number >> shift) & 31n)));
}

export function isSigned(sworn: Sworn, symbols: readonly number[], key: KeyObject): boolean {
  if (symbols.length !== signatureLength) return false;
  const number = symbols.reduce((sum, symbol) => (sum << BigInt(bitsEach)) | BigInt(symbol), 0n) >> spareBits;
  return verify(null, statement(sworn), key, Buffer.from(number.toString(16).padStart(signatureBytes * 2, "0"), "hex"));
}
