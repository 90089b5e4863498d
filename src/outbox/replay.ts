/** What the records of a log say when read from the first to the last. */
import { toldOf } from "../model/dropped.ts";
import { type DroppedRange, rangesFrom } from "./drops.ts";
import type { Entry } from "./pending.ts";
import { headBytes } from "./record.ts";
import type { Scanned } from "./scan.ts";

export interface Replay {
  take(segment: number, record: Scanned): void;
  /** Oldest first; hands them over, so it is asked once, at the end. */
  waiting(): readonly Entry[];
  ledger(): readonly DroppedRange[];
  /** Whether this boot of ours began in the terminal's present boot. */
  isOfThisBoot(boot: string): boolean;
  nextSeqOf(boot: string): number;
}

type Waiting = Map<string, { readonly boot: string; readonly entries: Map<number, Entry> }>;

/** Records of an earlier boot of the terminal count as written now, because its monotonic clock is gone. */
export function createReplay(systemBoot: string, nowS: number): Replay {
  const waiting: Waiting = new Map();
  const nextSeq = new Map<string, number>();
  const present = new Set<string>();
  const expected = new Map<string, number>();
  const destroyed: DroppedRange[] = [];
  let ledger: readonly DroppedRange[] = [];

  function number({ type, boot, seq }: Scanned): void {
    const least = type === "segment" ? seq : seq + 1;
    if (type !== "ledger") nextSeq.set(boot, Math.max(least, nextSeq.get(boot) ?? 1));
  }

  /**
   * New records are written in the order of their numbers: one that is passed over was in bytes that are no record any more. Looked for
   * from the first file of a boot on; what lies above is of files that are gone, and what comes below was moved.
   */
  function miss({ type, boot, seq }: Scanned): void {
    const next = expected.get(boot);
    const isNew = type === "segment" || (type === "data" && next !== undefined && seq >= next);
    if (!isNew) return;
    const count = next === undefined ? 0 : seq - next;
    // Of which class nobody knows: the worst is told.
    if (count > 0 && next !== undefined)
      destroyed.push({ boot, class: "fault", count, firstSeq: next, lastSeq: seq - 1 });
    expected.set(boot, Math.max(next ?? 1, type === "segment" ? seq : seq + 1));
  }

  function note({ type, boot, seq, payload }: Scanned): void {
    const { system, dropped, gone } = parsedPayload(payload);
    // A file that could neither be finished nor deleted, while the one before it went on, knows less than that.
    const isStale = type === "segment" && seq < (nextSeq.get(boot) ?? 1);
    if (!isStale) ledger = rangesFrom(dropped);
    free(waiting, gone);
    if (system === systemBoot) present.add(boot);
  }

  return {
    take: (segment, record) => {
      number(record);
      miss(record);
      if (record.type === "segment" || record.type === "ledger") note(record);
      else apply(waiting, segment, record);
    },
    waiting: () => {
      const entries = [...waiting.values()].flatMap((ofBoot) =>
        [...ofBoot.entries.values()].sort((a, b) => a.seq - b.seq),
      );
      for (const entry of entries) if (!present.has(entry.boot)) entry.monoS = nowS;
      waiting.clear();
      return entries;
    },
    ledger: () => [...ledger, ...destroyed.filter((range) => !ledger.some((known) => isCounted(range, known)))],
    isOfThisBoot: (boot) => present.has(boot),
    nextSeqOf: (boot) => nextSeq.get(boot) ?? 1,
  };
}

/** Told before without its numbers: once more would be counted twice. */
function isCounted({ boot, class: name, firstSeq, lastSeq }: DroppedRange, known: DroppedRange): boolean {
  const { rest } = toldOf(known);
  const isSame = boot === known.boot && name === known.class;
  return isSame && rest !== undefined && firstSeq >= rest.firstSeq && lastSeq <= rest.lastSeq;
}

/** `{"<boot>":[seq, …]}`: dropped. */
function free(waiting: Waiting, gone: unknown): void {
  if (typeof gone !== "object" || gone === null) return;
  for (const [boot, seqs] of Object.entries(gone)) {
    if (Array.isArray(seqs)) for (const seq of seqs) waiting.get(boot)?.entries.delete(Number(seq));
  }
}

function apply(waiting: Waiting, segment: number, record: Scanned): void {
  const { type, boot, seq } = record;
  const ofBoot = waiting.get(boot) ?? { boot, entries: new Map<number, Entry>() };
  waiting.set(boot, ofBoot);
  const { entries } = ofBoot;
  // One text for all of a boot: fifty thousand would take a megabyte and a half.
  if (type === "data") entries.set(seq, { ...entryOf(segment, record), boot: ofBoot.boot });
  else if (type === "ack") entries.delete(seq);
  else for (const held of entries.keys()) if (held <= seq) entries.delete(held);
}

function entryOf(segment: number, record: Scanned): Entry {
  const { boot, seq, class: recordClass, monoS, offset, payload } = record;
  return { boot, seq, class: recordClass, monoS, bytes: headBytes + payload.length, segment, offset, settled: false };
}

/** `{"system":"…","dropped":[…]}`; a ledger record has no system, and `gone`. */
function parsedPayload(payload: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(payload.toString("utf8"));
    return typeof value === "object" ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
