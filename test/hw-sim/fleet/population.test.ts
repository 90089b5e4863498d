import { createPopulation } from "../../../hw-sim/fleet/population.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("hw-sim/fleet/population");

test("the same seed has the same terminals, another one others", () => {
  assert.equal(createPopulation(7, 300), createPopulation(7, 300));
  assert.not.equal(createPopulation(8, 300), createPopulation(7, 300));
});

test("a larger one begins with the smaller one", () => {
  assert.equal(createPopulation(7, 900).terminals.slice(0, 300), createPopulation(7, 300).terminals);
});

test("has so many terminals as wanted, in shops of one to eight, each with a name of its own", () => {
  const { terminals, shops } = createPopulation(7, 1_000);
  assert.is(terminals.length, 1_000);
  assert.is(new Set(terminals.map(({ serial }) => serial)).size, 1_000);
  assert.is(new Set(shops.map(({ id }) => id)).size, shops.length);
  const sizes = shops.map((shop) => terminals.filter((each) => each.shop === shop).length);
  assert.ok(sizes.every((size) => size >= 1 && size <= 8));
  assert.ok(new Set(sizes).size > 5);
  assert.ok(terminals.every(({ serial }) => !/\d{12}/.test(serial)));
});

test("who has a SIM card has a carrier, and nobody else; shares are about as they should be", () => {
  const { terminals } = createPopulation(7, 4_000);
  for (const { ways, carrier } of terminals)
    assert.is(
      carrier !== undefined,
      ways.some((way) => way === "cellular"),
    );
  const withCard = terminals.filter(({ carrier }) => carrier !== undefined);
  const share = withCard.filter(({ carrier }) => carrier === "46000").length / withCard.length;
  assert.ok(share > 0.46 && share < 0.54, `${share}`);
});

test("shops open in the morning and close by midnight", () => {
  for (const { opens, closes, salesPerHour } of createPopulation(3, 500).shops) {
    assert.ok(opens >= 6 && closes > opens && closes <= 24);
    assert.ok(salesPerHour >= 4 && salesPerHour <= 30);
  }
});

test.run();
