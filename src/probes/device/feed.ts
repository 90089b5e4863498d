/** The vendor's feed as Readings; what it told and tells no more is absent. */
import type { Clock } from "../../base/clock.ts";
import { type RestartCause, restartCauses, type Totals } from "../../model/device-fact.ts";
import { absent, type Reading, reading } from "../../model/reading.ts";
import type { SignalId } from "../../model/signal.ts";
import { createFeedFile, type FeedCounts, type FeedFileOptions, type FeedLook } from "./feed-file.ts";
import type { Feed } from "./feed-text.ts";

/** What a feed says of the system as a whole. */
export interface SystemTold extends Pick<Feed, "osVersion" | "paramVersion" | "bootReason"> {
  /** Its `device.reboot_reason`. */
  readonly restartCause: RestartCause | undefined;
}

export interface FeedHearer {
  /** A vendor's counters, whenever they are rewritten. */
  onTotals(totals: Totals): void;
  onSystem(system: SystemTold): void;
}

export interface FeedSource {
  look(): readonly Reading[];
  /** Signals that it tells at present: it knows the parts better than the kernel does. */
  tells(signal: SignalId): boolean;
  counts(): FeedCounts;
}

/** Held against what the memory knows of the start; not a Reading of its own. */
const restart: SignalId = "device.reboot_reason";

export function createFeed(options: FeedFileOptions & { readonly clock: Clock }, hearer: FeedHearer): FeedSource {
  const { clock } = options;
  const file = createFeedFile(options);
  /** Of the last look. */
  let told: ReadonlySet<SignalId> = new Set();

  function hand({ feed, isOfThisBoot }: FeedLook): void {
    const cause = feed.signals.get(restart);
    const restartCause = restartCauses.find((each) => each === cause);
    hearer.onTotals(feed.totals);
    // What was written before the terminal started says why it had started the time before.
    hearer.onSystem(
      isOfThisBoot ? { ...feed, restartCause } : { ...feed, bootReason: undefined, restartCause: undefined },
    );
  }

  return {
    look: () => {
      const nowMs = clock.monoMs();
      const seen = file.look(clock.wallMs(), nowMs);
      if (seen?.isNew) hand(seen);
      const entries = [...(seen?.feed.signals ?? [])].filter(([signal]) => signal !== restart);
      const before = told;
      told = new Set(entries.map(([signal]) => signal));
      const silent = [...before].filter((signal) => !told.has(signal));
      return [
        ...entries.map(([signal, value]) => reading(signal, value, nowMs)),
        ...silent.map((signal) => absent(signal, nowMs)),
      ];
    },
    tells: (signal) => told.has(signal),
    counts: () => file.counts(),
  };
}
