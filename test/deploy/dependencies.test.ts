/** docs/dependencies.md, package-lock.json and what is really bundled say the same. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { assert, suite } from "../front-door/suite.ts";
import { loader } from "../support/loader.ts";
import { differences, type Entries, entriesOf, rowsUnder, scripts, unproved } from "./dependencies.ts";

const test = suite("docs/dependencies.md", { timeoutMs: 180_000 });

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = (path: string) => readFileSync(join(root, path), "utf8");
const document = text("docs/dependencies.md");
const lock = entriesOf(JSON.parse(text("package-lock.json")));
const chosen = (isWanted: (entry: [string, { readonly dev?: boolean }]) => boolean): Entries =>
  new Map([...lock].filter(isWanted));
const onTerminal = rowsUnder(document, "On the terminal");
const besides = rowsUnder(document, "On support's machine besides");

test("the list of runtime packages is that of the lock file, both ways", () => {
  const rows = [...onTerminal, ...besides, ...rowsUnder(document, "Installed, and in nothing that is shipped")];
  assert.ok(rows.length > 50);
  assert.equal(
    differences(
      rows,
      chosen(([, { dev }]) => dev !== true),
    ),
    [],
  );
});

test("the list of what builds and tests is that of package.json, and the licences are counted", () => {
  const { devDependencies }: { devDependencies: object } = JSON.parse(text("package.json"));
  const rows = rowsUnder(document, "To build and to test");
  assert.equal(
    differences(
      rows,
      chosen(([name]) => Object.hasOwn(devDependencies, name)),
    ),
    [],
  );
  const licences = new Map<string, number>();
  for (const { license = "none" } of chosen(([, { dev }]) => dev === true).values())
    licences.set(license, (licences.get(license) ?? 0) + 1);
  for (const [licence, count] of licences) assert.match(document, `| ${licence} | ${count} |`);
});

test("every package has a SHA-512 in the lock file", () => {
  assert.equal(unproved(lock), []);
});

test("packages with install scripts are those that are known, and each has a reason", () => {
  const wanting = [...lock].flatMap(([name, { hasInstallScript }]) => (hasInstallScript ? [name] : []));
  assert.equal(wanting.sort(), Object.keys(scripts).sort());
  for (const name of wanting) assert.match(document, `| \`${name}\` | `);
});

test("what stands in the lists of what is shipped is what the bundles are made of", async () => {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-dependencies-"));
  const file = join(folder, "inputs.json");
  const words = [
    "--import",
    loader,
    "deploy/bundle.ts",
    "--quiet",
    "--inputs",
    file,
    "src/main.ts",
    join(folder, "dist"),
  ];
  await promisify(execFile)(process.execPath, words, { cwd: root });
  const inputs: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync(file, "utf8"));
  rmSync(folder, { recursive: true });
  const packagesOf = (built: string) =>
    [...new Set((inputs[built] ?? []).flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []))]
      .map((path) => path.split("node_modules/").slice(1).join(">").replaceAll("/>", ">"))
      .sort();
  const names = (rows: typeof onTerminal) => rows.map(({ name }) => name);
  assert.equal(packagesOf("posdiag.cjs"), names(onTerminal).sort());
  const both = [...document.matchAll(/^\| \**`([^`]+)`\** \| [^|]+ \| [^|]+ \| yes \|/gm)].map(([, name = ""]) => name);
  assert.equal(packagesOf("posdiag-office.cjs"), [...names(besides), ...both].sort());
});

const bites = suite("docs/dependencies.md: what is noticed");

const entry = { version: "1.0.0", license: "MIT", integrity: `sha512-${"A".repeat(86)}==` };
const small = entriesOf({
  packages: { "": { version: "0" }, "node_modules/a": entry, "node_modules/a/node_modules/@x/b": entry },
});
const table = (...rows: readonly string[]) =>
  `# P\n\n## Here\n\n| package | version |\n|---|---|\n${rows.join("\n")}\n\n## There\n`;
const good = ["| **`a`** | 1.0.0 | MIT | it |", "| `a>@x/b` | 1.0.0 | MIT | it |"];

bites("nothing where both say the same", () => {
  assert.equal(differences(rowsUnder(table(...good), "Here"), small), []);
  assert.equal(unproved(small), []);
});

bites("a package more, one less, another version, another licence, one twice", () => {
  const [a = "", b = ""] = good;
  const found = (...rows: readonly string[]) => differences(rowsUnder(table(...rows), "Here"), small).length;
  assert.equal([found(a), found(a, b, "| `c` | 1.0.0 | MIT | it |"), found(a, b.replace("1.0.0", "1.0.1"))], [1, 1, 1]);
  assert.equal([found(a, b.replace("MIT", "GPL-3.0")), found(a, b, a)], [1, 1]);
  assert.is(differences(rowsUnder(table(...good), "There"), small).length, 2);
});

bites("an entry without a sum, with a weak one, or from a place of its own", () => {
  const wrong = [{ integrity: "" }, { integrity: "sha1-AAAA" }, { resolved: "git+ssh://git@example.com/a.git" }];
  for (const change of wrong)
    assert.equal(unproved(entriesOf({ packages: { "node_modules/a": { ...entry, ...change } } })), ["a"]);
});

test.run();
bites.run();
