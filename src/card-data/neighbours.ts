/** A card number cut up over fields that follow each other: pieces of at least four digits, the last of at least one. */
import { Digits } from "./digits.ts";
import { longest } from "./issuer.ts";
import type { CardDataKind } from "./kind.ts";
import { isDigit } from "./other-number.ts";
import { plainText } from "./plain.ts";

const leastPiece = 4;
/** Nineteen digits in fours. */
const mostPieces = 4;

export interface Neighbours {
  /** The next value's text; what it makes together with those before it. */
  join(text: string): CardDataKind | undefined;
  /** The next value is no text and no number that can be part of one. */
  interrupt(): void;
}

/** Digits of a text that is nothing else, without what groups them. */
function digitsOnly(text: string): string | undefined {
  const bare = plainText(text).replace(/[\s\-./_]/g, "");
  return /^\d{1,19}$/.test(bare) ? bare : undefined;
}

/** Digits at its end, from where the number may begin, and at its beginning. */
function edges(text: string): { readonly first: string; readonly last: string } {
  const plain = plainText(text.length > 80 ? text.slice(0, 40) + text.slice(-40) : text);
  return {
    first: /^\d{1,19}(?![0-9A-Za-z])/.exec(plain)?.[0] ?? "",
    last: /(?<![0-9A-Za-z])\d{1,19}$/.exec(plain)?.[0] ?? "",
  };
}

/** A digit at an end, or something that may be one in another script. */
function mayJoin(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return isDigit(first) || isDigit(last) || first > 0x7e || last > 0x7e;
}

function check(digits: string): CardDataKind | undefined {
  const all = new Digits();
  // One group: the pieces must make a whole number.
  for (const digit of digits) all.push(Number(digit), false);
  return all.whole();
}

export function createNeighbours(): Neighbours {
  let pieces: readonly string[] = [];
  return {
    interrupt: () => {
      pieces = [];
    },
    join: (text) => {
      if (!mayJoin(text)) {
        pieces = [];
        return undefined;
      }
      const whole = digitsOnly(text);
      const { first, last } = whole === undefined ? edges(text) : { first: whole, last: whole };
      const kind = first === "" ? undefined : joined(pieces, first);
      // Behind a text with more in it than digits nothing goes on from before it.
      const before = whole === undefined ? [] : pieces;
      pieces = last.length >= leastPiece ? [...before, last].slice(-mostPieces) : [];
      return kind;
    },
  };
}

/** The newest piece with one, two, … of those before it. */
function joined(pieces: readonly string[], last: string): CardDataKind | undefined {
  let digits = last;
  for (const piece of pieces.toReversed()) {
    digits = piece + digits;
    if (digits.length > longest) return undefined;
    const kind = check(digits);
    if (kind !== undefined) return kind;
  }
  return undefined;
}
