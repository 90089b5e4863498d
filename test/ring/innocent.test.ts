import { assert, suite } from "../front-door/suite.ts";
import { createBench } from "./ceiling.ts";
import { deployments } from "./deployments.ts";
import { innocents } from "./innocent.ts";
import { toy } from "./toy.ts";

const test = suite("innocent signs");

function namedBy(leak: number) {
  const row = toy.observations["refused_pin"];
  const catalogue = row ? { ...toy, observations: { ...toy.observations, refused_pin: { ...row, leak } } } : toy;
  const [place] = createBench(catalogue, deployments.slice(0, 1)).stages;
  return place ? innocents(catalogue, place).map(({ observation, fault }) => `${observation} ${fault}`) : [];
}

test("a sign rarer than its fault names it alone", () => assert.ok(namedBy(1e-4).includes("refused_pin pin")));

test("one far more common than its fault does not", () => assert.not(namedBy(0.5).includes("refused_pin pin")));

test.run();
