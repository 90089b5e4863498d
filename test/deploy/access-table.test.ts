import { readFileSync } from "node:fs";
import { leaves } from "../../src/uplink/topics.ts";
import { assert, suite } from "../front-door/suite.ts";
import { access, documentRows, emqxRules, mosquittoLines } from "./access-table.ts";

const test = suite("deploy: one table says who may do what, and both brokers' lists say the same");

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const lines = (path: string, comment: RegExp) =>
  read(path)
    .split("\n")
    .map((line) => line.replace(comment, "").trimEnd())
    .filter((line) => line !== "");

for (const name of ["terminals", "services"] as const) {
  test(`Mosquitto's ${name}.acl is the table, line by line`, () => {
    assert.equal(lines(`deploy/mosquitto/${name}.acl`, /^#.*/), mosquittoLines(name));
  });
}

test("EMQX's acl.conf is the table, rule by rule, and ends with no to everything", () => {
  const rules = lines("deploy/emqx/acl.conf", /^%%.*/)
    .join(" ")
    .replace(/ +/g, " ")
    .replace(/(?<=\[) | (?=\])/g, "")
    .split(/(?<=\}\.) /);
  assert.equal(rules, emqxRules());
});

test("so is the table in the document", () => {
  const rows = read("docs/broker.md")
    .split("\n")
    .filter((line) => /^\| .*, of (?:its own|all) \|/.test(line));
  assert.equal(rows, documentRows());
});

test("a terminal may do what the uplink does, and every topic is somebody's", () => {
  const { terminal, collector, support } = access;
  assert.equal([...terminal.write, ...terminal.read].sort(), [...leaves].sort());
  const told = [...collector.write, ...support.write];
  assert.equal([...terminal.read].sort(), [...told].sort());
});

/** What EMQX does with `${username}`: it puts the name in, and then divides the topic (emqx_authz_rule.erl, 5.8.9). */
test("the pattern of names keeps out what would be a wildcard, and takes every name that the agent takes", () => {
  const [, source = ""] = /\{re, "([^"]+)"\}/.exec(emqxRules().join(" ")) ?? [];
  const pattern = new RegExp(source);
  for (const name of ["+/+", "acme/#", "#", "acme", "acme/a/b", "/a", "acme/", "acme/+", "collector", "a b/c"]) {
    assert.not(pattern.test(name), name);
  }
  for (const name of ["acme/PX7-00042", "a.b_c-d/0", "../.."]) assert.ok(pattern.test(name), name);
});

test.run();
