/**
 * The seal of a code: HMAC-SHA-256 (RFC 2104) with the terminal's own key, cut to 40 bits as RFC 2104 section 5 permits. Over what the
 * code says, the whole time, and the terminal's name, so that no seal fits another terminal or another year.
 */
import { createHash, createHmac, hkdfSync, type KeyObject } from "node:crypto";
import type { Content } from "./content.ts";

export const sealBits = 40;
const sealBytes = sealBits / 8;
export const keyBytes = 32;

/** Of a terminal that has no key: everybody knows it, and it proves nothing. */
export const openKey: Uint8Array = createHash("sha256").update("posdiag last resort: no key").digest();

const nameOf = ({ tenant, serial }: Terminal): string => `${tenant}/${serial}`;

export interface Terminal {
  readonly tenant: string;
  readonly serial: string;
}

/** A terminal's key out of the fleet's (RFC 5869), so that support keeps one secret instead of thousands. */
export function terminalKey(fleetKey: Uint8Array, terminal: Terminal): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", fleetKey, "", `posdiag last resort 1 ${nameOf(terminal)}`, keyBytes));
}

/** Which of 256 kinds of names it has: a hint, no proof. */
export function terminalHint(terminal: Terminal): number {
  return createHash("sha256").update(nameOf(terminal)).digest()[0] ?? 0;
}

export interface Sealed {
  readonly version: number;
  /** As they stand in the code. */
  readonly bits: bigint;
  readonly minutes: Content["minutes"];
}

export interface Sealer {
  readonly key: Uint8Array;
  readonly terminal: Terminal;
  /** Private Ed25519 key, where QR codes are to bear a signature. */
  readonly signingKey?: KeyObject | undefined;
}

export function sealOf({ version, bits, minutes }: Sealed, { key, terminal }: Sealer): bigint {
  const said = `${version} ${bits.toString(16)} ${minutes} ${nameOf(terminal)}`;
  return toNumber(createHmac("sha256", key).update(said).digest().subarray(0, sealBytes));
}

/**
 * What is laid over the bits, by exclusive or, so that a code has no row of zeros to be miscounted and each looks unlike the last. It
 * hides nothing: it comes from the seal, which stands in the code.
 */
export function veil(seal: bigint, width: number): bigint {
  const text = createHash("sha256")
    .update(`posdiag last resort veil ${seal.toString(16)}`)
    .digest();
  return toNumber(text) & ((1n << BigInt(width)) - 1n);
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
}
