/** Seeded chance: everything the bench throws dice for comes from here, so that a seed replays. */
export type Dice = {
  /** A number in [0, 1). */
  roll(): number;
  /** A whole number within the range, both ends included. */
  between(range: readonly [number, number]): number;
};

/**
 * xorshift32: plenty for delays and noise. `purpose` makes independent dice of one seed, so that how often a client asks does
 * not change when the network answers.
 */
export function createDice(seed: number, purpose: string): Dice {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  for (const letter of purpose) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193) >>> 0; // FNV-1a
  state ||= 0x9e3779b9;
  const roll = (): number => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
  return { roll, between: ([low, high]) => low + Math.floor(roll() * (high - low + 1)) };
}
