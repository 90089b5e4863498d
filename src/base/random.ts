/** Chance as a port: a source of numbers in [0, 1). The system's own, or a seeded one that replays exactly. */
export type Random = () => number;

export const systemRandom: Random = Math.random;

/** mulberry32: 32 bits of state, good enough for jitter and test schedules, not for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
