/** Words of terminals as they are stored: short, and without what PostgreSQL refuses or a screen obeys. */
import { findCardData } from "../card-data/find.ts";

const longest = 120;

/** Empty where it may be card data. */
export function wordOf(text: string): string {
  const clean = text.slice(0, longest).replace(/\p{Cc}|\p{Cs}|[\u2028\u2029\ufffd]/gu, "");
  return findCardData(clean) === undefined ? clean : "";
}

/** Null where nothing is said. */
export function wordOrNull(text: string | undefined): string | null {
  return wordOf(text ?? "") || null;
}
