/** Small counts by name and day, for budgets that a restart must not renew. */
import { bounds, type Spent } from "./remembered.ts";

export interface Ledger {
  /** How much of this was spent on that day. */
  spent(name: string, day: string): number;
  /** Days on which any of this was spent, as far as they are remembered. */
  days(name: string): readonly string[];
  /** One more. Resolves to whether it is on disk. */
  spend(name: string, day: string): Promise<boolean>;
}

export class SpentList {
  #list: readonly Spent[];

  constructor(list: readonly Spent[]) {
    this.#list = list;
  }

  get list(): readonly Spent[] {
    return this.#list;
  }

  spent(name: string, day: string): number {
    return this.#find(name, day)?.count ?? 0;
  }

  days(name: string): readonly string[] {
    return this.#list.filter((entry) => entry.name === name).map(({ day }) => day);
  }

  /** The entry untouched for longest is forgotten when the list is full. */
  spend(name: string, day: string): void {
    const before = this.#find(name, day);
    const others = this.#list.filter((entry) => entry !== before);
    this.#list = [...others, { name, day, count: (before?.count ?? 0) + 1 }].slice(-bounds.spent);
  }

  #find(name: string, day: string): Spent | undefined {
    return this.#list.find((entry) => entry.name === name && entry.day === day);
  }
}
