import { catalogue } from "../../src/faults/index.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import { assert, suite } from "../front-door/suite.ts";
import { laws } from "./laws.ts";
import { toy, toyFault } from "./toy.ts";

const broken = (name: string, of: Catalogue): string =>
  (laws.find((law) => law.name === name)?.broken(of) ?? ["no such law"]).join("\n");

const holds = suite("laws of the catalogue that hold");

for (const name of [
  "names that are not defined",
  "conditions in a circle",
  "observations and conditions that nothing causes",
  "faults and conditions without an effect",
  "faults with the same row",
  "without a text",
]) {
  holds(name, () => assert.is(broken(name, catalogue), ""));
}

holds.run();

const bites = suite("laws that bite on");
const withFault = (causes: Parameters<typeof toyFault>[1]): Catalogue => ({
  ...toy,
  faults: { ...toy.faults, bad: toyFault("very_rare", causes) },
});

bites("nothing in a sample that keeps them, but what nothing causes", () => {
  assert.is(broken("names that are not defined", toy), "");
  assert.is(broken("conditions in a circle", toy), "");
  assert.is(broken("faults with the same row", toy), "");
  assert.is(broken("observations and conditions that nothing causes", toy), "refused_for_one");
});

bites("an effect that is not defined", () => {
  assert.is(
    broken("names that are not defined", withFault({ nowhere: "always" })),
    "bad causes nowhere, which is not defined",
  );
});

bites("conditions in a circle", () => {
  const circle = {
    ...toy,
    conditions: { a: { leak: 0.1, causes: { b: "often" } }, b: { leak: 0.1, causes: { a: "often" } } },
  } as const;
  assert.is(broken("conditions in a circle", circle), "a\nb");
});

bites("a fault without an effect, and one that is another's twin", () => {
  assert.is(broken("faults and conditions without an effect", withFault({})), "bad");
  assert.is(broken("faults with the same row", withFault({ refused_pin: "always" })), "pin and bad");
});

bites("a fault that can never come first", () => {
  assert.is(
    broken("every effect is also that of a fault ten times as common", withFault({ refused_pin: "often" })),
    "bad behind pin",
  );
});

bites("a leak larger than that of what it implies", () => {
  assert.is(
    broken("leak larger than that of what it implies", toy),
    "refused_for_one 0.01 implies refused_pin 0.0001\nweak".split("\n")[0],
  );
});

bites("an effect that is seen as another observation too", () => {
  const name = "effects that are seen as another observation too, which the row does not say";
  assert.is(
    broken(name, withFault({ refused_for_one: "often" })),
    "bad causes refused_for_one, which is seen as refused_pin too",
  );
});

bites("what has no words", () => assert.match(broken("without a text", toy), /^funds en$/m));

bites.run();
