/** The desk with a disk, a modem and a broker that are in memory and fail when they are told to. */
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Clock } from "../../src/base/clock.ts";
import type { KeptFile } from "../../src/base/kept-file.ts";
import { silentLog } from "../../src/base/log.ts";
import { openAudit } from "../../src/commands/audit.ts";
import type { AuditFile } from "../../src/commands/audit-file.ts";
import { type Desk, type DeskOptions, openDesk } from "../../src/commands/desk.ts";
import { decodeEntries, encodeEntries, type Remembered } from "../../src/commands/entry.ts";
import { openResults } from "../../src/commands/results.ts";
import { publicHalfOf, sealCommand } from "../../src/commands/seal.ts";
import type { Done, Task } from "../../src/commands/task.ts";
import type { Hindrance } from "../../src/commands/verbs.ts";
import {
  type Command,
  type CommandUpdate,
  type ResultChunk,
  type TrustedKey,
  type Verb,
  verbNames,
} from "../../src/model/command.ts";
import type { ClockQuality } from "../../src/model/record.ts";
import { encodeCommand } from "../../src/report/command-wire.ts";
import { encodeSealed } from "../../src/report/encode.ts";

export interface Signer {
  readonly privateKey: KeyObject;
  readonly key: string;
}

export function newSigner(): Signer {
  const { privateKey } = generateKeyPairSync("ed25519");
  return { privateKey, key: publicHalfOf(privateKey) };
}

export const anna = newSigner();
export const boris = newSigner();
export const keys: readonly TrustedKey[] = [
  { name: "anna", key: anna.key, may: [] },
  { name: "boris", key: boris.key, may: ["read_state"] },
];
export const tenant = "acme";
export const serial = "PX7-00042";

let made = 0;
export const newId = (): string => (++made).toString(16).padStart(32, "a");

export function commandOf(clock: Clock, verb: Verb, change: Partial<Command> = {}): Command {
  const issuedS = Math.floor(clock.wallMs() / 1_000);
  return { tenant, serial, id: newId(), issuedS, deadlineS: issuedS + 60, who: "anna", verb, ...change };
}

export function bytesOf(command: Command, { privateKey }: Signer = anna): Uint8Array {
  return encodeSealed(sealCommand(encodeCommand(command), privateKey));
}

/** What is on the disk, which a new start finds. */
export interface Content {
  entries: string | undefined;
  audit: string;
  before: string;
}

export interface Disk {
  readonly content: Content;
  /** Whether the write that comes now is refused. */
  fails: () => boolean;
  /** Called at every write; answers how much of it gets to the disk when the power goes with it, and nothing while it stays. */
  write: (bytes: number) => number | undefined;
  /** How long a write takes. */
  wait: () => Promise<void>;
}

export const newContent = (): Content => ({ entries: undefined, audit: "", before: "" });
export const newDisk = (): Disk => ({
  content: newContent(),
  fails: () => false,
  write: () => undefined,
  wait: async () => {},
});

const broken = () => Object.assign(new Error("no space"), { code: "ENOSPC" });
/** The power is gone: nothing that was waited for ever comes. */
const never = () => new Promise<never>(() => {});

function keptOn(disk: Disk): KeptFile<Remembered> {
  const { content } = disk;
  let chain: Promise<unknown> = Promise.resolve();
  const replace = async (text: string): Promise<boolean> => {
    await disk.wait();
    if (disk.fails()) return false;
    const cut = disk.write(text.length);
    // A file is replaced as a whole or not at all.
    if (cut === undefined || cut > text.length / 2) content.entries = text;
    return cut === undefined ? true : never();
  };
  return {
    read: async () => (content.entries === undefined ? undefined : decodeEntries(content.entries)),
    write: (remembered) => {
      const text = encodeEntries(remembered);
      const writing = chain.then(() => replace(text));
      chain = writing;
      return writing;
    },
    counts: () => ({ written: 0, writtenBytes: 0, failed: 0, setAside: 0 }),
  };
}

function auditOn(disk: Disk): AuditFile {
  const { content } = disk;
  return {
    read: async (which) => (which === "present" ? content.audit : content.before),
    append: async (text) => {
      await disk.wait();
      if (disk.fails()) throw broken();
      const cut = disk.write(text.length);
      content.audit += cut === undefined ? text : text.slice(0, cut);
      if (cut !== undefined) await never();
    },
    cut: async (bytes) => {
      if (disk.write(0) !== undefined) await never();
      content.audit = content.audit.slice(0, bytes);
    },
    setAside: async (why) => {
      if (disk.write(0) !== undefined) await never();
      if (why === "full") content.before = content.audit;
      content.audit = "";
    },
  };
}

export interface BenchOptions {
  readonly clock: Clock;
  readonly disk?: Disk;
  readonly clockQuality?: () => ClockQuality;
  readonly hindered?: (by: readonly Hindrance[]) => Hindrance | undefined;
  readonly execute?: (task: Task) => Promise<Done>;
  readonly tell?: (update: CommandUpdate) => boolean;
  readonly change?: Partial<DeskOptions>;
}

export interface Bench {
  readonly desk: Desk;
  readonly disk: Disk;
  readonly ran: readonly Task[];
  readonly told: readonly CommandUpdate[];
  readonly sent: readonly ResultChunk[];
  stop(): Promise<void>;
}

export async function openBench(options: BenchOptions): Promise<Bench> {
  const { clock, disk = newDisk(), clockQuality = () => "ntp", execute = async () => ({ kind: "done" }) } = options;
  const [ran, told, sent]: [Task[], CommandUpdate[], ResultChunk[]] = [[], [], []];
  const audit = await openAudit({ file: auditOn(disk), clock, log: silentLog, clockQuality });
  const desk = await openDesk({
    ...{ tenant, serial, clock, clockQuality, audit },
    allowed: new Set(verbNames),
    ...{ perHour: 1_000, perSecond: 1_000 },
    keys: () => keys,
    log: silentLog,
    file: keptOn(disk),
    results: await openResults(),
    hindered: options.hindered ?? (() => undefined),
    execute: (task) => {
      ran.push(task);
      return execute(task);
    },
    tell: async (update) => {
      if (options.tell && !options.tell(update)) return false;
      told.push(update);
      return true;
    },
    send: async (chunk) => {
      sent.push(chunk);
      return true;
    },
    ...options.change,
  });
  const stop = new AbortController();
  const running = desk.run(stop.signal);
  return {
    ...{ desk, disk, ran, told, sent },
    stop: async () => {
      stop.abort();
      await running;
    },
  };
}
