/** Keeps the outbox within its bounds: what is least wanted goes first, and is noted. */
import { type RecordClass, recordClasses } from "../model/record.ts";
import type { Entry } from "./pending.ts";
import type { Store } from "./store.ts";

export interface Limits {
  /** Of the files on disk. */
  readonly bytes: number;
  /** Of waiting records. */
  readonly count: number;
  readonly ageMs: number;
}

/** The files may be this full of waiting records; the rest is room for freed ones that cannot be deleted yet. */
const fullness = 0.75;

/** Drops what is too old, and then the oldest of the lowest class until the rest fits, but no more than `most`. Returns what was dropped. */
export function dropExcess(
  store: Store,
  limits: Limits,
  { nowS, most }: { readonly nowS: number; readonly most: number },
): readonly Entry[] {
  const dropped: Entry[] = [];
  const drop = (entry: Entry | undefined) => {
    if (!entry || dropped.length >= most) return false;
    store.drop(entry);
    dropped.push(entry);
    return true;
  };
  for (const name of recordClasses) while (drop(overdue(store, name, nowS - limits.ageMs / 1000)));
  const { pending } = store;
  while (pending.count > limits.count) if (!drop(pending.leastWanted("fault"))) break;
  while (pending.bytes > limits.bytes * fullness) if (!drop(pending.leastWanted("fault"))) break;
  return dropped;
}

function overdue(store: Store, name: RecordClass, beforeS: number): Entry | undefined {
  const entry = store.pending.oldest(name);
  return entry && entry.monoS < beforeS ? entry : undefined;
}

/** Drops one file's worth of records that are not wanted more than the class that needs the room. */
export function dropForRoom(
  store: Store,
  wanted: RecordClass,
  { bytes, most }: { readonly bytes: number; readonly most: number },
): readonly Entry[] {
  const dropped: Entry[] = [];
  for (let freed = 0; freed < bytes && dropped.length < most; ) {
    const entry = store.pending.leastWanted(wanted);
    if (!entry) break;
    store.drop(entry);
    dropped.push(entry);
    freed += entry.bytes;
  }
  return dropped;
}

/** Deletes files that nothing waits in; while there are more bytes than these moves records together, each file once. */
export async function compact(store: Store, mostBytes: number): Promise<void> {
  await store.sweep();
  const { segments } = store;
  for (let turn = segments.current - segments.oldest; turn > 0 && segments.diskBytes > mostBytes; turn--) {
    await store.relocateOldest();
  }
}
