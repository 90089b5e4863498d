import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { documentedCommands, manualPage } from "../../../deploy/docs/man.ts";
import { configManualPage } from "../../../deploy/docs/man-config.ts";
import { escaped, literal, sentence } from "../../../deploy/docs/roff.ts";
import { allCommands } from "../../../src/cli/all-commands.ts";
import { keys } from "../../../src/config/config.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("the manual pages");

test("every command stands there with its whole help, vendor support's too, and every key", () => {
  const page = manualPage();
  for (const { name } of allCommands) assert.ok(page.includes(`.SS "${escaped(name)}"\n`), name);
  assert.is(page.includes("has no vendor side"), false);
  assert.ok(documentedCommands().some(({ name, help }) => name === "collector" && help.includes("--database")));
  for (const key of keys) assert.ok(configManualPage().includes(`.B ${escaped(key)}\n`), key);
});

test("what means something to troff is text", () => {
  assert.is(sentence("a\\b -x `posdiag --help` …"), "a\\eb \\-x \\fBposdiag \\-\\-help\\fR \\[u2026]");
  assert.is(literal([".start", "'quote", "end  "]), ".PP\n.EX\n\\&.start\n\\&'quote\nend\n.EE\n");
  const wrapped = sentence(`${"word ".repeat(15)}.TH is no request here`);
  assert.is(/^\.TH/m.test(wrapped), false);
  assert.ok(wrapped.split("\n").every((line) => line.length <= 80));
});

test.run();

const lint = suite("the manual pages before mandoc", { needs: ["mandoc"], timeoutMs: 30_000 });

lint("it finds nothing to say about them", () => {
  for (const name of ["posdiag.1", "posdiag.jsonc.5"]) {
    const page = readFileSync(new URL(`../../../deploy/man/${name}`, import.meta.url));
    const { stdout, stderr } = spawnSync("mandoc", ["-Tlint"], { input: page, encoding: "utf8" });
    assert.equal([stdout, stderr], ["", ""], name);
  }
});

lint.run();
