/** Alarms by the time at which they go off, to ten seconds: what is fresh becomes old without anybody telling. */
const stepMs = 10_000;

export interface Wheel<T> {
  set(atMs: number, alarm: T): void;
  /** What has gone off since the last time. */
  due(nowMs: number): readonly T[];
}

export function createWheel<T>(): Wheel<T> {
  const slots = new Map<number, T[]>();
  let turned = Number.NEGATIVE_INFINITY;
  return {
    set: (atMs, alarm) => {
      const at = Math.max(Math.ceil(atMs / stepMs), turned + 1);
      const slot = slots.get(at);
      if (slot) slot.push(alarm);
      else slots.set(at, [alarm]);
    },
    due: (nowMs) => {
      const now = Math.floor(nowMs / stepMs);
      if (now <= turned) return [];
      turned = now;
      const gone = [...slots.keys()].filter((at) => at <= now).toSorted((a, b) => a - b);
      return gone.flatMap((at) => {
        const alarms = slots.get(at) ?? [];
        slots.delete(at);
        return alarms;
      });
    },
  };
}
