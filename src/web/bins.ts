/** Counts over time, summed into bins of equal length, so that series with points at different times stand under each other. */
import type { Series } from "../console/api.ts";
import type { RangeName, Span } from "./span.ts";

/** An hour, six hours, a day. */
export const binCount: Readonly<Record<RangeName, number>> = { day: 24, week: 28, month: 30 };

/** Points outside of the span count for nothing. */
export function binned(points: Series["points"], { fromMs, toMs }: Span, count: number): readonly number[] {
  const bins = Array.from({ length: count }, () => 0);
  for (const [atMs, , mean] of points) {
    const bin = Math.floor(((atMs - fromMs) / (toMs - fromMs)) * count);
    if (bin >= 0 && bin < count) bins[bin] = (bins[bin] ?? 0) + mean;
  }
  return bins;
}

const dayMs = 86_400_000;

/** Of an amount that grows through the day and begins anew: the highest of each whole day that the span touches. */
export function daily(
  points: Series["points"],
  { fromMs, toMs }: Span,
): { readonly span: Span; readonly bins: readonly number[] } {
  const first = new Date(fromMs).setHours(0, 0, 0, 0);
  const count = Math.max(1, Math.ceil((toMs - first) / dayMs));
  const bins = Array.from({ length: count }, () => 0);
  for (const [atMs, , , high] of points) {
    const day = Math.floor((atMs - first) / dayMs);
    if (day >= 0 && day < count) bins[day] = Math.max(bins[day] ?? 0, high);
  }
  return { span: { fromMs: first, toMs: first + count * dayMs }, bins };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
