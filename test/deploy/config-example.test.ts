import { readFileSync } from "node:fs";
import { definitions, isKey, keys } from "../../src/config/config.ts";
import { loadConfig } from "../../src/config/load.ts";
import { formatProblem } from "../../src/config/problem.ts";
import { readSyntax } from "../../src/config/syntax.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("sample configuration and its document");

const sample = readFileSync(new URL("../../deploy/config.example.jsonc", import.meta.url), "utf8");
/** The sample with every key in it switched on; certificates go with TLS only. */
const full = sample.replace(/^(\s*)\/\/ ("[a-z_]+": .*?),?$/gm, "$1$2,").replace('"tls": "off"', '"tls": "on"');

function problemsOf(text: string): readonly string[] {
  const loaded = loadConfig(text);
  return loaded.kind === "invalid" ? loaded.problems.map(formatProblem) : [];
}

test("the sample is accepted as it is", () => {
  assert.equal(problemsOf(sample), []);
});

test("it is accepted with every optional key switched on", () => {
  assert.equal(problemsOf(full.replace(/^\s*"key_uri".*$/m, "")), [], "a certificate has one key");
});

test("it has every key there is", () => {
  const shown = readSyntax(full, isKey).entries.map(({ key }) => key);
  assert.equal(shown.toSorted(), [...keys].toSorted());
});

test("it shows the default of each key that has one, and leaves out those that have none and are not required", () => {
  const shown = new Map(readSyntax(sample, isKey).entries.map(({ key, value }) => [key, value]));
  for (const key of keys) {
    const { default: usual, required } = definitions[key];
    if (!required) assert.is(shown.get(key), usual, key);
    else assert.ok(shown.has(key), key);
  }
});

test("it tells the range of every number that has a default", () => {
  for (const key of keys) {
    const definition = definitions[key];
    if (definition.type !== "number" && definition.type !== "integer") continue;
    if (definition.default === undefined || key === "modem.baud") continue;
    const [, comment = ""] =
      new RegExp(`//([^\\n]*)\\n\\s*"${key.split(".").at(-1)}": ${definition.default}\\b`).exec(sample) ?? [];
    assert.match(comment, new RegExp(`\\b${definition.min} to ${definition.max}\\b`), key);
  }
});

test.run();
