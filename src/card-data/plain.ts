/** One spelling for many: digits of every script become those of ASCII, and full-width letters and signs their plain form. */

/** Code points of the zeros of scripts whose ten digits follow each other (Unicode, general category Nd). */
const zeros: readonly number[] = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0,
  0x11650, 0x116c0, 0x11730, 0x118e0, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16b50, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];
const numerals = "〇一二三四五六七八九";

function asciiDigit(letter: string): string {
  const numeral = numerals.indexOf(letter);
  if (numeral >= 0) return String(numeral);
  const code = letter.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? letter : String(code - zero);
}

/** NFKC takes care of full-width, mathematical, circled and raised digits. */
export function plainText(text: string): string {
  if (isAscii(text)) return text;
  const folded = text.normalize("NFKC");
  return isAscii(folded) ? folded : folded.replace(/[\p{Nd}〇一二三四五六七八九]/gu, asciiDigit);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7e) return false;
  return true;
}
