/** The newest results on disk, one file each, of which the oldest is replaced. What cannot be written is missed after a restart only. */
import type { KeptFile } from "../base/kept-file.ts";
import { resultLimit } from "../model/command.ts";
import { packBytes } from "./result.ts";
import type { PackedResult } from "./results.ts";

/** One file. */
export interface StoredResult {
  readonly id: string;
  /** Rises with every result. */
  readonly order: number;
  /** Gzip. */
  readonly bytes: Uint8Array;
}

export interface ResultFiles {
  /** Oldest first. */
  read(): Promise<readonly { readonly id: string; readonly result: PackedResult }[]>;
  write(id: string, result: PackedResult): void;
}

/** As text: base64 and what stands around it. */
export const mostStoredBytes = 360_000;

export function encodeStored({ id, order, bytes }: StoredResult): string {
  return JSON.stringify({ version: 1, id, order, gzip: Buffer.from(bytes).toString("base64") });
}

/** Undefined when it is not a whole file of this version. */
export function decodeStored(text: string): StoredResult | undefined {
  const { version, id, order, gzip } = fieldsOf(text);
  if (version !== 1 || typeof id !== "string" || !/^[0-9a-f]{32}$/.test(id)) return undefined;
  if (!Number.isSafeInteger(order) || typeof gzip !== "string") return undefined;
  const bytes = Buffer.from(gzip, "base64");
  return bytes.length > 0 && bytes.length <= resultLimit ? { id, order: Number(order), bytes } : undefined;
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    return { ...Object(JSON.parse(text)) };
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

export function createResultFiles(files: readonly KeptFile<StoredResult>[]): ResultFiles {
  let order = 0;
  return {
    read: async () => {
      const found = await Promise.all(files.map(async (file) => ({ file, stored: await file.read() })));
      const sorted = found.toSorted((a, b) => (a.stored?.order ?? -1) - (b.stored?.order ?? -1));
      files = sorted.map(({ file }) => file);
      order = (sorted.at(-1)?.stored?.order ?? -1) + 1;
      return sorted.flatMap(({ stored }) => {
        if (!stored) return [];
        const result = packBytes(stored.id, stored.bytes);
        return result.kind === "packed" ? [{ id: stored.id, result }] : [];
      });
    },
    write: (id, { chunks }) => {
      const [oldest, ...others] = files;
      if (!oldest) return;
      files = [...others, oldest];
      void oldest.write({ id, order, bytes: Buffer.concat(chunks.map(({ data }) => data)) });
      order += 1;
    },
  };
}
