/**
 * The folder of the packs. Each lies under its print; `standing.json` says which is in force, and only the agent writes it. What somebody
 * at the terminal wants is one file, put there by one rename, that the agent finds at its next start: whatever is cut off when, there is
 * the old state or the new one.
 */
import { constants } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { replaceFile } from "../base/durable-file.ts";
import { systemCode } from "../base/errors.ts";
import { createKeptFile } from "../base/kept-file.ts";
import type { Log } from "../base/log.ts";
import { setAside } from "../base/set-aside.ts";
import { mostPackBytes } from "./envelope.ts";
import { candidates, decodeStanding, encodeStanding, type Standing } from "./standing.ts";

const orders = { back: "back", install: "next.posdata", force: "next-older.posdata" } as const;
export type OrderKind = keyof typeof orders;

export interface Order {
  readonly kind: OrderKind;
  /** Of the pack; where somebody wants to go back, the print of the one that he wants to go back from. */
  readonly bytes: Uint8Array;
}

export interface PackStore {
  /** Undefined where there is none yet, or none that can be read. */
  standing(): Promise<Standing | undefined>;
  /** Resolves to whether it is on disk. */
  keep(standing: Standing): Promise<boolean>;
  /** Undefined where it is not there. Rejects with the system's error. */
  read(print: string): Promise<Uint8Array | undefined>;
  /** Prints of all packs that lie there. */
  prints(): Promise<readonly string[]>;
  put(print: string, bytes: Uint8Array): Promise<void>;
  /** Moves a damaged pack out of the way. */
  setAside(print: string): Promise<void>;
  /** What is wanted, if anything; of several the first of back, install, force. */
  order(): Promise<Order | undefined>;
  /** Replaces what was wanted before. */
  want(order: Order): Promise<void>;
  /** What was wanted is done, or was refused. */
  done(): Promise<void>;
  /** Removes every pack that the standing does not name. */
  tidy(standing: Standing): Promise<void>;
}

const mostStandingBytes = 16_384;
const packName = /^([a-p]{32})\.posdata$/;
/** What a write that was cut off leaves. */
const unfinished = /^[a-p]{32}\.posdata\.new$/;
const mode = 0o700;

/** One byte more than a pack may have at most, so that too large is seen. Empty where it is no file. Rejects with the system's error. */
export async function readPackFile(path: string): Promise<Uint8Array> {
  // Without O_NONBLOCK a named pipe would hold the open for ever.
  await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const stat = await file.stat();
  if (!stat.isFile()) return Buffer.alloc(0);
  const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(stat.size, mostPackBytes + 1)), { position: 0 });
  return buffer.subarray(0, bytesRead);
}

async function unlessGone<T>(doing: Promise<T>): Promise<T | undefined> {
  try {
    return await doing;
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    return undefined;
  }
}

class Folder implements PackStore {
  readonly #path: string;
  readonly #kept;

  constructor(path: string, log: Log) {
    this.#path = path;
    this.#kept = createKeptFile({
      ...{ path: join(path, "standing.json"), name: "data", log, mostBytes: mostStandingBytes },
      ...{ decode: decodeStanding, encode: encodeStanding },
    });
  }

  standing(): Promise<Standing | undefined> {
    return this.#kept.read();
  }

  keep(standing: Standing): Promise<boolean> {
    return this.#kept.write(standing);
  }

  read(print: string): Promise<Uint8Array | undefined> {
    return unlessGone(readPackFile(this.#pack(print)));
  }

  async prints(): Promise<readonly string[]> {
    return (await this.#names()).flatMap((name) => packName.exec(name)?.[1] ?? []).toSorted();
  }

  async put(print: string, bytes: Uint8Array): Promise<void> {
    await this.#write(this.#pack(print), bytes);
  }

  async setAside(print: string): Promise<void> {
    // Under one name, so that only the newest few are kept, whichever they were.
    const damaged = join(this.#path, "damaged.posdata");
    await rename(this.#pack(print), damaged);
    await setAside(damaged);
  }

  async order(): Promise<Order | undefined> {
    for (const kind of ["back", "install", "force"] as const) {
      const bytes = await unlessGone(readPackFile(join(this.#path, orders[kind])));
      if (bytes) return { kind, bytes };
    }
    return undefined;
  }

  async want({ kind, bytes }: Order): Promise<void> {
    await this.done();
    await this.#write(join(this.#path, orders[kind]), bytes);
  }

  async done(): Promise<void> {
    for (const name of Object.values(orders)) await rm(join(this.#path, name), { force: true });
  }

  async tidy(standing: Standing): Promise<void> {
    const named = new Set(candidates(standing).map(({ print }) => print));
    const strays = (await this.#names()).filter((name) => {
      const [, print] = packName.exec(name) ?? [];
      return print === undefined ? unfinished.test(name) : !named.has(print);
    });
    for (const name of strays) await rm(join(this.#path, name), { force: true });
  }

  async #names(): Promise<readonly string[]> {
    return (await unlessGone(readdir(this.#path))) ?? [];
  }

  #pack(print: string): string {
    return join(this.#path, `${print}.posdata`);
  }

  async #write(path: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.#path, { recursive: true, mode });
    await replaceFile(path, bytes);
  }
}

export function openPackStore(path: string, log: Log): PackStore {
  return new Folder(path, log);
}
