/** Reads what people's browsers send: own fields only, of the wanted kind and length; what is missing or wrong has a name. */
import { type Refusal, refuse } from "./refusal.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** An object with own fields alone; anything else is none. */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.assign(Object.create(null), value);
}

export interface TextTerms {
  readonly max: number;
  readonly min?: number;
  readonly pattern?: RegExp;
}

/** The text, or that there is none like it. */
export function textIn(fields: Fields, name: string, { max, min = 1, pattern }: TextTerms): string | Refusal {
  const value = fields[name];
  const fits =
    typeof value === "string" && value.length >= min && value.length <= max && (pattern?.test(value) ?? true);
  return fits ? value : refuse("bad_request", name);
}

/** Whole numbers within bounds, of a field or of a query's text. */
export function wholeIn(value: unknown, [least, most]: readonly [number, number]): number | undefined {
  const number = typeof value === "string" && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined;
}

/** As names of terminals, and of those who sign commands: what could be a card number is no name. */
export const namePattern = /^(?!.*\d{12})[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/;
