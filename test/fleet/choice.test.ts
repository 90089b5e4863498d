import { assert, suite } from "../front-door/suite.ts";
import { createSmallFleet, gone, members, opened } from "./small-fleet.ts";

const test = suite("fleet/choice");

test("a shop that falls silent may have closed: without somebody who tells it is not named", () => {
  const fleet = createSmallFleet();
  const shop = fleet.of((each) => each.shop === "s3");
  fleet.say(shop, gone);
  fleet.pass(300);
  assert.equal(fleet.told, []);
  fleet.say(shop.slice(0, 1), opened("lan.router_fault"));
  fleet.pass(30);
  assert.equal(
    fleet.underWay().map(({ scope }) => scope),
    [{ shop: "s3" }],
  );
});

test("a carrier whose terminals all stand in one shop is not named for what ails that shop", () => {
  const fleet = createSmallFleet(members().map((each) => (each.shop === "s1" ? { ...each, carrier: "46099" } : each)));
  fleet.say(
    fleet.of(({ carrier }) => carrier === "46099"),
    opened("cell.no_service"),
  );
  fleet.pass(300);
  assert.equal(fleet.told, []);
});

test("a district that closes is no outage, neither of the district nor of a carrier in it", () => {
  const fleet = createSmallFleet();
  const closing = fleet.of(({ region, id }) => region === "north" && id % 3 !== 0);
  // Every terminal that has the carrier is among them, and others are as well.
  const others = fleet.of(({ region, id }) => region === "north" && id % 6 === 0);
  const all = [...closing, ...others];
  for (let from = 0; from < all.length; from += 4) {
    fleet.say(all.slice(from, from + 4), gone);
    fleet.pass(60);
  }
  assert.equal(fleet.told, []);
});

test("two causes at once are two incidents, and not one of everything", () => {
  const fleet = createSmallFleet();
  fleet.say(
    fleet.of(({ carrier }) => carrier === "46000"),
    opened("cell.no_service"),
  );
  fleet.say(
    fleet.of(({ acquirer, carrier }) => acquirer === "a1" && carrier !== "46000"),
    opened("host.down"),
  );
  fleet.pass(30);
  assert.equal(new Set(fleet.underWay().flatMap(({ scope }) => Object.values(scope))), new Set(["46000", "a1"]));
});

test.run();
