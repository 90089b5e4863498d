/** What docs/threats.md claims is shown by tests that there are; and the reader of that document, on documents that are wrong. */
import { existsSync, readFileSync } from "node:fs";
import { repositoryFiles } from "../architecture/sources.ts";
import { assert, suite } from "../front-door/suite.ts";
import { claimProblems, claimsOf } from "./threats.ts";

const test = suite("docs/threats.md");

const root = new URL("../../", import.meta.url);
const textOf = (path: string) => {
  const file = new URL(path, root);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
};
const claims = claimsOf(textOf("docs/threats.md") ?? "");

test("every claim names a test that there is, or says why there is none", () => {
  assert.ok(claims.length > 50, `only ${claims.length} claims were found`);
  assert.is(claimProblems(claims, textOf).join("\n"), "");
});

test("every test of a threat is named by a claim", () => {
  const named = new Set(claims.flatMap(({ tests }) => tests.map(({ path }) => path)));
  const own = repositoryFiles().filter(({ path }) => /^test\/threats\/.*\.test\.ts$/.test(path));
  assert.equal(
    own.filter(({ path }) => !named.has(path)).map(({ path }) => path),
    [],
  );
});

test("most claims are shown: what is not tested is the exception", () => {
  const untested = claims.filter(({ tests }) => tests.length === 0);
  assert.ok(untested.length * 5 <= claims.length, `${untested.length} of ${claims.length}`);
});

test("every numbered attack on the console has a test of that number where its line says", () => {
  const rows = [...(textOf("docs/attacks.md") ?? "").matchAll(/^\| (\d+) \|.*\| ([^|]+) \|$/gm)];
  const missing = rows.flatMap(([, number = "", where = ""]) => {
    const files = [...where.matchAll(/`(console\/[^`]+)`/g)].map(([, file = ""]) => textOf(`test/${file}.test.ts`));
    const isThere = files.some((text) => new RegExp(`\\battack ${number}[:,] `).test(text ?? ""));
    return files.length === 0 || isThere ? [] : [number];
  });
  assert.ok(rows.length > 20, `${rows.length} were found`);
  assert.equal(missing, []);
});

const bites = suite("docs/threats.md: its reader");

const head = "| they try | what stops it | shown by | what is left |\n|---|---|---|---|\n";
const files: Readonly<Record<string, string>> = {
  "test/a.test.ts": 'test("one (of two)", () => {});\ntest(\n  "two",\n  async () => {},\n);\nconst three = "three";',
};
const problemsOf = (shown: string, left = "nothing") =>
  claimProblems(claimsOf(`# Threats\n\n${head}| to get in | a wall | ${shown} | ${left} |\n`), (path) => files[path]);

bites("takes what is right: one test, several, some of it untested", () => {
  assert.equal(problemsOf('[a](../test/a.test.ts) "one (of two)"'), []);
  assert.equal(problemsOf('[a](../test/a.test.ts) "one (of two)", "two". not tested: no such hardware here'), []);
  assert.equal(problemsOf("not tested: the operating system's"), []);
});

bites("a file or a test that there is not", () => {
  assert.equal(problemsOf('[a](../test/b.test.ts) "two"'), ["line 5, to get in: there is no test/b.test.ts"]);
  assert.equal(problemsOf('[a](../test/a.test.ts) "two", "three"'), [
    'line 5, to get in: test/a.test.ts has no test "three"',
  ]);
  assert.equal(problemsOf('[a](../test/a.test.ts) "one"').length, 1);
});

bites("a claim without a test, a link without a name, and words that are neither", () => {
  assert.equal(problemsOf(""), ["line 5, to get in: no test, and not said why"]);
  assert.equal(problemsOf("not tested"), [
    "line 5, to get in: no test, and not said why",
    "line 5, to get in: not understood: nottested",
  ]);
  assert.equal(problemsOf("[a](../test/a.test.ts)"), ["line 5, to get in: test/a.test.ts without the name of a test"]);
  assert.equal(problemsOf('[a](../test/a.test.ts) "two" surely'), ["line 5, to get in: not understood: surely"]);
});

bites("a claim that does not say what is left", () => {
  assert.match(problemsOf('[a](../test/a.test.ts) "two"', "")[0] ?? "", "nothing said of what is left");
});

bites("other tables, and what stands behind a table, are no claims", () => {
  const text = `| who | where |\n|---|---|\n| a thief | in the shop |\n\n${head}| x | y | z | w |\n\n| a | b | c | d |\n`;
  assert.equal(
    claimsOf(text).map(({ attack }) => attack),
    ["x"],
  );
});

test.run();
bites.run();
