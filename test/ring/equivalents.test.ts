import { assert, suite } from "../front-door/suite.ts";
import { equivalentBecause } from "./equivalents.ts";
import { toy, toyFault } from "./toy.ts";

const test = suite("equivalent mutants");
const row = toy.observations["refused_pin"];
const certain = row ? { ...toy, observations: { ...toy.observations, refused_pin: { ...row, leak: 1e-5 } } } : toy;
const link = { layer: "faults", cause: "pin", effect: "refused_pin", word: "always" } as const;

test("a sign that proves its fault may be weaker, and not be gone", () => {
  assert.ok(equivalentBecause(certain, { link, kind: "weaken" }));
  assert.is(equivalentBecause(certain, { link, kind: "delete" }), undefined);
});

test("one that another fault brings about as well, or healthy life, proves nothing", () => {
  const shared = { ...certain, faults: { ...certain.faults, other: toyFault("rare", { refused_pin: "often" }) } };
  assert.is(equivalentBecause(shared, { link, kind: "weaken" }), undefined);
  const leaky = { layer: "faults", cause: "radio", effect: "unusable", word: "sometimes" } as const;
  assert.is(equivalentBecause(toy, { link: leaky, kind: "weaken" }), undefined);
});

test("what is rarely seen may be gone", () => {
  assert.ok(equivalentBecause(toy, { link: { ...link, word: "rarely" }, kind: "delete" }));
});

test.run();
