/**
 * Days and billing periods by the wall clock, in the terminal's local time: carriers bill by local days. A day is written
 * `2026-11-22`, so that days compare as texts do.
 */
import { isClockSet } from "../base/day.ts";

const dayMs = 86_400_000;

function written(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
}

/** The local day; undefined while the clock is not set. */
export function localDay(wallMs: number): string | undefined {
  return isClockSet(wallMs) ? written(new Date(wallMs)) : undefined;
}

/** First day of the billing period that holds this moment; `planDay` (1 to 28) is the day of the month it begins on. */
export function periodStart(wallMs: number, planDay: number): string | undefined {
  if (!isClockSet(wallMs)) return undefined;
  const today = new Date(wallMs);
  const month = today.getMonth() - (today.getDate() < planDay ? 1 : 0);
  return written(new Date(today.getFullYear(), month, planDay));
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && Number.isFinite(Date.parse(text));
}

/** Whole days from one day to another; 0 when the first is the later one. */
export function daysBetween(from: string, to: string): number {
  // Both are read as midnight UTC, so that no change to summer time lies between.
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / dayMs));
}
