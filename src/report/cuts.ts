/** Bounds on the lists of a message: keeps the first entries and counts the rest, so that the reader is told. */
export interface Cuts {
  take<T>(list: readonly T[], most: number): readonly T[];
  readonly leftOut: number;
}

export function createCuts(): Cuts {
  let leftOut = 0;
  return {
    take: (list, most) => {
      leftOut += Math.max(0, list.length - most);
      return list.slice(0, most);
    },
    get leftOut() {
      return leftOut;
    },
  };
}
