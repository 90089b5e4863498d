import { compile } from "../../src/diagnose/compile.ts";
import { tellingOf } from "../../src/diagnose/telling.ts";
import type { Catalogue, Predicate, TestDefinition } from "../../src/model/catalogue.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("which test tells what");
const direct = { openReads: 2, openMs: 0, closeMs: 0 };
const no = { signal: "lan.other_devices_ok", is: ["no"] } as const;
const refused = { signal: "compare.refusal", is: ["do_not_honour"] } as const;
const alone = { signal: "compare.refusal_cards", is: ["one_card"] } as const;
const last: TestDefinition = { seconds: 10, tells: ["compare.refusal"] };

/** Who tells an observation that asks this. */
function tellersOf(when: Predicate, tests: Readonly<Record<string, TestDefinition>>, own?: string) {
  const seen = { when, class: "told", leak: 0.01, ...(own !== undefined && { test: own }) } as const;
  const catalogue: Catalogue = {
    faults: {},
    conditions: {},
    observations: { seen },
    tests,
    paces: { told: direct, direct, probed: direct, sampled: direct },
  };
  return tellingOf(catalogue, compile(catalogue, new Set()))[0];
}

test("the test that an observation names comes first, and is not told of twice", () => {
  const tests = { own: { seconds: 1, tells: ["lan.other_devices_ok"] }, last } as const;
  assert.equal(tellersOf(no, tests, "own"), [{ test: "own", needs: [] }]);
  assert.equal(tellersOf(no, tests), [{ test: "own", needs: [] }]);
});

test("what a button answers is told, and a test of something else tells nothing", () => {
  const ask: TestDefinition = { seconds: 5, answers: { no: { signal: "lan.other_devices_ok", value: "no" } } };
  assert.equal(tellersOf(no, { ask, last }), [{ test: "ask", needs: [] }]);
});

test("of a question to several signals the others must be known, where all count; one is enough where any does", () => {
  assert.equal(tellersOf({ all: [refused, alone] }, { last }), [{ test: "last", needs: [alone.signal] }]);
  assert.equal(tellersOf({ any: [refused, alone] }, { last }), [{ test: "last", needs: [] }]);
  assert.equal(tellersOf({ any: [{ all: [refused, alone] }, refused] }, { last }), [{ test: "last", needs: [] }]);
});

test.run();
