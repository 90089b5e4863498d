/**
 * What proves who asks or tells: an Ed25519 signature (RFC 8032) over a prefix that is another one for commands, hints and data, so that
 * none passes for another, and the bytes as they came. Decoding comes after it, never before.
 */
import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { Sealed, SealedHint } from "../report/state.ts";

const prefixes = {
  command: Buffer.from("posdiag.v1.Command\0", "latin1"),
  hint: Buffer.from("posdiag.v1.Hint\0", "latin1"),
  data: Buffer.from("posdiag.v1.Data\0", "latin1"),
} as const;
type Kind = keyof typeof prefixes;
/** RFC 8410: what stands before the 32 bytes of a public key in SubjectPublicKeyInfo. */
const spkiHead = Buffer.from("302a300506032b6570032100", "hex");
const keyIdBytes = 8;

function publicKeyOf(key: string): KeyObject {
  const der = Buffer.concat([spkiHead, Buffer.from(key, "hex")]);
  return createPublicKey({ key: der, format: "der", type: "spki" });
}

/** Of a public key of 64 hexadecimal digits: 16 of its SHA-256. */
export function keyIdOf(key: string): string {
  return createHash("sha256")
    .update(Buffer.from(key, "hex"))
    .digest("hex")
    .slice(0, 2 * keyIdBytes);
}

/** The public half of a private key, 64 hexadecimal digits. */
export function publicHalfOf(privateKey: KeyObject): string {
  const der = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return der.subarray(spkiHead.length).toString("hex");
}

function signed(kind: Kind, content: Uint8Array, privateKey: KeyObject): Omit<Sealed, "command"> {
  const key = Buffer.from(keyIdOf(publicHalfOf(privateKey)), "hex");
  return { key, signature: sign(null, Buffer.concat([prefixes[kind], content]), privateKey) };
}

function isSigned(
  kind: Kind,
  content: Uint8Array,
  by: { readonly signature: Uint8Array; readonly key: string },
): boolean {
  const { signature, key } = by;
  return signature.length === 64 && verify(null, Buffer.concat([prefixes[kind], content]), publicKeyOf(key), signature);
}

export function sealCommand(command: Uint8Array, privateKey: KeyObject): Sealed {
  return { command, ...signed("command", command, privateKey) };
}

export function sealHint(hint: Uint8Array, privateKey: KeyObject): SealedHint {
  return { hint, ...signed("hint", hint, privateKey) };
}

/** `data`: the bytes of a pack (docs/updates.md). */
export function sealData(data: Uint8Array, privateKey: KeyObject): Omit<Sealed, "command"> {
  return signed("data", data, privateKey);
}

/** `key`: the public one, 64 hexadecimal digits. */
export function isSealedBy({ command, signature }: Sealed, key: string): boolean {
  return isSigned("command", command, { signature, key });
}

export function isHintSealedBy({ hint, signature }: SealedHint, key: string): boolean {
  return isSigned("hint", hint, { signature, key });
}

export interface SealedData {
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

export function isDataSealedBy({ data, signature }: SealedData, key: string): boolean {
  return isSigned("data", data, { signature, key });
}
