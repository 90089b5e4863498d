/**
 * Card numbers have no way in: ISO/IEC 7812-1 gives them 8 to 19 digits, in practice 12 and more, and nothing that a peer
 * may say needs that many in a row.
 */

/** Twelve digits, also when written in groups. */
const longRun = /\d(?:[ -]?\d){11}/;

/** Whether any string, number or field name in it, at any depth, has a run of twelve digits. Copies nothing. */
export function holdsCardData(message: unknown): boolean {
  const waiting: unknown[] = [message];
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (typeof item === "string" && longRun.test(item)) return true;
    if (typeof item === "number" && Math.abs(item) >= 1e11) return true;
    if (typeof item !== "object" || item === null) continue;
    for (const [name, value] of Object.entries(item)) waiting.push(name, value);
  }
  return false;
}
