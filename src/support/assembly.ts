/** Pieces of a result → the result, for who has asked: in any order, twice or not, and only whole. */
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { type ResultChunk, type ResultDigest, resultLimit } from "../model/command.ts";

export interface Assembly {
  take(chunk: Omit<ResultChunk, "id">): void;
  /** Bytes that are there. */
  readonly bytes: number;
  /** The value, once all of it is there and is what was sent; `damaged` when all is there and it is not. */
  result(
    digest: ResultDigest,
  ): { readonly kind: "whole"; readonly value: unknown } | { readonly kind: "part" | "damaged" };
}

/** What a gzip of the largest result may unfold to: a bomb is none of ours. */
const mostUnfolded = 16 * 1_024 * 1_024;

function unfolded(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(gunzipSync(bytes, { maxOutputLength: mostUnfolded }).toString("utf8"));
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

export function createAssembly(): Assembly {
  const parts = new Map<number, Uint8Array>();
  const sum = () => [...parts.values()].reduce((total, part) => total + part.length, 0);
  return {
    take: ({ offset, total, data }) => {
      const fits = data.length > 0 && offset + data.length <= Math.min(total, resultLimit);
      if (fits && (parts.has(offset) || sum() + data.length <= resultLimit)) parts.set(offset, Uint8Array.from(data));
    },
    get bytes() {
      return sum();
    },
    result: ({ bytes, sha256 }) => {
      if (sum() < bytes) return { kind: "part" };
      const whole = Buffer.concat([...parts].toSorted(([a], [b]) => a - b).map(([, part]) => part));
      const isSame = createHash("sha256").update(whole).digest("hex") === sha256;
      const value = isSame ? unfolded(whole) : undefined;
      return value === undefined ? { kind: "damaged" } : { kind: "whole", value };
    },
  };
}
