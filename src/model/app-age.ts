/** Whether the payment application is older than the acquirer demands, by two Readings, whoever they come from. */
import { type Reading, reading } from "./reading.ts";

/** Segments of digits: `3.2.0`, `v3.2` without its letter; anything else cannot be compared. */
function segmentsOf(version: string): readonly number[] | undefined {
  return /^v?\d{1,7}(?:\.\d{1,7}){0,5}$/i.test(version) ? version.replace(/^v/i, "").split(".").map(Number) : undefined;
}

/** Below 0: the first is older. A missing segment is 0. Undefined where they cannot be compared. */
export function compareVersions(first: string, second: string): number | undefined {
  const [a, b] = [segmentsOf(first), segmentsOf(second)];
  if (!a || !b) return undefined;
  const places = Array.from({ length: Math.max(a.length, b.length) }, (_, place) => (a[place] ?? 0) - (b[place] ?? 0));
  return places.find((difference) => difference !== 0) ?? 0;
}

export class AppAge {
  #version: string | undefined;
  #least: string | undefined;

  /** What follows from it; nothing while one of the two is not known. */
  note({ signal, value, atMs }: Reading): readonly Reading[] {
    if (typeof value !== "string") return [];
    if (signal === "sw.app_version") this.#version = value;
    else if (signal === "sw.min_required_version") this.#least = value;
    else return [];
    if (this.#version === undefined || this.#least === undefined) return [];
    const order = compareVersions(this.#version, this.#least);
    return order === undefined ? [] : [reading("sw.app_too_old", order < 0, atMs)];
  }
}
