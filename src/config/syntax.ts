/**
 * JSON with comments → the values in it by flat key, each with its place, and every fault of the syntax. The only file
 * that knows jsonc-parser. A file with faults still gives the values that could be read.
 */
import { createScanner, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type Problem, position } from "./problem.ts";

/** A file that is no JSON at all is an error at every word. */
const mostErrors = 100;

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

/** A value with the place of everything in it. */
export interface Part {
  /** Offset of the value, of a member of an object that of its name. */
  readonly offset: number;
  /** Of a member of an object; empty otherwise. */
  readonly name: string;
  /** A string, number, flag or null as it is; undefined for objects and lists. */
  readonly value: unknown;
  /** Of an object, in the order of the file: a name may stand there twice. */
  readonly members: readonly Part[] | undefined;
  /** Of a list. */
  readonly items: readonly Part[] | undefined;
}

/** The deepest key has three parts; the parser recurses, so a hostile file must not reach it. */
const deepest = 16;

interface Tree {
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
}

function readTree(text: string): Tree {
  const failed = (problem: Problem): Tree => ({ root: undefined, problems: [problem] });
  const tooDeep = nestingBeyond(text, deepest);
  if (tooDeep !== undefined) return failed({ key: "", what: "nested too deep", ...position(text, tooDeep) });
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (root && root.type !== "object")
    return failed({ key: "", what: `the file holds one ${root.type}, not an object { … }` });
  return { root, problems: errors.slice(0, mostErrors).map((error) => syntaxProblem(text, error)) };
}

export function readSyntax(text: string, isLeaf: (key: string) => boolean): Syntax {
  const { root, problems } = readTree(text);
  return { entries: root ? flatten(root, "", isLeaf) : [], problems };
}

/** The same with objects and lists left whole, for files whose names are no keys. */
export function readParts(text: string): { readonly members: readonly Part[]; readonly problems: readonly Problem[] } {
  const { root, problems } = readTree(text);
  return { members: root ? (partOf(root).members ?? []) : [], problems };
}

function partOf(node: Node, name = "", offset = node.offset): Part {
  const inside = node.children ?? [];
  return {
    ...{ offset, name },
    value: node.type === "object" || node.type === "array" ? undefined : plain(node),
    members: node.type === "object" ? inside.flatMap(memberOf) : undefined,
    items: node.type === "array" ? inside.map((item) => partOf(item)) : undefined,
  };
}

function memberOf({ children: [name, value] = [] }: Node): Part[] {
  return name && value ? [partOf(value, String(name.value), name.offset)] : [];
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
