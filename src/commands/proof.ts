/** Bytes from a broker → a command of somebody who may ask, meant for this terminal. Anything else is not answered. */
import { commandLimit, type TrustedKey } from "../model/command.ts";
import type { ReadCommand } from "../report/command-wire.ts";
import { decodeCommand, decodeSealed } from "../report/decode.ts";
import { isSealedBy } from "./seal.ts";
import { findKey } from "./trust.ts";

/** Why nobody is answered: who asks has proved nothing, or does not mean us. */
export type Unproved = "retained" | "oversized" | "malformed" | "unknown_key" | "bad_signature" | "other_terminal";

export type Proof =
  | { readonly kind: "proved"; readonly command: ReadCommand; readonly key: TrustedKey }
  | { readonly kind: "unproved"; readonly reason: Unproved };

export interface Received {
  readonly payload: Uint8Array;
  /** Kept by the broker: said to nobody knows whom, nobody knows when. */
  readonly retained: boolean;
}

export interface Ourselves {
  readonly tenant: string;
  readonly serial: string;
  readonly keys: readonly TrustedKey[];
}

const unproved = (reason: Unproved): Proof => ({ kind: "unproved", reason });

export function prove({ payload, retained }: Received, { tenant, serial, keys }: Ourselves): Proof {
  if (retained) return unproved("retained");
  if (payload.length > commandLimit) return unproved("oversized");
  const sealed = decodeSealed(payload);
  if (sealed.kind === "refused") return unproved("malformed");
  const key = findKey(keys, Buffer.from(sealed.value.key).toString("hex"));
  if (!key) return unproved("unknown_key");
  if (!isSealedBy(sealed.value, key.key)) return unproved("bad_signature");
  const command = decodeCommand(sealed.value.command);
  if (command.kind === "refused") return unproved("malformed");
  const isMeant = command.value.tenant === tenant && command.value.serial === serial;
  return isMeant ? { kind: "proved", command: command.value, key } : unproved("other_terminal");
}
