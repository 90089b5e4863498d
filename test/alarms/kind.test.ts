import { readFileSync } from "node:fs";
import { exceptions, families, typeOf } from "../../src/alarms/kind.ts";
import { catalogue } from "../../src/faults/index.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("alarms/kind");
const faults = Object.keys(catalogue.faults);
const document = readFileSync("docs/alarms.md", "utf8");

test("every fault of the catalogue has a resource, and so has every condition without a listed cause", () => {
  const strangers = faults.filter((fault) => !Object.hasOwn(families, fault.split(".")[0] ?? ""));
  assert.equal(strangers, []);
  const vague = Object.keys(catalogue.conditions).filter(
    (condition) => typeOf(`unlisted.${condition}`).probableCause === "indeterminate",
  );
  assert.equal(vague, []);
  assert.is(typeOf("unlisted.printer").resource, "printer");
});

test("every exception is about a fault that there is", () => {
  assert.equal(
    Object.keys(exceptions).filter((fault) => !faults.includes(fault)),
    [],
  );
});

test("no two faults are the same alarm: resource, type and qualifier together are unique", () => {
  const unlisted = [...Object.keys(catalogue.conditions), ...Object.keys(families)].map((of) => `unlisted.${of}`);
  const all = [...faults, ...unlisted];
  const keys = all.map(typeOf).map(({ resource, id, qualifier }) => `${resource} ${id} ${qualifier}`);
  assert.is(new Set(keys).size, all.length);
});

test("type and qualifier are told apart, and a fault of another version is an alarm of the terminal", () => {
  const { id, qualifier, resource } = typeOf("unlisted.no_bearer");
  assert.equal([id, qualifier, resource], ["unlisted", "no_bearer", "radio"]);
  assert.equal(
    [typeOf("reader.icc_dirty").resource, typeOf("reader.icc_dirty").id],
    ["reader/chip", "reader.icc_dirty"],
  );
  assert.equal([typeOf("quantum.foam").resource, typeOf("quantum.foam").id], ["terminal", "quantum.foam"]);
});

test("the table of docs/alarms.md is the one of the code", () => {
  for (const [family, [resource, eventType, cause]] of Object.entries(families)) {
    assert.match(document, `| \`${family}\` | ${resource} | ${eventType} | ${cause} |`);
  }
});

test.run();
