/**
 * JSON with comments → the values in it by flat key, each with its place, and every fault of the syntax. The only file
 * that knows jsonc-parser. A file with faults still gives the values that could be read.
 */
import { createScanner, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type Problem, position } from "./problem.ts";

export interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly offset: number;
}

export interface Syntax {
  /** In the order of the file; objects are taken apart, except empty ones and those that `isLeaf` names. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** The deepest key has three parts; the parser recurses, so a hostile file must not reach it. */
const deepest = 16;

export function readSyntax(text: string, isLeaf: (key: string) => boolean): Syntax {
  const tooDeep = nestingBeyond(text, deepest);
  if (tooDeep !== undefined) return failed({ key: "", what: "nested too deep", ...position(text, tooDeep) });
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems = errors.map((error) => syntaxProblem(text, error));
  if (!root) return { entries: [], problems };
  if (root.type !== "object") return failed({ key: "", what: `the file holds one ${root.type}, not an object { … }` });
  return { entries: flatten(root, "", isLeaf), problems };
}

function failed(problem: Problem): Syntax {
  return { entries: [], problems: [problem] };
}

function flatten(object: Node, prefix: string, isLeaf: (key: string) => boolean): Entry[] {
  return (object.children ?? []).flatMap((property) => {
    const [name, value] = property.children ?? [];
    if (!name || !value) return [];
    const key = `${prefix}${String(name.value)}`;
    const open = value.type === "object" && (value.children ?? []).length > 0 && !isLeaf(key);
    return open ? flatten(value, `${key}.`, isLeaf) : [{ key, value: plain(value), offset: value.offset }];
  });
}

function plain(node: Node): unknown {
  const value: unknown = getNodeValue(node);
  return value;
}

/** Offset of the first bracket that opens one level too many. */
function nestingBeyond(text: string, limit: number): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const token = text.charAt(scanner.getTokenOffset());
    if (scanner.getTokenLength() !== 1) continue;
    if (token === "{" || token === "[") depth += 1;
    if (token === "}" || token === "]") depth -= 1;
    if (depth > limit) return scanner.getTokenOffset();
  }
  return undefined;
}

const inWords: Readonly<Record<string, string>> = {
  InvalidSymbol: "a word that JSON does not have",
  InvalidNumberFormat: "a number that JSON does not allow",
  PropertyNameExpected: "a name in double quotes is expected",
  ValueExpected: "a value is expected",
  ColonExpected: "a colon is expected",
  CommaExpected: "a comma is expected",
  CloseBraceExpected: "a closing } is expected",
  CloseBracketExpected: "a closing ] is expected",
  EndOfFileExpected: "text after the end of the object",
  InvalidCommentToken: "a comment that is not one",
  UnexpectedEndOfComment: "a comment without an end",
  UnexpectedEndOfString: "a string without an end",
  UnexpectedEndOfNumber: "a number without an end",
  InvalidUnicode: "a broken \\u sequence",
  InvalidEscapeCharacter: "a backslash before a letter that needs none",
  InvalidCharacter: "a control character inside a string",
};

function syntaxProblem(text: string, error: ParseError): Problem {
  const name = printParseErrorCode(error.error);
  return { key: "", what: `syntax: ${inWords[name] ?? name}`, ...position(text, error.offset) };
}
