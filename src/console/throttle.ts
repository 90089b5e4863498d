/** How often something may be done by each of many: by name, address or session. Bounded: who was not here for longest is forgotten first. */
import { type Bucket, createBucket } from "../base/bucket.ts";

export interface Throttle {
  /** Whether this one may do it once more now; if so, it counts as done. */
  take(key: string, nowMs: number): boolean;
}

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

const mostKeys = 10_000;

export function createThrottle({ burst, perSecond }: Rate): Throttle {
  const buckets = new Map<string, Bucket>();
  return {
    take: (key, nowMs) => {
      const bucket = buckets.get(key) ?? createBucket(burst, perSecond);
      buckets.delete(key);
      buckets.set(key, bucket);
      const [oldest] = buckets.keys();
      if (buckets.size > mostKeys && oldest !== undefined) buckets.delete(oldest);
      return bucket.take(nowMs);
    },
  };
}
