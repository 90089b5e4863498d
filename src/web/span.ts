/** A stretch of time that is looked at, and where its marks stand. */
import { dateText } from "./formats.ts";
import type { Words } from "./words/language.ts";

const hour = 3_600_000;
const day = 24 * hour;

export const ranges = { day: day, week: 7 * day, month: 30 * day } as const;
export type RangeName = keyof typeof ranges;

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export function shareOf(atMs: number, { fromMs, toMs }: Span): number {
  return Math.min(1, Math.max(0, (atMs - fromMs) / (toMs - fromMs)));
}

const distances: Readonly<Record<RangeName, number>> = { day: 6 * hour, week: day, month: 5 * day };

export interface Tick {
  readonly atMs: number;
  readonly label: string;
}

/** Marks at whole hours or days of the reader's own clock. */
export function ticks({ fromMs, toMs }: Span, range: RangeName, say: Words): readonly Tick[] {
  const midnight = new Date(fromMs).setHours(0, 0, 0, 0);
  const distance = distances[range];
  const style = range === "day" ? "clock" : "day";
  const count = Math.ceil((toMs - midnight) / distance);
  const all = Array.from({ length: count }, (_, index) => midnight + index * distance);
  return all
    .filter((atMs) => atMs >= fromMs && atMs < toMs - distance / 6)
    .map((atMs) => ({ atMs, label: dateText(atMs, style, say.locale) }));
}
