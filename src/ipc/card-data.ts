/**
 * Card numbers have no way in. Nothing that a peer may say needs twelve digits in a row, so the door is stricter than the
 * guard at the ways out (card-data/): it does not ask for a check digit.
 */
import { hasLongRun } from "../card-data/long-run.ts";
import { searchValue } from "../card-data/search.ts";
import { isSignalId } from "../model/signal.ts";

/** Whether any string, number or field name in it holds what may be card data. Copies nothing. */
export function holdsCardData(message: unknown): boolean {
  return hasLongNumber(message) || searchValue(message, { isMeasured }) !== undefined;
}

/** Amounts, counts and levels stand side by side, and make no number together. */
function isMeasured(name: string, inList: boolean): boolean {
  if (inList) return false;
  return name === "request" || name === "value" || isSignalId(name);
}

/** At any depth. */
export function hasLongNumber(message: unknown): boolean {
  const waiting: unknown[] = [message];
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (typeof item === "string" && hasLongRun(item)) return true;
    if (typeof item === "number" && Math.abs(item) >= 1e11) return true;
    if (typeof item !== "object" || item === null) continue;
    for (const [name, value] of Object.entries(item)) waiting.push(name, value);
  }
  return false;
}
