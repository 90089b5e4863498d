/** Numbers of another sort among digits that could be a card's: an address, a measured value, a negative one. */

/** A double has at most 17 significant digits. Each pattern looks at some twenty characters. */
const decimal = /\d{1,3}\.(?=\d{7})0{0,6}\d{1,17}(?!\d|\.\d)/y;
const address = /(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?!\d|\.\d)/y;
const small = /\d{2,3}(?:\.\d{1,6})?(?!\d|\.\d)/y;
const minus = 0x2d;

/** Length of such a number at this place, which is the first digit after something else; 0 when none begins there. */
export function otherNumberAt(text: string, at: number): number {
  const isNegative = text.charCodeAt(at - 1) === minus && isSign(text.charCodeAt(at - 2));
  const negative = isNegative ? lengthOf(small, text, at) : 0;
  if (negative > 0) return negative;
  if (text[at - 1] === "." && isDigit(text.charCodeAt(at - 2))) return 0;
  return lengthOf(address, text, at) || lengthOf(decimal, text, at);
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Whether a minus behind this is a sign: nothing, a blank, a bracket, a comma stands there; no digit and no other minus. */
function isSign(before: number): boolean {
  return Number.isNaN(before) || before === 0x20 || before === 0x28 || before === 0x5b || before === 0x2c;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
