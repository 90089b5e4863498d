/** What had to be dropped and is not known to have been heard. */
import type { RecordClass } from "../model/record.ts";
import {
  countOf,
  type DroppedRange,
  type Drops,
  dropsOf,
  type Numbered,
  rangesOf,
  together,
  withOne,
} from "./drops.ts";

export interface Ledger {
  note(dropped: Numbered & { readonly class: RecordClass }): void;
  /**
   * Everything that is to be told, if anything of it is new. What was told before is in it once more until a record that told it has been
   * freed: a later list holds the earlier ones. While such a record waits and was not read to be sent, there is another list only when
   * there is as much again to tell: lists would else crowd out what they tell of.
   */
  take(): readonly DroppedRange[];
  /** It is on its way to be sent. */
  read(record: Numbered): void;
  /** This record is durable and tells what was taken last. */
  toldBy(record: Numbered): void;
  /** A record will not come again. True when it told of drops and arrived: what is kept has changed. */
  settled(record: Numbered, fate: "arrived" | "dropped"): boolean;
  /** Not in any record that waits. */
  readonly untold: readonly DroppedRange[];
  /** Told or not: what must survive a restart. */
  readonly kept: readonly DroppedRange[];
}

const none: Drops = new Map();

export function createLedger(restored: readonly DroppedRange[] = []): Ledger {
  /** Noted since the last list was taken; in that list; and told by the newest record that tells, which waits. */
  let fresh = dropsOf(restored);
  let taken = none;
  let told = none;
  let teller: Numbered | undefined;
  let isRead = false;
  const isTeller = ({ boot, seq }: Numbered) => teller?.boot === boot && teller.seq === seq;
  return {
    note: (dropped) => {
      fresh = withOne(fresh, dropped);
    },
    read: (record) => {
      isRead ||= isTeller(record);
    },
    take: () => {
      if (teller && !isRead && countOf(taken) + countOf(fresh) < countOf(told)) return [];
      taken = together(taken, fresh);
      fresh = none;
      return taken.size === 0 ? [] : rangesOf(together(told, taken));
    },
    toldBy: ({ boot, seq }) => {
      told = together(told, taken);
      taken = none;
      teller = { boot, seq };
      isRead = false;
    },
    settled: (record, fate) => {
      if (!isTeller(record)) return false;
      if (fate === "dropped") fresh = together(told, fresh);
      told = none;
      teller = undefined;
      return fate === "arrived";
    },
    get untold() {
      return rangesOf(together(taken, fresh));
    },
    get kept() {
      return rangesOf(together(told, taken, fresh));
    },
  };
}
