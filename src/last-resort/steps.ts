/** Numbers in few bits: each step stands for "at least so much". */

/** Probability. */
export const chances = [0, 0.25, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99] as const;

/** How long it has lasted, in minutes. */
export const ages = [0, 1, 2, 5, 10, 20, 40, 60, 120, 240, 480, 960, 1_440, 2_880, 5_760, 10_080] as const;

/** The highest step that a value reaches; the lowest for less. */
export function stepOf(scale: readonly number[], value: number): number {
  return Math.max(
    0,
    scale.findLastIndex((least) => value >= least),
  );
}
