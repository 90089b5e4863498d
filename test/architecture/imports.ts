/** Who imports whom, against the allow list that ARCHITECTURE.md states. */
import { posix } from "node:path";
import { isCode, type SourceFile, within } from "./sources.ts";

export interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

interface Allowed {
  /** A folder of src, a file of src, or `everything`. */
  readonly name: string;
  readonly typesOnly: boolean;
}

export interface Rule {
  readonly units: readonly string[];
  readonly own: readonly Allowed[];
  readonly npm: readonly string[];
}

/** `import a, { b } from "x"`, `import * as a from "x"`, `export { b } from "x"`, `export * from "x"`; and `import "x"`. */
const named =
  /^[ \t]*(?:import|export)\s+(?<type>type\s+)?(?:[\w$]+\s*,?\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+[\w$]+)?)?\s*from\s*["'](?<specifier>[^"'\n]+)["']/gm;
const bare = /^[ \t]*import\s*["'](?<specifier>[^"'\n]+)["']/gm;

export function importsOf({ path, text }: SourceFile): Import[] {
  const found = [...text.matchAll(named), ...text.matchAll(bare)];
  return found.map(({ groups }) => ({
    from: path,
    specifier: groups?.["specifier"] ?? "",
    typeOnly: groups?.["type"] !== undefined,
  }));
}

const list = (cell: string) =>
  cell
    .replaceAll("`", "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "" && item !== "–");

/** Reads the table `| folder | own imports | npm |`. `at (types)` permits `import type` only; `a/b.ts` one file only. */
export function readTable(markdown: string): Rule[] {
  const lines = markdown.split("\n");
  const head = lines.findIndex((line) => /^\|\s*folder\s*\|\s*own imports\s*\|\s*npm\s*\|/.test(line));
  if (head < 0) throw new Error("no table `| folder | own imports | npm |`");
  const body = lines.slice(head + 2);
  const end = body.findIndex((line) => !line.startsWith("|"));
  return body.slice(0, end < 0 ? body.length : end).map((line) => {
    const [, units = "", own = "", npm = ""] = line.split("|");
    const allowed = list(own).map((item) => ({
      name: item.replace(/\s*\(types\)$/, ""),
      typesOnly: item.endsWith("(types)"),
    }));
    return { units: list(units), own: allowed, npm: list(npm) };
  });
}

/** `src/at/fields.ts` belongs to `at`, `src/agent.ts` to `agent.ts`, `hw-sim/main.ts` to `hw-sim`. */
export function unitOf(path: string): string {
  const [root = "", next = ""] = path.split("/");
  return root === "src" ? next : root;
}

/** What an import points at: a path in the repository, or the name of an npm package; undefined for Node's own. */
function target({ from, specifier }: Import): { own: string } | { npm: string } | undefined {
  if (specifier.startsWith("node:")) return undefined;
  if (specifier.startsWith(".")) return { own: posix.join(posix.dirname(from), specifier) };
  return { npm: specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/") };
}

function permits(allowed: Allowed, path: string): boolean {
  // package.json for its version.
  if (allowed.name === "everything") return path.startsWith("src/") || path === "package.json";
  return allowed.name.includes("/")
    ? path === `src/${allowed.name}`
    : path.startsWith("src/") && unitOf(path) === allowed.name;
}

class RuleUse {
  readonly problems: string[] = [];
  private readonly used = new Set<unknown>();
  private readonly rule: Rule;

  constructor(rule: Rule) {
    this.rule = rule;
  }

  check(found: Import): void {
    const to = target(found);
    if (!to) return;
    if ("npm" in to) this.checkNpm(found, to.npm);
    else if (unitOf(to.own) !== unitOf(found.from)) this.checkOwn(found, to.own);
  }

  private checkOwn(found: Import, path: string): void {
    const match = this.rule.own.find((allowed) => permits(allowed, path));
    this.used.add(match);
    if (!match) this.problems.push(`${found.from} imports ${path}, which the table does not permit`);
    else if (match.typesOnly && !found.typeOnly) this.problems.push(`${found.from} may import types only from ${path}`);
  }

  unused(): string[] {
    const own = this.rule.own.filter((allowed) => allowed.name !== "everything" && !this.used.has(allowed));
    const npm = this.rule.npm.filter((name) => !this.used.has(name));
    const names = [...own.map(({ name }) => name), ...npm];
    return names.map(
      (name) => `the table permits ${this.rule.units.join(", ")} to import ${name}, which nothing there does`,
    );
  }

  private checkNpm({ from }: Import, name: string): void {
    if (!this.rule.npm.includes(name))
      this.problems.push(`${from} imports the package ${name}, which the table does not permit`);
    this.used.add(name);
  }
}

/** Every difference between the table and the code, both ways. */
export function importProblems(files: readonly SourceFile[], rules: readonly Rule[]): string[] {
  const code = within(files, "src", "hw-sim").filter(({ path }) => isCode(path));
  const units = new Set(code.map(({ path }) => unitOf(path)));
  const stated = new Set(rules.flatMap((rule) => rule.units));
  const unstated = [...units].filter((unit) => !stated.has(unit)).map((unit) => `${unit} is not in the table`);
  const gone = [...stated]
    .filter((unit) => !units.has(unit))
    .map((unit) => `the table has ${unit}, which does not exist`);
  const checked = rules.flatMap((rule) => {
    const use = new RuleUse(rule);
    const mine = code.filter(({ path }) => rule.units.includes(unitOf(path)));
    for (const found of mine.flatMap(importsOf)) use.check(found);
    return [...use.problems, ...use.unused()];
  });
  return [...unstated, ...gone, ...checked];
}
