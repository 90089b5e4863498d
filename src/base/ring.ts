/** A bounded list that forgets its oldest entries and counts what it forgot. */
export interface Ring<T> {
  push(item: T): void;
  /** Oldest first. */
  items(): readonly T[];
  last(): T | undefined;
  readonly forgotten: number;
}

export function createRing<T>(capacity: number): Ring<T> {
  const items: T[] = [];
  let forgotten = 0;
  return {
    push: (item) => {
      items.push(item);
      if (items.length > capacity) {
        items.shift();
        forgotten += 1;
      }
    },
    items: () => items,
    last: () => items.at(-1),
    get forgotten() {
      return forgotten;
    },
  };
}
