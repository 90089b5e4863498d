/**
 * How a field becomes a measured value: as it stands, in tenths, or as the index of an interval (3GPP TS 36.133 §9.1,
 * 25.133 §9.1, 38.133 §10.1; the value is the lower edge). What lies outside of what can be measured is not known.
 */
import { integerOf, measuredOf } from "../fields.ts";

export type Read = (field: string | undefined) => number | undefined;

interface Range {
  readonly min: number;
  readonly max: number;
}

const ranges = {
  rsrp: { min: -157, max: -31 },
  rsrq: { min: -43, max: 20 },
  sinr: { min: -23.5, max: 40 },
  rssi: { min: -140, max: -10 },
  rscp: { min: -130, max: -10 },
  ecio: { min: -50, max: 0 },
} as const satisfies Record<string, Range>;

/** Steps of 0.2 and 0.1 have no exact binary form. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export function scaledBy(factor: number, { min, max }: Range): Read {
  return (field) => {
    const raw = measuredOf(field, min / factor, max / factor);
    return raw === undefined ? undefined : rounded(raw * factor);
  };
}

/** Readers of radio values whose unit is `factor` dB. */
function inUnitsOf(factor: number) {
  return {
    rsrp: scaledBy(factor, ranges.rsrp),
    rsrq: scaledBy(factor, ranges.rsrq),
    sinr: scaledBy(factor, ranges.sinr),
    rssi: scaledBy(factor, ranges.rssi),
    rscp: scaledBy(factor, ranges.rscp),
    ecio: scaledBy(factor, ranges.ecio),
  } as const satisfies Record<string, Read>;
}

/** dBm and dB as they stand. */
export const whole = inUnitsOf(1);
/** In halves of a dB. */
export const halves = inUnitsOf(0.5);
/** In tenths of a dB. */
export const tenths = inUnitsOf(0.1);

/** Index 0…max → base + index × step; 255 and 99 lie above every max. */
export function indexed(max: number, base: number, step: number): Read {
  return (field) => {
    const raw = integerOf(field);
    return raw === undefined || raw < 0 || raw > max ? undefined : rounded(base + raw * step);
  };
}

export const indices = {
  rxlev: indexed(63, -111, 1),
  rscp: indexed(96, -121, 1),
  ecno: indexed(49, -24.5, 0.5),
  rsrp: indexed(97, -141, 1),
  rsrq: indexed(34, -20, 0.5),
  nrRsrp: indexed(126, -157, 1),
  nrRsrq: indexed(126, -43.5, 0.5),
  nrSinr: indexed(127, -23.5, 0.5),
} as const satisfies Record<string, Read>;
