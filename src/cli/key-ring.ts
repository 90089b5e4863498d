/** The keys that support tries on a code: files, a folder of them, and what the fleet's key gives for terminals that are named. */
import { createPublicKey } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { AgentError, systemCode } from "../base/errors.ts";
import { type KeyFile, readKeyFile } from "../last-resort/key-file.ts";
import type { PublicKey, Ring } from "../last-resort/reading.ts";
import { type Terminal, terminalKey } from "../last-resort/seal.ts";
import { usageError } from "./arguments.ts";
import { readInputFile } from "./input-file.ts";

const namePattern = /^[A-Za-z0-9_-]{1,32}$/;

/** @throws AgentError USAGE */
export function terminalName(command: string, tenant?: string, serial?: string): Terminal | undefined {
  if (tenant === undefined && serial === undefined) return undefined;
  if (tenant === undefined || serial === undefined) throw usageError(command, "--tenant and --serial go together");
  for (const name of [tenant, serial]) {
    if (!namePattern.test(name)) throw usageError(command, `${JSON.stringify(name)} is not the name of a terminal`);
  }
  return { tenant, serial };
}

/** @throws AgentError INPUT_UNREADABLE, INPUT_INVALID */
export async function readKey(path: string): Promise<KeyFile> {
  const file = readKeyFile(await readInputFile(path));
  if (file.kind === "wrong") throw new AgentError("INPUT_INVALID", `${path} ${file.what}`);
  return file;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new AgentError("INPUT_UNREADABLE", `${folder} (${code})`, { cause: error });
  }
}

/** One `tenant/serial` a line; what is behind a space, and lines with #, are for people. */
async function terminalsIn(path: string): Promise<readonly Terminal[]> {
  const lines = (await readInputFile(path)).split(/\r?\n/);
  return lines.flatMap((line) => {
    const [, tenant, serial] = /^([\w-]{1,32})\/([\w-]{1,32})(?:\s|$)/.exec(line) ?? [];
    return tenant !== undefined && serial !== undefined ? [{ tenant, serial }] : [];
  });
}

/** A public key, or a certificate with one, in PEM form. */
async function readPublicKey(path: string, terminals: readonly Terminal[]): Promise<PublicKey> {
  const text = await readInputFile(path);
  const wrong = (cause?: unknown) => new AgentError("INPUT_INVALID", `${path} holds no public Ed25519 key`, { cause });
  // A private key would do, and has no business with whoever only reads.
  if (text.includes("PRIVATE KEY")) throw wrong();
  try {
    const key = createPublicKey(text);
    if (key.asymmetricKeyType === "ed25519") return { key, terminals };
  } catch (error) {
    throw wrong(error);
  }
  throw wrong();
}

export interface KeyArguments {
  readonly key?: readonly string[] | undefined;
  readonly keys?: string | undefined;
  readonly public?: readonly string[] | undefined;
  readonly terminals?: string | undefined;
}

/** @throws AgentError USAGE, INPUT_UNREADABLE, INPUT_INVALID */
export async function readRing(
  command: string,
  { key = [], keys, terminals, public: open = [] }: KeyArguments,
  said: Terminal | undefined,
): Promise<Pick<Ring, "keys" | "publicKeys">> {
  const files = await Promise.all([...key, ...(keys === undefined ? [] : filesIn(keys))].map(readKey));
  const listed = terminals === undefined ? [] : await terminalsIn(terminals);
  const named = said ? [said, ...listed] : listed;
  if (named.length === 0 && (open.length > 0 || files.some(({ kind }) => kind === "fleet"))) {
    throw usageError(command, "with the fleet's key or a public one --tenant and --serial, or --terminals, are needed");
  }
  const secret = files.flatMap((file) =>
    file.kind === "terminal" ? [file] : named.map((terminal) => ({ terminal, key: terminalKey(file.key, terminal) })),
  );
  return { keys: secret, publicKeys: await Promise.all(open.map((path) => readPublicKey(path, named))) };
}
