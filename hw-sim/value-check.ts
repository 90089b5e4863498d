/** Checks of what comes from outside: an unknown value in, the value itself with its type out, or undefined. */

export function words(values: readonly (string | boolean)[]): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}

export function oneOf<T>(values: readonly T[], input: unknown): T | undefined {
  return values.find((value) => value === input);
}

export function isNumber(value: unknown, [low, high]: readonly [number, number]): value is number {
  return typeof value === "number" && value >= low && value <= high;
}

export function isWhole(value: unknown, range: readonly [number, number]): value is number {
  return isNumber(value, range) && Number.isInteger(value);
}

/** The object's values when it has no other keys than these. */
export function onlyKeys(input: unknown, keys: readonly string[]): ReadonlyMap<string, unknown> | undefined {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return undefined;
  const found = new Map<string, unknown>(Object.entries(input));
  return [...found.keys()].every((key) => keys.includes(key)) ? found : undefined;
}
