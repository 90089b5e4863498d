/** docs/threats.md as claims: each row of its tables of attacks, with the tests that are said to show what stops them. */

export interface Claim {
  /** Of the document, from 1. */
  readonly line: number;
  readonly attack: string;
  readonly tests: readonly NamedTest[];
  /** Why nothing shows it, or only a part of it. */
  readonly untested: string | undefined;
  /** What stands in the cell and is neither. */
  readonly strange: string;
}

export interface NamedTest {
  /** From the root of the repository. */
  readonly path: string;
  readonly name: string;
}

const head = ["they try", "what stops it", "shown by", "what is left"];
/** A link to a test, and behind it one or more names in quotes. */
const link = /\[[^\]]+\]\(\.\.\/(?<path>test\/[^)]+)\)(?<names>(?:[\s,;]*"[^"]+")*)/g;
const reason = /not tested: (?<reason>[^.;]+[^.;\s])/;

function cellsOf(row: string): readonly string[] {
  return row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function isHead(row: string): boolean {
  return cellsOf(row).join("|") === head.join("|");
}

function claimOf(row: string, line: number): Claim {
  const [attack = "", , shown = "", left] = cellsOf(row);
  const tests = [...shown.matchAll(link)].flatMap(({ groups: { path = "", names = "" } = {} }) => {
    const named = [...names.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => ({ path, name }));
    return named.length > 0 ? named : [{ path, name: "" }];
  });
  const strange = shown
    .replaceAll(link, "")
    .replace(reason, "")
    .replaceAll(/[\s,;.]/g, "");
  const untested = reason.exec(shown)?.groups?.["reason"];
  return { line, attack, tests, untested, strange: left ? strange : `${strange} and nothing said of what is left` };
}

/** Rows of every table that begins with those four columns. */
export function claimsOf(text: string): readonly Claim[] {
  let isInside = false;
  return text.split("\n").flatMap((row, index) => {
    const isRow = row.startsWith("|");
    const isRule = /^\|[-|: ]+\|$/.test(row);
    if (isHead(row)) isInside = true;
    else if (!isRow) isInside = false;
    return isInside && isRow && !isRule && !isHead(row) ? [claimOf(row, index + 1)] : [];
  });
}

/** Whether a test of this name is declared in the file's text. Of a name that is made for each of many, the part before what differs. */
function declares(text: string, name: string): boolean {
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`\\b\\w+\\(\\s*(?:"${literal}"|\`${literal}(?:\`|\\s*\\$\\{))`).test(text);
}

function problemsOf(claim: Claim, textOf: (path: string) => string | undefined): readonly string[] {
  const { attack, tests, untested, strange } = claim;
  const wrong = tests.flatMap(({ path, name }) => {
    const text = textOf(path);
    if (text === undefined) return [`there is no ${path}`];
    if (name === "") return [`${path} without the name of a test`];
    return declares(text, name) ? [] : [`${path} has no test "${name}"`];
  });
  const none = tests.length === 0 && untested === undefined ? ["no test, and not said why"] : [];
  return [...wrong, ...none, ...(strange === "" ? [] : [`not understood: ${strange}`])].map(
    (what) => `line ${claim.line}, ${attack}: ${what}`,
  );
}

/** `textOf`: undefined where there is no such file. */
export function claimProblems(
  claims: readonly Claim[],
  textOf: (path: string) => string | undefined,
): readonly string[] {
  return claims.flatMap((claim) => problemsOf(claim, textOf));
}
