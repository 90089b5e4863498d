/**
 * The file that a vendor's service rewrites (docs/feed.md). Looked at by its inode, size and time every few seconds rather
 * than by inotify(7): a watch stands on an inode, which is another after every rename, and on Android's shared storage
 * (FUSE) and on overlays it may stay silent; one stat(2) costs some microseconds.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { systemCode } from "../../base/errors.ts";
import type { Log } from "../../base/log.ts";
import { type Feed, type FeedRefusal, type HoldsCardData, readFeed } from "./feed-text.ts";

export interface FeedFileOptions {
  readonly path: string;
  /** A file that is not rewritten for so long says nothing any more. */
  readonly staleMs: number;
  readonly holdsCardData: HoldsCardData;
  readonly log: Log;
}

/** What became of the feed since the agent started. */
export interface FeedCounts {
  readonly taken: number;
  readonly refused: number;
  readonly entriesPassedOver: number;
  /** `none`: there is no such file; `stale`: nobody rewrites it; undefined: not looked yet. */
  readonly state: "ok" | "none" | "refused" | "stale" | undefined;
}

export interface FeedLook {
  readonly feed: Feed;
  /** Not what the look before gave. */
  readonly isNew: boolean;
  /** Written since the terminal started. */
  readonly isOfThisBoot: boolean;
}

export interface FeedFile {
  /** Undefined: none, or none that is of any worth. */
  look(wallMs: number, monoMs: number): FeedLook | undefined;
  counts(): FeedCounts;
}

export const mostBytes = 65_536;

type Refusal = FeedRefusal | "too_large" | "unreadable";

function printOf({ ino, size, mtimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs}`;
}

/** The error's code where the system does not give it. */
function orCode<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return code;
  }
}

/** Its size and text are those of one inode, whatever takes its name meanwhile. */
function wholeText(path: string): { readonly text: string } | Refusal {
  // Without O_NONBLOCK a named pipe would hold the open, and with it the agent, for ever.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return "unreadable";
    if (stat.size > mostBytes) return "too_large";
    const bytes = Buffer.alloc(stat.size);
    return { text: bytes.toString("utf8", 0, readSync(file, bytes, 0, stat.size, 0)) };
  } finally {
    closeSync(file);
  }
}

class Watched implements FeedFile {
  readonly #options: FeedFileOptions;
  readonly #counts = { taken: 0, refused: 0, entriesPassedOver: 0 };
  #state: FeedCounts["state"];
  #print = "";
  #feed: Feed | undefined;
  /** Monotonic; of the file as it was first seen, as old as its date says. */
  #writtenMs = 0;

  constructor(options: FeedFileOptions) {
    this.#options = options;
  }

  look(wallMs: number, monoMs: number): FeedLook | undefined {
    const { path, staleMs, log } = this.#options;
    const found = orCode(() => statSync(path));
    if (typeof found === "string") return this.#gone(found);
    const isNew = printOf(found) !== this.#print;
    if (isNew) this.#read(found, wallMs, monoMs);
    if (!this.#feed) return undefined;
    if (monoMs - this.#writtenMs > staleMs) {
      if (this.#state !== "stale") log("warning", "feed.stale", { after_s: Math.round(staleMs / 1_000) });
      this.#state = "stale";
      return undefined;
    }
    // The monotonic clock counts from boot; dates of files are coarser.
    return { feed: this.#feed, isNew: isNew && this.#state === "ok", isOfThisBoot: this.#writtenMs > -1_000 };
  }

  counts(): FeedCounts {
    return { ...this.#counts, state: this.#state };
  }

  #gone(code: string): undefined {
    if (this.#state !== "none") this.#options.log("warning", "feed.none", { code });
    this.#state = "none";
    this.#print = "";
    this.#feed = undefined;
    return undefined;
  }

  #read(found: Stats, wallMs: number, monoMs: number): void {
    // A clock that is set between counts for nothing; a file that lay there before the agent began is as old as it is.
    const ageMs = this.#print === "" ? Math.max(0, wallMs - found.mtimeMs) : 0;
    this.#print = printOf(found);
    // A device would be opened by looking into it.
    const read = found.isFile() ? this.#parsed() : "unreadable";
    if (typeof read === "string") this.#refuse(read);
    else this.#take(read, monoMs - ageMs);
  }

  #parsed(): Feed | Refusal {
    const whole = orCode(() => wholeText(this.#options.path));
    if (typeof whole === "string") return whole === "too_large" ? whole : "unreadable";
    const read = readFeed(whole.text, this.#options.holdsCardData);
    return read.kind === "refused" ? read.why : read;
  }

  #take(feed: Feed, writtenMs: number): void {
    this.#feed = feed;
    this.#writtenMs = writtenMs;
    this.#counts.taken += 1;
    this.#state = "ok";
    this.#tellPassedOver(feed.passedOver);
  }

  #tellPassedOver(entries: readonly string[]): void {
    this.#counts.entriesPassedOver += entries.length;
    if (entries.length > 0)
      this.#options.log("warning", "feed.passed_over", {
        count: entries.length,
        entries: entries.slice(0, 8).join(", "),
      });
  }

  /** What was taken before stays until it is stale: the next file may be right again. */
  #refuse(why: Refusal): void {
    this.#counts.refused += 1;
    this.#state = "refused";
    this.#options.log("error", "feed.refused", { why });
  }
}

export function createFeedFile(options: FeedFileOptions): FeedFile {
  return new Watched(options);
}
