import { readOrder } from "../../../hw-sim/shop/orders.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("orders typed at the counter");

const sale = (line: string) => {
  const order = readOrder(line);
  return order?.kind === "sell" ? order.shopper : undefined;
};

test("words of a sale come in any order", () => {
  const { card, way, amountFen, wipes } = sale("sell 1200 tap dirty_chip wipes") ?? {};
  assert.equal([card?.name, way, amountFen, wipes], ["dirty_chip", "tap", 1_200, true]);
  assert.equal([sale("sell")?.card.name, sale("sell")?.way], ["good", "chip"]);
});

test("the same as JSON", () => {
  const { card, wrongPins } = sale('{"sell":{"card":"poor","wrong_pins":2}}') ?? {};
  assert.equal([card?.name, wrongPins], ["poor", 2]);
});

const changes: ReadonlyArray<readonly [string, object]> = [
  ["slot dirty", { shop: { slot: "dirty" } }],
  ["emi true", { shop: { emi: true } }],
  ["app_version 3.3.0", { shop: { app_version: "3.3.0" } }],
  ["merchant frozen", { bank: { merchant: "frozen" } }],
  ['issuers {"g1":"out"}', { bank: { issuers: { g1: "out" } } }],
  ['{"set":{"paper":"out","jam":true}}', { shop: { paper: "out", jam: true }, bank: {} }],
];
for (const [line, change] of changes)
  test(`takes ${line}`, () => assert.equal(readOrder(line), { kind: "change", change }));

const bad: ReadonlyArray<readonly [string, RegExp]> = [
  ["slot muddy", /"slot" cannot be "muddy"; allowed: "clean", "dirty", "dead"/],
  ["battery_pct 300", /0 to 100 %/],
  ["sell nobody", /"card" cannot be "nobody"; allowed: "good"/],
  ['{"sell":{"card":"good","colour":1}}', /"sell" takes "card"/],
  ['{"set":{"paper":"out","jam":"much"}}', /"jam" cannot be/],
  ['issuers {"g9":"out"}', /of g1, g2, g3/],
];
for (const [line, error] of bad) {
  test(`refuses ${line}, and says what is allowed`, () => {
    const order = readOrder(line);
    assert.match(order?.kind === "bad" ? order.error : "", error);
  });
}

for (const line of ["sim absent", "get", "quit", '{"set":{"sim":"absent"}}', '{"get":true}', "{", "dance"]) {
  test(`leaves ${line} to the bench`, () => assert.is(readOrder(line), undefined));
}

test.run();
