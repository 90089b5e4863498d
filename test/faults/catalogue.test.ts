import { compile } from "../../src/diagnose/compile.ts";
import { tellingOf } from "../../src/diagnose/telling.ts";
import { catalogue } from "../../src/faults/index.ts";
import type { Predicate } from "../../src/model/catalogue.ts";
import { isPlausible, signals } from "../../src/model/signal.ts";
import { familyOf } from "../../src/model/unlisted.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("laws of the catalogue");
const everything = [...Object.values(catalogue.faults), ...Object.values(catalogue.conditions)];

function parts(when: Predicate): readonly Predicate[] {
  if ("all" in when) return when.all.flatMap(parts);
  if ("any" in when) return when.any.flatMap(parts);
  return [when];
}

test("it compiles, for a terminal with everything and for one with nothing", () => {
  const full = compile(catalogue, new Set(["cellular", "lan", "wifi", "dial_up", "printer"]));
  const bare = compile(catalogue, new Set());
  assert.ok(full.faultIds.includes("sim.absent"));
  assert.not(bare.faultIds.includes("sim.absent"));
  assert.ok(bare.faultIds.includes("host.down"));
});

test("every observation and every condition is an effect of something", () => {
  const caused = new Set(everything.flatMap(({ causes }) => Object.keys(causes)));
  const orphans = [...Object.keys(catalogue.observations), ...Object.keys(catalogue.conditions)].filter(
    (id) => !caused.has(id),
  );
  assert.equal(orphans, []);
});

test("every question asks for values that its signal can have", () => {
  const impossible = Object.entries(catalogue.observations).flatMap(([id, { when }]) =>
    parts(when).flatMap((part) => {
      if (!("is" in part)) return "signal" in part && signals[part.signal].shape.kind !== "number" ? [id] : [];
      return [...part.is, ...(part.unknown ?? [])].every((value) => isPlausible(part.signal, value)) ? [] : [id];
    }),
  );
  assert.equal(impossible, []);
});

test("hysteresis lets go on the good side of where it takes hold", () => {
  const wrong = Object.entries(catalogue.observations).flatMap(([id, { when }]) =>
    parts(when).filter(
      (part) =>
        ("below" in part && (part.until ?? part.below) < part.below) ||
        ("above" in part && (part.until ?? part.above) > part.above),
    ).length > 0
      ? [id]
      : [],
  );
  assert.equal(wrong, []);
});

test("outcomes are only cut off by levels", () => {
  const isLevel = (id: string) =>
    catalogue.observations[id] !== undefined && catalogue.observations[id]?.class !== "stat";
  const wrong = Object.values(catalogue.observations).flatMap(({ since = [] }) => since.filter((id) => !isLevel(id)));
  assert.equal(wrong, []);
});

test("no two faults have the same effects", () => {
  const rows = Object.values(catalogue.faults).map(({ causes }) => JSON.stringify(Object.entries(causes).toSorted()));
  assert.is(new Set(rows).size, rows.length);
});

test("every test an observation names has a cost, and every test can tell an observation", () => {
  const named = Object.values(catalogue.observations).flatMap(({ test: name }) => name ?? []);
  assert.equal(
    named.filter((name) => !(name in catalogue.tests)),
    [],
  );
  const told = tellingOf(catalogue, compile(catalogue, new Set())).flat();
  assert.equal([...new Set(told.map((teller) => teller.test))].toSorted(), Object.keys(catalogue.tests).toSorted());
});

test("no condition is called like a family: both name what is not listed", () => {
  const families = new Set(Object.keys(catalogue.faults).map(familyOf));
  assert.equal(
    Object.keys(catalogue.conditions).filter((condition) => families.has(condition)),
    [],
  );
});

test.run();
