/** So many at once, and so many who wait: checking a password takes 32 MB. */
export interface Gate {
  /** Undefined: too many wait. */
  pass<T>(work: () => Promise<T>): Promise<T | undefined>;
}

export function createGate(atOnce: number, waiting: number): Gate {
  let running = 0;
  const queue: (() => void)[] = [];
  const enter = (): Promise<void> | undefined => {
    if (running < atOnce) {
      running += 1;
      return Promise.resolve();
    }
    if (queue.length >= waiting) return undefined;
    return new Promise((resolve) => queue.push(resolve));
  };
  const leave = () => {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    pass: async (work) => {
      const turn = enter();
      if (!turn) return undefined;
      await turn;
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
