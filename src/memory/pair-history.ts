/**
 * Which card was in which module, and whether data went through. Carriers bind a card to a module; one that was moved
 * works for a day or so and is then stopped. So a new pair is called changed until it has worked on several days.
 */
import { daysBetween } from "./calendar.ts";
import { bounds, type Pair } from "./remembered.ts";

export interface Change {
  /** Undefined: not known, of one side or the other. */
  readonly module: boolean | undefined;
  readonly card: boolean;
}

function isSame(pair: Pair, module: string | null, card: string): boolean {
  return pair.card === card && (pair.module === module || pair.module === null || module === null);
}

export class PairHistory {
  readonly #settleDays: number;
  #pairs: readonly Pair[];
  /** Whether the module has said in this run which card it has. */
  #met = false;

  constructor(pairs: readonly Pair[], settleDays: number) {
    this.#pairs = pairs;
    this.#settleDays = settleDays;
  }

  get pairs(): readonly Pair[] {
    return this.#pairs;
  }

  /** The pair in use; undefined until the module has told of it in this run. */
  get current(): Pair | undefined {
    return this.#met ? this.#pairs.at(-1) : undefined;
  }

  /** Prints; null for an IMEI that was not told. True when this is another pair than the one before. */
  meet(module: string | null, card: string): boolean {
    const before = this.#pairs.at(-1);
    this.#met = true;
    if (before && isSame(before, module, card)) {
      this.#replaceCurrent({ ...before, module: before.module ?? module });
      return before.module !== (before.module ?? module);
    }
    const known = this.#pairs.findLast((pair) => isSame(pair, module, card));
    // Nothing to compare the first one with: it is what the terminal was delivered with.
    const settled = this.#pairs.length === 0;
    const fresh: Pair = { module, card, firstDay: null, lastDay: null, goodDays: 0, settled };
    this.#pairs = this.#bounded([...this.#pairs.filter((pair) => pair !== known), known ?? fresh]);
    return true;
  }

  /** Data went through on this day. True when that was not known. */
  worked(day: string): boolean {
    const pair = this.current;
    if (!pair || pair.lastDay === day) return false;
    // A day before the last one: the clock was wrong then, or is now, and a day is counted only once.
    const later = pair.lastDay === null || day > pair.lastDay;
    const goodDays = pair.goodDays + (later ? 1 : 0);
    const firstDay = pair.firstDay === null || pair.firstDay > day ? day : pair.firstDay;
    const settled = pair.settled || goodDays >= this.#settleDays;
    this.#replaceCurrent({ ...pair, firstDay, lastDay: day, goodDays, settled });
    return true;
  }

  /** What differs from the pair that was last known to be in order; undefined while no pair is known. */
  changed(): Change | undefined {
    const pair = this.current;
    if (!pair) return undefined;
    const base = pair.settled ? pair : this.#base();
    const comparable = pair.module !== null && base !== undefined && base.module !== null;
    return {
      module: comparable ? pair.module !== base.module : undefined,
      card: base !== undefined && pair.card !== base.card,
    };
  }

  /** Days since data first went through this pair; 0 when it never did. */
  knownDays(today: string): number | undefined {
    const pair = this.current;
    return pair && (pair.firstDay === null ? 0 : daysBetween(pair.firstDay, today));
  }

  #base(): Pair | undefined {
    return this.#pairs.findLast((pair) => pair.settled);
  }

  #replaceCurrent(pair: Pair): void {
    this.#pairs = [...this.#pairs.slice(0, -1), pair];
  }

  /** Forgets the pair not met for longest, but never the one that changes are measured against. */
  #bounded(pairs: readonly Pair[]): readonly Pair[] {
    if (pairs.length <= bounds.pairs) return pairs;
    const base = pairs.findLast((pair) => pair.settled);
    const oldest = pairs.findIndex((pair) => pair !== base);
    return pairs.filter((_, at) => at !== oldest);
  }
}
