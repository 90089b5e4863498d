/** Formatters, each made once: making one takes longer than a thousand uses of it. */

const dates = {
  clock: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  dayAndClock: { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  full: { dateStyle: "medium", timeStyle: "medium", hourCycle: "h23" },
  day: { month: "numeric", day: "numeric" },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;
export type DateStyle = keyof typeof dates;

const numbers = {
  whole: {},
  tenth: { maximumFractionDigits: 1 },
} as const satisfies Readonly<Record<string, Intl.NumberFormatOptions>>;
export type NumberStyle = keyof typeof numbers;

/** As many as there are styles and languages. */
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

export function dateText(atMs: number, style: DateStyle, locale: string): string {
  const key = `${locale} ${style}`;
  const known = kept.get(key) ?? new Intl.DateTimeFormat(locale, dates[style]);
  kept.set(key, known);
  return known.format(atMs);
}

export function numberText(value: number, style: NumberStyle, locale: string): string {
  const key = `${locale} ${style}`;
  const known = kept.get(key) ?? new Intl.NumberFormat(locale, numbers[style]);
  kept.set(key, known);
  return known.format(value);
}
