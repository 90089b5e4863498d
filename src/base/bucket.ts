/** How often something may be done: so many times at once, and then so many a second. */
export interface Bucket {
  /** Whether it may be done once more now; if so, it counts as done. */
  take(nowMs: number): boolean;
}

export function createBucket(burst: number, perSecond: number): Bucket {
  let left = burst;
  let lastMs: number | undefined;
  return {
    take: (nowMs) => {
      left = Math.min(burst, left + ((nowMs - (lastMs ?? nowMs)) * perSecond) / 1_000);
      lastMs = nowMs;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
