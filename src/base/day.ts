/** Days as keys of budgets that must outlive a restart: UTC, so that no change to summer time makes one of them longer. */

/** A terminal that believes in an earlier date has not set its clock. */
const earliestMs = Date.UTC(2024, 0, 1);

/** The day of a wall clock, `2026-11-22`; days compare as texts do. */
export function dayOf(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 10);
}

export function isClockSet(wallMs: number): boolean {
  return wallMs >= earliestMs;
}
