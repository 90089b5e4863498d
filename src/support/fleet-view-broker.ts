/** Reads what a broker keeps of terminals, and leaves: it listens until nothing more comes. */
import type { Clock } from "../base/clock.ts";
import type { Random } from "../base/random.ts";
import type { LinkFailure } from "../uplink/failure.ts";
import type { BrokerAccess } from "../uplink/options.ts";
import { createFleetBook, type FleetBook, isWhole } from "./fleet-view-book.ts";
import type { Heard } from "./inbox.ts";
import { watch } from "./watch.ts";

export interface CollectOptions {
  /** Of one tenant, of one terminal; of all when nothing is said. */
  readonly tenant?: string | undefined;
  readonly serial?: string | undefined;
  readonly broker: BrokerAccess;
  readonly clock: Clock;
  readonly random: Random;
  /** The longest wait for the broker, and then for what it keeps. */
  readonly connectMs: number;
  readonly limitMs: number;
  onState(state: "connected" | LinkFailure): void;
}

interface Collected {
  readonly book: FleetBook;
  /** `late`: the broker was still telling when the time was over. */
  readonly end: "whole" | "late" | "unreached";
}

/** A broker that keeps something sends it one after the other; a pause of so long is the end. */
const quietMs = 400;
const lookMs = 25;

class Collection {
  readonly #options: CollectOptions;
  readonly #book = createFleetBook();
  /** When it was connected, and when something kept came last. */
  #sinceMs: number | undefined;
  #newsMs = 0;

  constructor(options: CollectOptions) {
    this.#options = options;
  }

  async run(stop: AbortSignal): Promise<Collected> {
    const { clock, broker, random, tenant, serial, onState } = this.#options;
    const over = new AbortController();
    const listening = watch(
      {
        ...{ broker, clock, random, tenant, serial, ack: false },
        onHeard: (heard) => this.#hear(heard),
        onOpen: () => {
          this.#sinceMs = clock.monoMs();
        },
        onState,
      },
      AbortSignal.any([stop, over.signal]),
    );
    const startMs = clock.monoMs();
    let end: Collected["end"] | undefined;
    while (end === undefined) {
      await clock.sleep(lookMs, stop);
      end = stop.aborted ? "unreached" : this.#judge(startMs, clock.monoMs());
    }
    over.abort();
    await listening;
    return { book: this.#book, end };
  }

  #hear(heard: Heard): void {
    if (heard.retained) this.#newsMs = this.#options.clock.monoMs();
    this.#book.hear(heard);
  }

  #judge(startMs: number, nowMs: number): Collected["end"] | undefined {
    const { connectMs, limitMs, tenant, serial } = this.#options;
    if (this.#sinceMs === undefined) return nowMs - startMs > connectMs ? "unreached" : undefined;
    const [only] = tenant !== undefined && serial !== undefined ? this.#book.terminals : [];
    if (only && isWhole(only)) return "whole";
    if (nowMs - Math.max(this.#newsMs, this.#sinceMs) > quietMs) return "whole";
    return nowMs - this.#sinceMs > limitMs ? "late" : undefined;
  }
}

/** Ends when all is there, when it becomes quiet, when time is over, or when `stop` aborts. */
export function collectStates(options: CollectOptions, stop: AbortSignal): Promise<Collected> {
  return new Collection(options).run(stop);
}
