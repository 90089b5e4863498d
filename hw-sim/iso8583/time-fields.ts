/** Fields 12 and 13: time and date without a year and without a zone; both ends mean the same local time. */
import type { Fields } from "./message.ts";

/** hhmmss and MMDD. */
export function timeFields(at: Date): Fields {
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    12: `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`,
    13: `${two(at.getMonth() + 1)}${two(at.getDate())}`,
  };
}

/**
 * How many seconds `device` is ahead of the host that sent these fields; undefined without them. The year that is not sent is
 * the one that makes the difference smallest: a clock that is wrong by whole years looks right.
 */
export function skewSeconds({ 12: time, 13: date }: Fields, device: Date): number | undefined {
  if (time === undefined || date === undefined) return undefined;
  const [hour = 0, minute = 0, second = 0] = pairs(time);
  const [month = 1, day = 1] = pairs(date);
  const years = [-1, 0, 1].map((offset) => device.getFullYear() + offset);
  const skews = years.map((year) => device.getTime() - new Date(year, month - 1, day, hour, minute, second).getTime());
  return Math.round(nearestZero(skews) / 1_000);
}

function nearestZero(values: readonly number[]): number {
  return values.reduce((best, value) => (Math.abs(value) < Math.abs(best) ? value : best), Number.POSITIVE_INFINITY);
}

function pairs(digits: string): readonly number[] {
  return (digits.match(/\d\d/g) ?? []).map(Number);
}
