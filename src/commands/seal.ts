/**
 * What proves who asks: an Ed25519 signature (RFC 8032) over a prefix that nothing else of ours is signed with, and the bytes of the
 * command as they came. Decoding comes after it, never before.
 */
import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { Sealed } from "../report/state.ts";

const prefix = Buffer.from("posdiag.v1.Command\0", "latin1");
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

export function sealCommand(command: Uint8Array, privateKey: KeyObject): Sealed {
  const key = Buffer.from(keyIdOf(publicHalfOf(privateKey)), "hex");
  return { command, key, signature: sign(null, Buffer.concat([prefix, command]), privateKey) };
}

export function isSealedBy({ command, signature }: Sealed, key: string): boolean {
  return signature.length === 64 && verify(null, Buffer.concat([prefix, command]), publicKeyOf(key), signature);
}
