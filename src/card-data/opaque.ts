/**
 * Words that are no numbers although digits stand in them: a hash, a UUID. One in four hundred SHA-256 sums has thirteen
 * digits in a row that a check digit and an issuer would fit.
 */

/** Lengths of MD5, SHA-1, SHA-256, SHA-384 and SHA-512 in hexadecimal. */
const hashLengths: ReadonlySet<number> = new Set([32, 40, 64, 96, 128]);
/** Random ones have 37 % letters; of a SHA-256 sum one in 50 000 has less than this. */
const leastLetters = 0.12;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const word = /[0-9A-Za-z-]+/g;

/** Whether a word of hexadecimal digits has the length and the letters of a hash. */
export function isHash(hex: string): boolean {
  if (!hashLengths.has(hex.length)) return false;
  let letters = 0;
  for (let at = 0; at < hex.length; at += 1) if (hex.charCodeAt(at) > 0x39) letters += 1;
  return letters >= leastLetters * hex.length && (hex === hex.toLowerCase() || hex === hex.toUpperCase());
}

function isOpaque(found: string): boolean {
  if (found.length === 36) return uuid.test(found) && /[a-f]/i.test(found);
  return hashLengths.has(found.length) && /^[0-9a-f]*$/i.test(found) && isHash(found);
}

/** The text without them. */
export function withoutOpaque(text: string): string {
  if (text.length < 32) return text;
  return text.replace(word, (found) => (found.length >= 32 && found.length <= 128 && isOpaque(found) ? "~" : found));
}
