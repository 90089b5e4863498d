/**
 * What a code says, and its bits. The layout belongs to version 1 for ever; another layout is another version, and the version
 * stands in front where every reader finds it. What is left out (severity, who acts, the text) the catalogue knows by the fault.
 */
import type { ClockQuality } from "../model/record.ts";

export const version = 1;

/** Qualities of a clock by number; the list only grows. */
export const clocks: readonly string[] = ["none", "rtc", "ntp", "network", "host"];

export const evidenceCount = 3;

export interface Content {
  /** False: no cause is likelier than not, and this is the likeliest. */
  readonly isKnown: boolean;
  /** By the table of faults; 0 is "nothing is wrong". */
  readonly fault: number;
  /** Index into `chances`. */
  readonly chance: number;
  /** By the table of signs, strongest first, at most three. */
  readonly evidence: readonly number[];
  /** Index into `ages`. */
  readonly age: number;
  /** When the code was made: minutes since the epoch below; since the terminal started where its clock is `none`. */
  readonly minutes: number;
  readonly clock: number;
  /** Last hexadecimal digit of the boot id that reports of the same boot bear. */
  readonly boot: number;
  /** First byte of the hash of the terminal's name. */
  readonly terminal: number;
}

/** 2026-01-01T00:00Z. */
const epochMs = Date.UTC(2026, 0, 1);
const minuteMs = 60_000;

/**
 * Of the minutes the code has the lowest 20 bits, 728 days; the seal is over all of them, and so tells the right one of these
 * periods.
 */
export const period = 2 ** 20;
/** Until 2045. */
const periods = 10;

export interface Instant {
  readonly wallMs: number;
  readonly uptimeMs: number;
  readonly clock: ClockQuality;
}

/** A wall clock outside the years that a code can tell is as good as none. */
export function dated({ wallMs, uptimeMs, clock }: Instant): Pick<Content, "minutes" | "clock"> {
  const minutes = Math.floor((wallMs - epochMs) / minuteMs);
  if (clock === "none" || minutes < 0 || minutes >= period * periods) {
    return { minutes: Math.min(period - 1, Math.floor(uptimeMs / minuteMs)), clock: 0 };
  }
  return { minutes, clock: Math.max(0, clocks.indexOf(clock)) };
}

export const wallMsOf = (minutes: number): number => epochMs + minutes * minuteMs;

/** All minutes that a code may mean by its 20 bits, earliest first. */
export function possibleMinutes(low: number, clock: number): readonly number[] {
  return clock === 0 ? [low] : Array.from({ length: periods }, (_, count) => count * period + low);
}

const widths = { isKnown: 1, fault: 9, chance: 3, first: 10, second: 10, third: 10, age: 4, minutes: 20 } as const;
const hints = { clock: 3, boot: 4, terminal: 8 } as const;
const layout: readonly (readonly [name: string, bits: number])[] = Object.entries({ ...widths, ...hints });

export const contentBits = layout.reduce((sum, [, bits]) => sum + bits, 0);

export const mostFaults = 2 ** widths.fault - 1;
export const mostSigns = 2 ** widths.first - 1;

/** The bits of version 1. What does not fit its field is a bug. */
export function packed(content: Content): bigint {
  const { evidence, isKnown, minutes, ...plain } = content;
  const [first = 0, second = 0, third = 0] = evidence;
  const values: Readonly<Record<string, number>> = {
    ...{ ...plain, first, second, third },
    isKnown: isKnown ? 1 : 0,
    minutes: minutes % period,
  };
  return layout.reduce((bits, [name, width]) => {
    const value = values[name] ?? Number.NaN;
    if (!(value >= 0 && value < 2 ** width)) throw new Error(`${name} of a code is ${value}`);
    return (bits << BigInt(width)) | BigInt(value);
  }, 0n);
}

/** The same with the minutes as far as the code has them. */
export function unpacked(bits: bigint): Content {
  let rest = bits;
  const values: Record<string, number> = {};
  for (const [name, width] of layout.toReversed()) {
    values[name] = Number(rest & ((1n << BigInt(width)) - 1n));
    rest >>= BigInt(width);
  }
  const { isKnown = 0, fault = 0, chance = 0, first = 0, second = 0, third = 0 } = values;
  const { age = 0, minutes = 0, clock = 0, boot = 0, terminal = 0 } = values;
  const evidence = [first, second, third].filter((number) => number > 0);
  return { isKnown: isKnown === 1, fault, chance, evidence, age, minutes, clock, boot, terminal };
}
