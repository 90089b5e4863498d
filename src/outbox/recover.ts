/**
 * A directory as a killed, crashed or tampered agent left it → the records that wait and where to go on. Nothing found
 * here is fatal but a directory that may not be read or written.
 *
 * The boot goes on (same id, next number) only when that cannot repeat a number with other content: same boot of the
 * terminal, the newest file is there and sound, or ends in a record that was never finished, hence never sent.
 */
import { mkdir, readdir, readFile, rm, stat, truncate } from "node:fs/promises";
import { dirname, join } from "node:path";
import { syncDirectory } from "../base/durable-file.ts";
import { systemCode } from "../base/errors.ts";
import { setAside } from "../base/set-aside.ts";
import type { DroppedRange } from "./drops.ts";
import type { Entry } from "./pending.ts";
import { createReplay, type Replay } from "./replay.ts";
import { type Scan, type Scanned, scan } from "./scan.ts";
import { headFile, segmentFile } from "./segment-file.ts";

export interface Recovered {
  /** Waiting records, oldest first. */
  readonly entries: readonly Entry[];
  readonly ledger: readonly DroppedRange[];
  /** The boot that goes on; undefined when a new one must begin. */
  readonly goesOn: { readonly boot: string; readonly nextSeq: number } | undefined;
  /** Sizes of the files by number, oldest first. */
  readonly sizes: ReadonlyMap<number, number>;
  readonly cutBytes: number;
  readonly brokenStores: number;
}

/** What is kept of a file once its records have been replayed. */
interface Found extends Pick<Scan, "state" | "end" | "cutBytes"> {
  readonly segment: number;
  readonly size: number;
  /** Its first record, if it has any. */
  readonly begin: Pick<Scanned, "type" | "boot"> | undefined;
}

/** Far above what a segment grows to; such a file is not ours. */
const fileLimit = 4 * 1024 * 1024;

export interface Present {
  readonly systemBoot: string;
  /** Monotonic seconds. */
  readonly nowS: number;
}

export async function recover(dir: string, present: Present): Promise<Recovered> {
  const alien = (await isDirectory(dir)) ? 0 : await setAside(dir);
  await beginDirectory(dir);
  const aside = await setAliensAside(dir);
  const replay = createReplay(present.systemBoot, present.nowS);
  const found = await withoutUnbegun(dir, await readSegments(dir, replay));
  const understood = found.length === 0 || found.some(({ begin }) => begin !== undefined);
  if (understood) return { ...(await judge(dir, found, replay)), brokenStores: alien + aside };
  await setAside(dir);
  await beginDirectory(dir);
  return { ...empty, brokenStores: alien + aside + 1, cutBytes: found.reduce((sum, { size }) => sum + size, 0) };
}

const empty: Recovered = {
  entries: [],
  ledger: [],
  goesOn: undefined,
  sizes: new Map(),
  cutBytes: 0,
  brokenStores: 0,
};

/** Its own name is to be as durable as what will be in it. */
async function beginDirectory(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  try {
    await syncDirectory(dirname(dir));
  } catch (error) {
    // A directory that may be used and not listed cannot be opened to be synced; its file system does that in its time.
    if (systemCode(error) !== "EACCES") throw error;
  }
}

/** True as well when there is nothing. */
async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (systemCode(error) === "ENOENT") return true;
    throw error;
  }
}

/** What has the name of a file of ours and cannot be one. */
async function setAliensAside(dir: string): Promise<number> {
  let aside = 0;
  for (const name of await readdir(dir)) {
    if (name !== headFile && !isSegmentName(name)) continue;
    const about = await stat(join(dir, name));
    if (!about.isFile() || about.size > fileLimit) aside += await setAside(join(dir, name));
  }
  return aside;
}

/** One file at a time, because together they may be larger than what the agent may use. */
async function readSegments(dir: string, replay: Replay): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const name of (await readdir(dir)).filter(isSegmentName).sort()) {
    const segment = Number.parseInt(name, 10);
    const bytes = await readFile(join(dir, name));
    const { records, state, end, cutBytes } = scan(bytes);
    for (const record of records) replay.take(segment, record);
    const [first] = records;
    const begin = first && { type: first.type, boot: first.boot };
    found.push({ segment, size: bytes.length, state, end, cutBytes, begin });
  }
  return found;
}

function isSegmentName(name: string): boolean {
  return /^\d{8}\.log$/.test(name);
}

/** A newest file whose first record was never finished: the agent died while beginning it, and had written nothing else. */
async function withoutUnbegun(dir: string, found: readonly Found[]): Promise<readonly Found[]> {
  const last = found.at(-1);
  if (!last || last.begin || last.state === "damaged") return found;
  await rm(join(dir, segmentFile(last.segment)), { force: true });
  return found.slice(0, -1);
}

async function judge(dir: string, found: readonly Found[], replay: Replay): Promise<Recovered> {
  const last = found.at(-1);
  const sound = last && last.state !== "damaged" && last.segment >= (await newestNoted(dir));
  const { begin } = last ?? {};
  const goesOn =
    sound && begin?.type === "segment" && replay.isOfThisBoot(begin.boot)
      ? { boot: begin.boot, nextSeq: replay.nextSeqOf(begin.boot) }
      : undefined;
  const torn = goesOn && last?.state === "torn" ? last : undefined;
  if (torn) await truncate(join(dir, segmentFile(torn.segment)), torn.end);
  return {
    ...empty,
    entries: replay.waiting(),
    ledger: replay.ledger(),
    goesOn,
    sizes: new Map(found.map(({ segment, end, size }) => [segment, segment === torn?.segment ? end : size])),
    cutBytes: found.reduce((sum, { cutBytes }) => sum + cutBytes, 0),
  };
}

/** Number of the newest file as noted when it was begun; infinite when that cannot be read. */
async function newestNoted(dir: string): Promise<number> {
  try {
    const text = await readFile(join(dir, headFile), "utf8");
    return /^\d{1,8}\n$/.test(text) ? Number.parseInt(text, 10) : Number.POSITIVE_INFINITY;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return Number.POSITIVE_INFINITY;
    throw error;
  }
}
