/**
 * When the set of open cases is published, and its epoch. What support is told of goes with the set at once; of what is
 * withheld, and of a terminal that cannot choose between causes, the set tells as well, but a contact that rattles must not cost
 * a message each time.
 */
import type { Clock } from "../base/clock.ts";
import type { Case } from "../model/case.ts";
import type { FaultSet, Unsure } from "../model/record.ts";

/** Between two thoughts, and so between two sets of cases. */
const leastGapMs = 200;
/** Between sets that only tell of what is withheld; and after one that tells of doubt, or of its end, to one that tells of another doubt. */
const patienceMs = 60_000;

export interface SetNews {
  /** The epoch, which rises with every change within the boot, and what the set of this epoch says beside the cases. */
  said(): Pick<FaultSet, "epoch" | "unsure">;
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
  /** Now. */
  unsure(): Unsure | undefined;
  publish(): void;
}

/**
 * The set changes without a record where support is not told. An agent that is started again within the boot goes on
 * above: it thinks, and so changes the set, at most five times a second.
 */
function nextEpoch(last: number, clock: Clock): number {
  return Math.max(last + 1, Math.floor(clock.monoMs() / leastGapMs));
}

/** What of it is worth a message: its beginning, its end and its likeliest candidate, and not another probability of the same. */
function gistOf(unsure: Unsure | undefined): string {
  return unsure ? `${unsure.sinceMs} ${unsure.candidates[0]?.fault}` : "";
}

export function createSetNews({ clock, cases, unsure, publish }: SetNewsOptions): SetNews {
  let epoch = nextEpoch(-1, clock);
  let published = "";
  let publishedMs = clock.monoMs();
  let waits = false;
  let doubt: Unsure | undefined;
  let told = { gist: "", atMs: Number.NEGATIVE_INFINITY };
  const faults = () =>
    cases()
      .map(({ verdict }) => `${verdict.fault} ${verdict.severity}`)
      .toSorted()
      .join();

  function send(): void {
    published = faults();
    publishedMs = clock.monoMs();
    waits = false;
    if (gistOf(doubt) !== told.gist) told = { gist: gistOf(doubt), atMs: publishedMs };
    publish();
  }

  function change(): void {
    epoch = nextEpoch(epoch, clock);
    doubt = unsure();
  }

  return {
    said: () => ({ epoch, unsure: doubt }),
    changed: () => {
      change();
      waits = true;
    },
    publish: send,
    refresh: () => {
      const gist = gistOf(unsure());
      if (gist !== told.gist && (gist === "" || clock.monoMs() - told.atMs >= patienceMs)) {
        change();
        return send();
      }
      if (!waits || clock.monoMs() - publishedMs < patienceMs) return;
      if (faults() === published) waits = false;
      else send();
    },
  };
}
