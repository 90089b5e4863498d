/** Bytes from a broker → a hint of somebody who may give one, meant for this tenant. */
import { type Hint, hintLimit } from "../model/hint.ts";
import { decodeHint, decodeSealedHint } from "../report/decode.ts";
import type { Ourselves, Received } from "./proof.ts";
import { isHintSealedBy } from "./seal.ts";
import { findKey, mayAsk } from "./trust.ts";

export type UnprovedHint =
  | "retained"
  | "oversized"
  | "malformed"
  | "unknown_key"
  | "bad_signature"
  | "not_allowed"
  | "other_tenant";

export function proveHint(
  { payload, retained }: Received,
  { tenant, keys }: Pick<Ourselves, "tenant" | "keys">,
): Hint | UnprovedHint {
  if (retained) return "retained";
  if (payload.length > hintLimit) return "oversized";
  const sealed = decodeSealedHint(payload);
  if (sealed.kind === "refused") return "malformed";
  const key = findKey(keys, Buffer.from(sealed.value.key).toString("hex"));
  if (!key) return "unknown_key";
  if (!isHintSealedBy(sealed.value, key.key)) return "bad_signature";
  if (!mayAsk(key, "hint")) return "not_allowed";
  const hint = decodeHint(sealed.value.hint);
  if (hint.kind === "refused") return "malformed";
  return hint.value.tenant === tenant ? hint.value : "other_tenant";
}
