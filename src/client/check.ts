/** Checks of what came over the wire, from which those of whole views are made. */

export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === "string";
export const number: Check = (value) => typeof value === "number";
export const flag: Check = (value) => typeof value === "boolean";
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

function entries(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
}

export const tableOf =
  (check: Check): Check =>
  (value) =>
    [...(entries(value)?.values() ?? [undefined])].every(check);

/** With a type: a check for each of its fields, and the compiler sees to it that none is forgotten. */
export function record<T extends object>(shape: { readonly [K in keyof T]: Check }): Check {
  const checks: [string, Check][] = Object.entries(shape);
  return (value) => {
    const given = entries(value);
    return given !== undefined && checks.every(([name, check]) => check(given.get(name)));
  };
}
