/** Bytes of a file → a pack that somebody has signed who may, that is meant for this terminal, and of which every file is right. */
import { createHash } from "node:crypto";
import { isDataSealedBy } from "../commands/seal.ts";
import { findKey, mayAsk } from "../commands/trust.ts";
import type { TrustedKey } from "../model/command.ts";
import { type Contents, readContents } from "./contents.ts";
import { mostPackBytes, openEnvelope } from "./envelope.ts";
import { groupKeys, type Pack, readPack } from "./pack.ts";

export type PackRefusal =
  | "oversized"
  | "malformed"
  | "unknown_key"
  | "bad_signature"
  | "not_allowed"
  | "key_expired"
  | "clock_unknown"
  | "not_meant"
  | "bad_contents";

export interface ProvedPack {
  readonly kind: "proved";
  readonly pack: Pack;
  readonly contents: Contents;
  readonly print: string;
  /** Whose key it was. */
  readonly signer: string;
}

export interface RefusedPack {
  readonly kind: "refused";
  readonly reason: PackRefusal;
  /** What is wrong, in words. */
  readonly what: readonly string[];
}

/** What a terminal holds a pack against. */
export interface PackTerms {
  readonly keys: readonly TrustedKey[];
  /** Of the agent, `1.2.3`. */
  readonly version: string;
  readonly tenant: string;
  readonly acquirer: string | undefined;
  readonly region: string | undefined;
  /** YYYY-MM-DD in UTC; undefined while the clock is not set. `"any"` for what was taken before: a key that ends does not end what it signed. */
  readonly today: string | undefined;
}

export const anyDay = "any";

const refused = (reason: PackRefusal, ...what: readonly string[]): RefusedPack => ({ kind: "refused", reason, what });

/** Of the whole file: 32 letters. No digits, for a row of digits may look like a card number. */
export function printOf(bytes: Uint8Array): string {
  const digest = createHash("sha256").update(bytes).digest().subarray(0, 16);
  return [...digest].map((byte) => `${"abcdefghijklmnop"[byte >> 4]}${"abcdefghijklmnop"[byte & 15]}`).join("");
}

/** Numbers, part by part. */
function isBelow(version: string, other: string): boolean {
  const [mine = [], theirs = []] = [version, other].map((each) => each.split(/[.-]/, 3).map(Number));
  const at = mine.findIndex((part, index) => part !== theirs[index]);
  return at >= 0 && (mine[at] ?? 0) < (theirs[at] ?? 0);
}

/** Why it is not meant for this terminal. */
function strangerIn({ meant }: Pack, terms: PackTerms): string | undefined {
  const { agent_from: from, agent_below: below } = meant;
  if (from !== undefined && isBelow(terms.version, from))
    return `is for posdiag from ${from}, and this is ${terms.version}`;
  if (below !== undefined && !isBelow(terms.version, below))
    return `is for posdiag below ${below}, and this is ${terms.version}`;
  const other = groupKeys.find((key) => meant[key] !== undefined && !meant[key]?.includes(terms[key] ?? ""));
  return other === undefined
    ? undefined
    : `is for terminal.${other} ${meant[other]?.join(", ")}, and here it is ${terms[other] ?? "not said"}`;
}

/** Why the key's word does not count today. */
function endOf({ name, until }: TrustedKey, today: string | undefined): RefusedPack | undefined {
  if (until === undefined || today === anyDay) return undefined;
  if (today === undefined)
    return refused("clock_unknown", `the key of ${name} ends on ${until}, and the clock here is not set`);
  return today > until ? refused("key_expired", `the key of ${name} ended on ${until}`) : undefined;
}

/** Undefined when it is not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The pack, whoever has signed it: for who looks, not for who takes. */
export function peek(bytes: Uint8Array): { readonly pack: Pack; readonly keyId: string } | RefusedPack {
  if (bytes.length > mostPackBytes) return refused("oversized", `is larger than ${mostPackBytes} bytes`);
  const envelope = openEnvelope(bytes);
  if (!envelope) return refused("malformed", "does not begin with the line of a pack");
  const text = textOf(envelope.data);
  const read = text === undefined ? { what: "is not UTF-8" } : readPack(text);
  return "what" in read ? refused("malformed", read.what) : { pack: read.pack, keyId: envelope.keyId };
}

export function provePack(bytes: Uint8Array, terms: PackTerms): ProvedPack | RefusedPack {
  if (bytes.length > mostPackBytes) return refused("oversized", `is larger than ${mostPackBytes} bytes`);
  const envelope = openEnvelope(bytes);
  if (!envelope) return refused("malformed", "does not begin with the line of a pack");
  const key = findKey(terms.keys, envelope.keyId);
  if (!key) return refused("unknown_key", `is signed with a key that is not in data.keys_file: ${envelope.keyId}`);
  if (!isDataSealedBy(envelope, key.key)) return refused("bad_signature", "is not as it was signed");
  if (!mayAsk(key, "data")) return refused("not_allowed", `the key of ${key.name} may not sign data`);
  const ended = endOf(key, terms.today);
  if (ended) return ended;
  const peeked = peek(bytes);
  if ("kind" in peeked) return peeked;
  const stranger = strangerIn(peeked.pack, terms);
  if (stranger !== undefined) return refused("not_meant", stranger);
  const read = readContents(peeked.pack.contents);
  if ("wrong" in read) return refused("bad_contents", ...read.wrong);
  return { kind: "proved", pack: peeked.pack, contents: read.contents, print: printOf(bytes), signer: key.name };
}
