/** Bytes written as hexadecimal digits: in one word, or in pairs with a sign, a blank, a comma, `0x` or `\x` between them. */

export interface HexRow {
  /** The digits without what stood between them. */
  readonly nibbles: string;
  /** Written in pairs; else it was one word, which the digits around a number may be part of. */
  readonly inPairs: boolean;
}

/** A date with its tag and length has twelve; a number at least thirteen. */
const fewest = 12;
const oneWord = /[0-9a-fA-F]{12,}/g;
/** One pair behind the other, each with at most four signs before it. */
const pair = /(?:0x|0X|\\x|\\u00|%)?[0-9a-fA-F]{2}(?![0-9a-fA-F])/y;
/** A minus behind a blank is a sign: levels in dBm are pairs of digits, too. */
const between = /[\s,;:|+"']{1,4}|-|(?=\\x|\\u00|%|0x)/y;

export function hexRows(text: string): readonly HexRow[] {
  const words = [...text.matchAll(oneWord)].map(([nibbles]) => ({ nibbles, inPairs: false }));
  return [...words, ...rowsOfPairs(text)];
}

/** Each place is looked at once by each pattern, and neither looks further than ten characters. */
function rowsOfPairs(text: string): readonly HexRow[] {
  const rows: HexRow[] = [];
  let nibbles = "";
  const keep = () => {
    if (nibbles.length >= fewest) rows.push({ nibbles, inPairs: true });
    nibbles = "";
  };
  for (let at = 0; at < text.length; ) {
    const next = pairAt(text, at);
    if (next === undefined) {
      keep();
      at = endOfWord(text, at);
      continue;
    }
    nibbles += text.slice(next - 2, next);
    between.lastIndex = next;
    const gap = between.exec(text);
    if (gap === null) keep();
    at = next + (gap?.[0].length ?? 0);
  }
  keep();
  return rows;
}

function pairAt(text: string, at: number): number | undefined {
  pair.lastIndex = at;
  const found = pair.exec(text);
  return found ? at + found[0].length : undefined;
}

/** Past a word that is no pair, or one other sign. */
function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWordCode(text.charCodeAt(at))) at += 1;
  return Math.max(at, from + 1);
}

function isWordCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Characters of bytes from the first digit or the second on; what is no character of text is a blank. */
export function textOf(nibbles: string, from: 0 | 1): string {
  let text = "";
  for (let at = from; at + 1 < nibbles.length; at += 2) {
    const code = Number.parseInt(nibbles.slice(at, at + 2), 16);
    text += code === 0 ? "" : code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : "\n";
  }
  return text;
}
