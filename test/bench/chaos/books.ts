/** What the outbox took, what came to the consumer, and what may be said of it: the judge of a run. */
import { createHash } from "node:crypto";
import { type RecordClass, recordClasses } from "../../../src/model/record.ts";
import type { Outbox, RecordId, WaitingRecord } from "../../../src/outbox/outbox.ts";
import { encodeBirth } from "../../../src/report/encode.ts";
import type { Ack } from "../../../src/report/state.ts";
import { createConfirmations } from "../../../src/support/confirmations.ts";
import { open } from "../../../src/support/inbox.ts";
import { type Leaf, leafOf, topicOf } from "../../../src/uplink/topics.ts";
import { stamp, terminal } from "../../report/samples.ts";

export const wrongs = [
  "lost",
  "confirmed_unsent",
  "other_content",
  "fault_before_metric",
  "not_complete",
  "needs_a_hand",
  "crashed",
] as const;
export type Wrong = (typeof wrongs)[number];

export interface Books {
  readonly wrong: { readonly kind: Wrong; readonly text: string }[];
  readonly taken: number;
  readonly arrived: number;
  readonly duplicates: number;
  readonly told: number;
  readonly boots: number;
  blame(kind: Wrong, text: string): void;
  took(id: RecordId, recordClass: RecordClass, payload: Uint8Array): void;
  /** A session begins. */
  birth(outbox: Outbox): Ack | undefined;
  /** The consumer stores it. What it may confirm. */
  arrive(record: WaitingRecord, outbox: Outbox): Ack | undefined;
  /** Whether a fault was dropped while something of less worth waited. */
  watchDrops(outbox: Outbox): void;
  /** Earlier boots of which the consumer cannot prove that all is there, though it is. */
  readonly unproved: number;
  /** In the end something waits for a receipt that does not come: everything of it has come, or it is lost. */
  waits(outbox: Outbox): void;
  /** In the end, when nothing waits. */
  close(present: string): void;
}

interface Taken extends RecordId {
  readonly class: RecordClass;
  readonly digest: string;
}

const hearing = (leaf: Leaf, payload: Uint8Array) => open({ topic: topicOf(terminal, leaf), payload, retained: false });
interface Range {
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly count: number;
}

function isExplained(records: readonly Taken[], ranges: readonly Range[]): boolean {
  const count = ranges.reduce((sum, range) => sum + range.count, 0);
  const isInside = (seq: number) => ranges.some(({ firstSeq, lastSeq }) => seq >= firstSeq && seq <= lastSeq);
  return count >= records.length && records.every(({ seq }) => isInside(seq));
}

const nameOf = ({ boot, seq }: RecordId) => `${boot} ${seq}`;
const digestOf = (bytes: Uint8Array) => createHash("sha1").update(bytes).digest("hex");

