/** Values of the file as they may be used: what does not fit is undefined. */

export type Raw = Readonly<Record<string, unknown>>;

export function raw(value: unknown): Raw {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

export function list<T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => read(item) ?? []) : [];
}

export function amount(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
}

export function word(value: unknown): string | undefined {
  return typeof value === "string" && value.length > 0 && value.length <= 64 ? value : undefined;
}
