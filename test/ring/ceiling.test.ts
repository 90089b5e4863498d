import { assert, suite } from "../front-door/suite.ts";
import { ceilingOf, createBench, shareTold } from "./ceiling.ts";
import { deployments } from "./deployments.ts";
import { differences } from "./rows.ts";
import { toy, toyFault } from "./toy.ts";

const test = suite("the linter's ceiling");
const places = deployments.slice(0, 1);
const ask = { draws: 30, seed: 7 };

test("faults with a sign of their own are told, whatever else there is", () => {
  const bench = createBench(toy, places);
  for (const fault of ["funds", "pin"]) assert.ok(shareTold(ceilingOf(toy, bench, { ...ask, fault })) > 0.95, fault);
});

test("a rare fault whose only sign is a common one's is taken for it", () => {
  const catalogue = { ...toy, faults: { ...toy.faults, rare: toyFault("very_rare", { refused_funds: "usually" }) } };
  const bench = createBench(catalogue, places);
  const ceiling = ceilingOf(catalogue, bench, { ...ask, fault: "rare" });
  assert.is(ceiling.first, 0);
  assert.is(ceiling.rivals.get("funds"), ask.draws);
  const graph = bench.stages[0]?.solver.graph;
  const apart = graph ? differences(catalogue, graph, ["rare", "funds"]).map(({ observation }) => observation) : [];
  assert.equal(apart, ["refused_funds"]);
});

test("a hint need only be among the first three", () => {
  const row = { fault: "x", draws: 10, first: 1, amongThree: 9, rivals: new Map() };
  assert.is(shareTold({ ...row, knownBy: "direct" }), 0.1);
  assert.is(shareTold({ ...row, knownBy: "hint" }), 0.9);
});

test("a fault asked for alone is drawn as among all", () => {
  const bench = createBench(toy, places);
  const alone = ceilingOf(toy, bench, { ...ask, fault: "radio" });
  ceilingOf(toy, bench, { ...ask, fault: "pin" });
  assert.equal(ceilingOf(toy, bench, { ...ask, fault: "radio" }), alone);
});

test("what is no fault is refused", () => {
  assert.throws(() => ceilingOf(toy, createBench(toy, places), { ...ask, fault: "nothing" }), /not a fault/);
});

test.run();
