/** How often a peer may speak: so many at once, and then so many a second. */
export interface Bucket {
  /** Whether one more may pass now. */
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
