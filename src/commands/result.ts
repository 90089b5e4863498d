/** A result as it leaves: looked through, without long rows of digits, compressed, in pieces. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { chunkLimit, type ResultChunk, type ResultDigest, resultLimit } from "../model/command.ts";

export type Packed =
  | { readonly kind: "packed"; readonly digest: ResultDigest; readonly chunks: readonly ResultChunk[] }
  | { readonly kind: "too_large" };

/** `value`: JSON. */
export function packResult(id: string, value: unknown): Packed {
  return packBytes(id, gzipSync(JSON.stringify(value), { level: 9 }));
}

/** `bytes`: of a gzip. */
export function packBytes(id: string, bytes: Uint8Array): Packed {
  const total = bytes.length;
  if (total > resultLimit) return { kind: "too_large" };
  const chunks: ResultChunk[] = [];
  for (let offset = 0; offset < total; offset += chunkLimit) {
    chunks.push({ id, offset, total, data: bytes.subarray(offset, offset + chunkLimit) });
  }
  return { kind: "packed", digest: { bytes: total, sha256: createHash("sha256").update(bytes).digest("hex") }, chunks };
}
