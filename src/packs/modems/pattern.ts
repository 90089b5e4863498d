/**
 * What a pack may say of a modem's words: a small part of regular expressions, without case, in which the work grows with the cube of
 * the text at most. A modem's words have 64 characters.
 */

const longest = 120;
/** Each that can be read in two ways doubles the work. */
const mostOptional = 4;
const mostRepeated = 2;
const mostGroups = 2;
const mostAlternatives = 24;

const token = /\\[dws.^$+*?()|[\]/-]|\[\^?[A-Za-z0-9 ._/-]+\]|[A-Za-z0-9 _,:/&#-]|[.^$()|?*+]/y;

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const [found] = token.exec(text) ?? [];
    if (found === undefined) return undefined;
    tokens.push(found);
  }
  return tokens;
}

const count = (tokens: readonly string[], ...wanted: readonly string[]): number =>
  tokens.filter((each) => wanted.includes(each)).length;

/** Behind what nothing of this kind must stand. */
const unrepeatable: ReadonlySet<string | undefined> = new Set([undefined, "(", "|", "^", "$", "?", "*", "+"]);

/** A group may be left out; repeated it is where the work explodes. */
function isMisplaced(each: string, before: string | undefined): boolean {
  return /^[?*+]$/.test(each) && (unrepeatable.has(before) || (before === ")" && each !== "?"));
}

function objection(tokens: readonly string[]): string | undefined {
  if (tokens.some((each, at) => isMisplaced(each, tokens[at - 1]))) return "repeats something other than one character";
  if (count(tokens, "?") > mostOptional) return `has more than ${mostOptional} times ?`;
  if (count(tokens, "*", "+") > mostRepeated) return `has more than ${mostRepeated} times * or +`;
  if (count(tokens, "(") > mostGroups) return `has more than ${mostGroups} groups`;
  return count(tokens, "|") > mostAlternatives ? `has more than ${mostAlternatives} alternatives` : undefined;
}

export type PatternRead = { readonly pattern: RegExp } | { readonly what: string };

/** `text`: letters, digits, `. ^ $ | ? * +`, classes, at most two groups; the backslash before `d w s` and signs. */
export function readPattern(text: string): PatternRead {
  if (text === "" || text.length > longest) return { what: `has ${text.length} characters, not 1 to ${longest}` };
  const tokens = tokensOf(text);
  if (!tokens) return { what: "uses more of regular expressions than a pack may" };
  const what = objection(tokens);
  if (what !== undefined) return { what };
  try {
    return { pattern: new RegExp(text, "i") };
  } catch (error) {
    if (error instanceof SyntaxError) return { what: "is no regular expression" };
    throw error;
  }
}
