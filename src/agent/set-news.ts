/**
 * When the set of open cases is published, and its epoch. What support is told of goes with the set at once; of what is
 * withheld the set tells as well, but a contact that rattles must not cost a message each time.
 */
import type { Clock } from "../base/clock.ts";
import type { Case } from "../model/case.ts";

/** Between two thoughts, and so between two sets of cases. */
const leastGapMs = 200;
/** Between sets that only tell of what is withheld. */
const patienceMs = 60_000;

export interface SetNews {
  /** Rises with every change within the boot. */
  readonly epoch: number;
  /** The set has changed. */
  changed(): void;
  /** Publishes it: the record of the change is on disk. */
  publish(): void;
  /** To be called now and then: publishes what waits, unless all is as it was published before. */
  refresh(): void;
}

export interface SetNewsOptions {
  readonly clock: Clock;
  cases(): readonly Case[];
  publish(): void;
}

/**
 * The set changes without a record where support is not told. An agent that is started again within the boot goes on
 * above: it thinks, and so changes the set, at most five times a second.
 */
function nextEpoch(last: number, clock: Clock): number {
  return Math.max(last + 1, Math.floor(clock.monoMs() / leastGapMs));
}

export function createSetNews({ clock, cases, publish }: SetNewsOptions): SetNews {
  let epoch = nextEpoch(-1, clock);
  let published = "";
  let publishedMs = clock.monoMs();
  let waits = false;
  const faults = () =>
    cases()
      .map(({ verdict }) => `${verdict.fault} ${verdict.severity}`)
      .toSorted()
      .join();

  function send(): void {
    published = faults();
    publishedMs = clock.monoMs();
    waits = false;
    publish();
  }

  return {
    get epoch() {
      return epoch;
    },
    changed: () => {
      epoch = nextEpoch(epoch, clock);
      waits = true;
    },
    publish: send,
    refresh: () => {
      if (!waits || clock.monoMs() - publishedMs < patienceMs) return;
      if (faults() === published) waits = false;
      else send();
    },
  };
}
