/** The tables of numbers: complete for the catalogue, and never changed but at their end. */
import { createHash } from "node:crypto";
import { strangersOf } from "../../src/diagnose/strangers.ts";
import { catalogue } from "../../src/faults/index.ts";
import { mostFaults, mostSigns } from "../../src/last-resort/content.ts";
import { faultNumbers } from "../../src/last-resort/fault-numbers.ts";
import { faultNumber, faultOf, signIdOf, signNumber, unnumbered } from "../../src/last-resort/numbers.ts";
import { signNumbers } from "../../src/last-resort/sign-numbers.ts";
import { unlistedId } from "../../src/model/unlisted.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("numbers of faults and signs");

const strangers = strangersOf(catalogue, Object.entries(catalogue.faults)).map(({ family }) => family);
const unlisted = [...Object.keys(catalogue.conditions), ...strangers].map(unlistedId);

test("every fault, every cause that is not listed and every sign has its number: new ones go to the end", () => {
  const faults = [...Object.keys(catalogue.faults), ...unlisted].filter((id) => !faultNumbers.includes(id));
  assert.equal(faults, [], "append to src/last-resort/fault-numbers.ts");
  const signs = Object.keys(catalogue.observations).filter((id) => !signNumbers.includes(id));
  assert.equal(signs, [], "append to src/last-resort/sign-numbers.ts");
});

/** Of the first so many ids, as terminals in the field have them. Never to be changed. */
const released = {
  faults: { count: 208, hash: "db43c5838685b2da" },
  signs: { count: 448, hash: "be8ea20808c5f5a2" },
} as const;

const hashOf = (ids: readonly string[]) => createHash("sha256").update(ids.join("\n")).digest("hex").slice(0, 16);

test("what has a number keeps it", () => {
  for (const [table, { count, hash }] of [
    [faultNumbers, released.faults],
    [signNumbers, released.signs],
  ] as const) {
    assert.is(hashOf(table.slice(0, count)), hash, "an id among the first was moved, renamed or taken away");
  }
});

test("no id stands twice, and all fit their bits", () => {
  assert.is(new Set(faultNumbers).size, faultNumbers.length);
  assert.is(new Set(signNumbers).size, signNumbers.length);
  assert.ok(faultNumbers.length < unnumbered && unnumbered === mostFaults);
  assert.ok(signNumbers.length <= mostSigns);
});

test("ids and numbers lead to each other; what has none says so", () => {
  for (const id of faultNumbers) assert.is(faultOf(faultNumber(id)), id);
  for (const id of signNumbers) assert.is(signIdOf(signNumber(id)), id);
  assert.equal([faultNumber("no.such"), faultOf(unnumbered), faultOf(0)], [unnumbered, undefined, undefined]);
  assert.equal([signNumber("no_such"), signIdOf(0), signIdOf(mostSigns)], [0, undefined, undefined]);
});

test.run();
