/**
 * The outbox's files read while its agent is dead, from the description of their form alone: nothing of src reads here, so
 * a mistake in the agent's own reader cannot hide a loss. The form: src/outbox/record.ts, head comment.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";

const headBytes = 34;
const data = 2;
const ackOne = 3;
const ackUpTo = 4;

export interface StoredRecord {
  /** `<boot> <seq>`. */
  readonly name: string;
  readonly digest: string;
}

export interface StoreFiles {
  /** Every whole report in the files, freed or not, in the order of the log. */
  readonly records: readonly StoredRecord[];
  /** Names of those that nothing in the log frees. */
  readonly waiting: ReadonlySet<string>;
  /** Unfinished records at the very end of the newest file. */
  readonly torn: number;
  /** Places elsewhere that are no record. */
  readonly damaged: number;
  /** Stores and files that the agent has set aside. */
  readonly setAside: number;
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 24);
}

export function nameOf({ boot, seq }: { readonly boot: string; readonly seq: number }): string {
  return `${boot} ${seq}`;
}

interface Frame {
  readonly type: number;
  readonly boot: string;
  readonly seq: number;
  readonly payload: Buffer;
  readonly next: number;
}

function frameAt(bytes: Buffer, at: number): Frame | undefined {
  const head = bytes.subarray(at, at + headBytes);
  if (head.length < headBytes || head.toString("latin1", 0, 4) !== "PDR1") return undefined;
  if (crc32(head.subarray(0, 30)) !== head.readUInt32BE(30)) return undefined;
  const next = at + headBytes + head.readUInt32BE(6);
  const payload = bytes.subarray(at + headBytes, next);
  if (next > bytes.length || crc32(payload) !== head.readUInt32BE(26)) return undefined;
  return { type: head.readUInt8(4), boot: head.toString("hex", 18, 26), seq: head.readUInt32BE(10), payload, next };
}

class Log {
  readonly records: StoredRecord[] = [];
  readonly waiting = new Map<string, Map<number, string>>();
  torn = 0;
  damaged = 0;

  /** `last`: only the newest file may end in the middle of a record. */
  read(bytes: Buffer, last: boolean): void {
    for (let at = 0; at < bytes.length; ) {
      const frame = frameAt(bytes, at);
      if (frame) this.#take(frame);
      at = frame?.next ?? this.#pass(bytes, at, last);
    }
  }

  /** Counts what is no record, and answers where the next one may begin. */
  #pass(bytes: Buffer, at: number, last: boolean): number {
    const next = bytes.indexOf("PDR1", at + 1, "latin1");
    if (last && next < 0) this.torn += 1;
    else this.damaged += 1;
    return next < 0 ? bytes.length : next;
  }

  #take({ type, boot, seq, payload }: Frame): void {
    const waiting = this.waiting.get(boot) ?? new Map<number, string>();
    this.waiting.set(boot, waiting);
    if (type === data) {
      const name = nameOf({ boot, seq });
      this.records.push({ name, digest: digestOf(payload) });
      waiting.set(seq, name);
    } else if (type === ackOne) waiting.delete(seq);
    else if (type === ackUpTo) for (const held of waiting.keys()) if (held <= seq) waiting.delete(held);
  }
}

/** Nothing there yet is an empty store. */
export function readStoreFiles(dir: string): StoreFiles {
  const log = new Log();
  const names = existsSync(dir) ? readdirSync(dir).sort() : [];
  const files = names.filter((name) => /^\d{8}\.log$/.test(name));
  for (const name of files) log.read(readFileSync(join(dir, name)), name === files.at(-1));
  const beside = readdirSync(dirname(dir)).filter((name) => name.startsWith(`${basename(dir)}.broken-`));
  return {
    records: log.records,
    waiting: new Set([...log.waiting.values()].flatMap((names) => [...names.values()])),
    torn: log.torn,
    damaged: log.damaged,
    setAside: beside.length + names.filter((name) => name.includes(".broken-")).length,
  };
}