export function createBooks(): Books {
  const taken = new Map<string, Taken>();
  const arrived = new Map<string, string>();
  const told = new Map<string, readonly Range[]>();
  const confirmed = new Map<string, number>();
  const highest = new Map<string, number>();
  const droppedFaults = new WeakMap<Outbox, number>();
  const confirmations = createConfirmations();
  const wrong: Books["wrong"] = [];
  let isWaiting = false;
  let [duplicates, unproved] = [0, 0];
  const blame = (kind: Wrong, text: string) => void wrong.push({ kind, text });

  function rise(map: Map<string, number>, { boot, seq }: RecordId): void {
    map.set(boot, Math.max(seq, map.get(boot) ?? 0));
  }

  /** Nothing that waits unsent may be freed by it. */
  function confirm(ack: Ack | undefined, outbox: Outbox): Ack | undefined {
    if (!ack) return undefined;
    rise(confirmed, ack);
    for (const [name, each] of taken) {
      const isFreed = each.boot === ack.boot && each.seq <= ack.seq && !arrived.has(name);
      if (isFreed && outbox.get(each)) blame("confirmed_unsent", `${name} by ${ack.seq}`);
    }
    return ack;
  }

  /** A list that is told again holds the earlier one. */
  function noteTold(range: { readonly boot: string; readonly class: string } & Range): void {
    const key = `${range.boot} ${range.class}`;
    const isWithin = (inner: Range, outer: Range) =>
      inner.firstSeq >= outer.firstSeq && inner.lastSeq <= outer.lastSeq && inner.count <= outer.count;
    const known = told.get(key) ?? [];
    if (known.some((each) => isWithin(range, each))) return;
    told.set(key, [...known.filter((each) => !isWithin(each, range)), range]);
  }

  /** Missing records of a boot and class must be no more than were told, and within what was told. */
  function findLost(): void {
    const missing = new Map<string, Taken[]>();
    for (const [name, each] of taken) {
      const key = `${each.boot} ${each.class}`;
      if (!arrived.has(name)) missing.set(key, [...(missing.get(key) ?? []), each]);
    }
    for (const [key, records] of missing) {
      const ranges = told.get(key) ?? [];
      if (isExplained(records, ranges)) continue;
      blame("lost", `${key}: ${records.map(({ seq }) => seq).join()}; told ${JSON.stringify(ranges)}`);
    }
  }

  function judgeBoots(present: string): void {
    for (const [boot, seq] of highest) {
      const upTo = confirmed.get(boot) ?? 0;
      if (upTo >= seq) continue;
      if (boot === present && !isWaiting) blame("not_complete", `${boot}: proved up to ${upTo} of ${seq}`);
      else unproved += 1;
    }
  }

  function noteArrival(record: WaitingRecord): void {
    const name = nameOf(record);
    const digest = digestOf(record.payload);
    const known = arrived.get(name) ?? taken.get(name)?.digest;
    if (known !== undefined && known !== digest) blame("other_content", name);
    if (arrived.has(name)) duplicates += 1;
    arrived.set(name, digest);
    rise(highest, record);
  }

  return {
    wrong,
    blame,
    get taken() {
      return taken.size;
    },
    get arrived() {
      return arrived.size;
    },
    get duplicates() {
      return duplicates;
    },
    get told() {
      return [...told.values()].flat().reduce((sum, { count }) => sum + count, 0);
    },
    get boots() {
      return highest.size;
    },
    took: (id, recordClass, payload) => {
      const name = nameOf(id);
      const digest = digestOf(payload);
      const known = taken.get(name)?.digest ?? arrived.get(name);
      if (taken.has(name) || (known !== undefined && known !== digest)) blame("other_content", name);
      taken.set(name, { boot: id.boot, seq: id.seq, class: recordClass, digest });
      rise(highest, id);
    },
    birth: (outbox) => {
      const birth = encodeBirth({ ...outbox.position(), terminal }, stamp);
      return confirm(confirmations.hear(hearing("state/birth", birth)), outbox);
    },
    arrive: (record, outbox) => {
      noteArrival(record);
      const heard = hearing(leafOf[record.class], record.payload);
      if (heard.said.kind !== "report") throw new Error("a record that cannot be read");
      const { body } = heard.said.report;
      for (const range of body.kind === "dropped" ? body.dropped : []) noteTold(range);
      return confirm(confirmations.hear(heard), outbox);
    },
    watchDrops: (outbox) => {
      const { dropped, pending } = outbox.stats();
      const isMore = dropped.fault > (droppedFaults.get(outbox) ?? 0);
      droppedFaults.set(outbox, dropped.fault);
      const lower = recordClasses.filter((name) => name !== "fault" && pending[name] > 0);
      if (isMore && lower.length > 0) blame("fault_before_metric", `while ${lower.join()} waits`);
    },
    get unproved() {
      return unproved;
    },
    waits: (outbox) => {
      isWaiting = true;
      const record = outbox.next((id) => arrived.has(nameOf(id)));
      if (record) blame("lost", `${nameOf(record)} waits and was never sent`);
    },
    close: (present) => {
      findLost();
      for (const boot of highest.keys()) rise(confirmed, { boot, seq: confirmations.provedUpTo(terminal, boot) });
      judgeBoots(present);
    },
  };
}
