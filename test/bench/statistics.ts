/** What is said of a list of measured values. None of these invents a value: the answer is always one that was measured, or the mean of two. */

function ascending(values: readonly number[]): readonly number[] {
  if (values.length === 0) throw new RangeError("no values");
  return values.toSorted((a, b) => a - b);
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const half = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return (low + high) / 2;
}

/** The smallest measured value that at least this share (0..1) of all values does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = ascending(values);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export function worst(values: readonly number[]): number {
  return percentile(values, 1);
}
