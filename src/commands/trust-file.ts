/**
 * The keys in force: those of the configuration's file, or what rotations have made of them since. Whoever can put another file
 * there has the last word: then earlier rotations no longer count.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { replaceFile } from "../base/durable-file.ts";
import { systemCode } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import type { TrustedKey, Verb } from "../model/command.ts";
import type { Done } from "./task.ts";
import { readTrust, rotated, writeTrust } from "./trust.ts";

export interface TrustFileOptions {
  /** `commands.keys_file`. */
  readonly path: string;
  /** Where rotations are kept. */
  readonly rotations: string;
  readonly log: Log;
}

export interface TrustFile {
  keys(): readonly TrustedKey[];
  /** Rejects with the system's error. */
  rotate(rotation: Extract<Verb, { kind: "rotate_keys" }>): Promise<Done>;
}

async function textOf(path: string, log: Log): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    if (code !== "ENOENT") log("warning", "commands.keys_unreadable", { code });
    return undefined;
  }
}

const printOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What rotations have made of a file with this print; undefined when there were none. */
function rotatedOf(text: string | undefined, base: string): readonly TrustedKey[] | undefined {
  const end = text?.indexOf("\n") ?? -1;
  if (text === undefined || end < 0 || text.slice(0, end) !== base) return undefined;
  const read = readTrust(text.slice(end + 1));
  return "keys" in read ? read.keys : undefined;
}

/** Undefined where there are no keys, so that nobody may ask; that is logged. */
export async function openTrust({ path, rotations, log }: TrustFileOptions): Promise<TrustFile | undefined> {
  const text = await textOf(path, log);
  const read = text === undefined ? { what: "is not there" } : readTrust(text);
  if (text === undefined || "what" in read) {
    log("warning", "config.file_unusable", { key: "commands.keys_file", what: "what" in read ? read.what : undefined });
    return undefined;
  }
  const base = printOf(text);
  let keys = rotatedOf(await textOf(rotations, log), base) ?? read.keys;
  return {
    keys: () => keys,
    rotate: async (rotation) => {
      const next = rotated(keys, rotation);
      if ("what" in next) return { kind: "failed", reason: next.what };
      await mkdir(dirname(rotations), { recursive: true, mode: 0o700 });
      await replaceFile(rotations, `${base}\n${writeTrust(next.keys)}`);
      keys = next.keys;
      log("notice", "commands.keys_rotated", { keys: keys.length });
      return { kind: "done", result: { keys: keys.map(({ name, may }) => ({ name, may })) } };
    },
  };
}
