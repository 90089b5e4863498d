/** Times, spans and amounts as people read them. Pure: the present comes as an argument. */
import { dateText, numberText } from "./formats.ts";
import type { Words } from "./words/language.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** One unit is enough: nobody plans by the seconds of an hour. */
export function span(ms: number, say: Words): string {
  const { time } = say;
  if (ms < minute) return time.seconds(Math.max(0, Math.round(ms / 1_000)));
  if (ms < hour) return time.minutes(Math.floor(ms / minute));
  if (ms < 2 * day) return time.hours(Math.floor(ms / hour));
  return time.days(Math.floor(ms / day));
}

export function ago(atMs: number, nowMs: number, say: Words): string {
  const past = nowMs - atMs;
  return past < 5_000 ? say.time.now : say.time.ago(span(past, say));
}

function dayOf(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}

/** Hours and minutes; with the day where it is not today's. */
export function clockTime(atMs: number, nowMs: number, say: Words): string {
  return dateText(atMs, dayOf(atMs) === dayOf(nowMs) ? "clock" : "dayAndClock", say.locale);
}

/** To the second, for whoever compares it with a log. */
export function fullTime(atMs: number, say: Words): string {
  return dateText(atMs, "full", say.locale);
}

export function count(value: number, say: Words): string {
  return numberText(value, "whole", say.locale);
}

/** Of a probability: certainty is for those who stand at the terminal. */
export function percent(share: number): string {
  return `${Math.min(99, Math.round(share * 100))} %`;
}

/** Of a part of a whole, which may be all of it. */
export function share(part: number, whole: number): string {
  if (whole === 0) return "0 %";
  const value = (100 * part) / whole;
  return value > 0 && value < 1 ? "<1 %" : `${Math.floor(value)} %`;
}

/** Of a clock that is off: to a tenth of a second, and which way. */
export function offset(ms: number, say: Words): string {
  const size = Math.abs(ms);
  const text = size < minute ? say.time.seconds(Math.round(size / 100) / 10) : span(size, say);
  return `${ms < 0 ? "−" : "+"}${text}`;
}

export function kilobytes(kb: number): string {
  return kb >= 1_000 ? `${(kb / 1_000).toFixed(kb >= 10_000 ? 0 : 1)} MB` : `${Math.round(kb)} kB`;
}

/** As a reading shows it: no more digits than were measured. */
export function amount(value: number, say: Words): string {
  return numberText(value, "tenth", say.locale);
}
