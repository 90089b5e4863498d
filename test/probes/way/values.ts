/** Readings as a table: the value, or the quality of what has none. */
import type { Reading } from "../../../src/model/reading.ts";

export function valuesOf(readings: readonly Reading[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(readings.map(({ signal, value, quality }) => [signal, value ?? quality]));
}
