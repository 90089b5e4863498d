/**
 * What is on a stripe (ISO/IEC 7813): `%B<number>^<name>^<expiry…` and `<number>=<expiry…`, in chip form with `D`
 * instead of `=`. Found also when the check digit is wrong: a test card's track is a track.
 */

/** Digits, then a separator, then digits. A run is found once: what stands before it is no digit. */
const secondTrack = /(?<!\d)\d{12,}[=dD]\d{4}/g;
const firstTrack = /(?<!\d)\d{12,19}\^[^^]{2,40}\^\d{4}/;

/** Expects plain text without hashes (plain.ts, opaque.ts). */
export function findTrack(text: string): "track" | undefined {
  if (text.includes("^") && firstTrack.test(text)) return "track";
  for (const [found] of text.matchAll(secondTrack)) {
    if (found.at(-5) === "=" || isMonth(found.slice(-2))) return "track";
  }
  return undefined;
}

/** `D` is also a digit of a hash; a year and a month follow it on a stripe. */
function isMonth(digits: string): boolean {
  const month = Number(digits);
  return month >= 1 && month <= 12;
}

/** In a long row of hexadecimal digits: the number, D, a year with a month, a service code. */
export function isTrackData(nibbles: string): boolean {
  return /^\d{12,19}[dD]\d{2}(?:0[1-9]|1[0-2])\d{3}/.test(nibbles);
}
