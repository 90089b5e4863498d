/** The stricter rule for doors through which nothing with twelve digits in a row needs to go. */

/** ISO/IEC 7812-1: card numbers in use have 12 to 19 digits. As people and modems group them. */
const longRun = /\d(?:[ -]?\d){11}/;
const longRuns = /\d(?:[ -]?\d){11,}/g;

export function hasLongRun(text: string): boolean {
  return longRun.test(text);
}

/** The text with each such run as asterisks. */
export function maskLongRuns(text: string): string {
  return text.replace(longRuns, (run) => "*".repeat(run.length));
}
