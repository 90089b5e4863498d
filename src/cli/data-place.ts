/** What the commands about signed data share: the terminal's configuration, its keys, and the folder in which packs lie. */
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { dataFolder, packTerms } from "../agent/signed-data.ts";
import { systemClock } from "../base/clock.ts";
import { AgentError, systemCode } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import type { Config } from "../config/config.ts";
import { loadConfigFile } from "../config/file.ts";
import type { PackTerms } from "../packs/proof.ts";
import { openPackStore, type PackStore, readPackFile } from "../packs/store.ts";
import { usageError } from "./arguments.ts";
import { version } from "./version.ts";

export interface DataPlace {
  readonly config: Config;
  readonly terms: PackTerms;
  readonly store: PackStore;
  readonly folder: string;
}

/** What the store has to say is for whoever stands there: the folder cannot be read, or a file in it is damaged. */
function spoken(command: string, err: (text: string) => void): Log {
  return (_level, event, { doing = "", code = "" } = {}) => err(`posdiag ${command}: ${event} ${doing} ${code}\n`);
}

/** @throws AgentError USAGE, INPUT_UNREADABLE, CONFIG_INVALID */
export async function openDataPlace(
  command: string,
  path: string | undefined,
  err: (text: string) => void,
): Promise<DataPlace> {
  if (path === undefined) throw usageError(command, "--config FILE is needed");
  const config = await loadConfigFile(path);
  const terms = packTerms({ config, version, wallMs: systemClock.wallMs() });
  if (!terms) throw new AgentError("CONFIG_INVALID", `${path} takes no signed data: data.keys_file is not set`);
  if ("what" in terms) throw new AgentError("CONFIG_INVALID", `data.keys_file: ${terms.what}`);
  const folder = dataFolder(config);
  return { config, terms, folder, store: openPackStore(folder, spoken(command, err)) };
}

/** @throws AgentError INPUT_UNREADABLE */
export async function readPackAt(path: string): Promise<Uint8Array> {
  try {
    return await readPackFile(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new AgentError("INPUT_UNREADABLE", `${path} (${code})`, { cause: error });
  }
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

async function ownerOf(folder: string): Promise<Owner> {
  try {
    return await stat(folder);
  } catch (error) {
    if (systemCode(error) !== "ENOENT" || folder === dirname(folder)) throw error;
    return ownerOf(dirname(folder));
  }
}

/**
 * Root becomes the user to whom the folder belongs, for good: the agent must be able to read what lies there, and root must not write
 * where that user could have put a link.
 */
async function becomeOwner(folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await ownerOf(folder);
  if (uid === 0) return;
  process.setgroups?.([gid]);
  process.setgid?.(gid);
  process.setuid?.(uid);
}

/** Changes something in the folder, as its owner. @throws AgentError OUTPUT_FAILED */
export async function asOwner<T>(folder: string, change: () => Promise<T>): Promise<T> {
  try {
    await becomeOwner(folder);
    return await change();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || error instanceof AgentError) throw error;
    throw new AgentError("OUTPUT_FAILED", `${folder} (${code})`, { cause: error });
  }
}

export const placeOptions = { config: { type: "string" }, json: { type: "boolean" } } as const;
