/** What the records of a log say when read from the first to the last. */
import { type DroppedRange, rangesFrom } from "./ledger.ts";
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

type Waiting = Map<string, Map<number, Entry>>;

/** Records of an earlier boot of the terminal count as written now, because its monotonic clock is gone. */
export function createReplay(systemBoot: string, nowS: number): Replay {
  const waiting: Waiting = new Map();
  const nextSeq = new Map<string, number>();
  const present = new Set<string>();
  let ledger: readonly DroppedRange[] = [];

  function number({ type, boot, seq }: Scanned): void {
    const least = type === "segment" ? seq : seq + 1;
    if (type !== "ledger") nextSeq.set(boot, Math.max(least, nextSeq.get(boot) ?? 1));
  }

  function note({ boot, payload }: Scanned): void {
    const { system, dropped } = parsedPayload(payload);
    ledger = rangesFrom(dropped);
    if (system === systemBoot) present.add(boot);
  }

  return {
    take: (segment, record) => {
      number(record);
      if (record.type === "segment" || record.type === "ledger") note(record);
      else apply(waiting, segment, record);
    },
    waiting: () => {
      const entries = [...waiting.values()].flatMap((ofBoot) => [...ofBoot.values()].sort((a, b) => a.seq - b.seq));
      for (const entry of entries) if (!present.has(entry.boot)) entry.monoS = nowS;
      waiting.clear();
      return entries;
    },
    ledger: () => ledger,
    isOfThisBoot: (boot) => present.has(boot),
    nextSeqOf: (boot) => nextSeq.get(boot) ?? 1,
  };
}

function apply(waiting: Waiting, segment: number, record: Scanned): void {
  const { type, boot, seq } = record;
  const ofBoot = waiting.get(boot) ?? new Map<number, Entry>();
  waiting.set(boot, ofBoot);
  if (type === "data") ofBoot.set(seq, entryOf(segment, record));
  else if (type === "ack") ofBoot.delete(seq);
  else for (const held of ofBoot.keys()) if (held <= seq) ofBoot.delete(held);
}

function entryOf(segment: number, record: Scanned): Entry {
  const { boot, seq, class: recordClass, monoS, offset, payload } = record;
  return { boot, seq, class: recordClass, monoS, bytes: headBytes + payload.length, segment, offset, settled: false };
}

/** `{"system":"…","dropped":[…]}`; a ledger record has no system. */
function parsedPayload(payload: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(payload.toString("utf8"));
    return typeof value === "object" ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
