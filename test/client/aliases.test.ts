import { aliasName, createAliases } from "../../src/client/aliases.ts";
import { isPlausible } from "../../src/model/signal.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("aliases");

test("are given in the order in which cards come, and a card keeps its own", () => {
  const cards = createAliases();
  assert.equal(["blue", "red", "blue", "green", "red"].map(cards.of), ["c1", "c2", "c1", "c3", "c2"]);
  assert.is(createAliases({ prefix: "g" }).of("bank"), "g1");
});

test("a card that was not met for longest is forgotten when there are too many, and comes back as another", () => {
  const cards = createAliases({ most: 2 });
  assert.equal(["blue", "red", "blue", "green"].map(cards.of), ["c1", "c2", "c1", "c3"]);
  assert.equal(["blue", "red"].map(cards.of), ["c1", "c4"]);
});

test("no more than 512 are known, whatever was asked for", () => {
  const cards = createAliases({ most: 1e9 });
  for (let card = 1; card <= 513; card += 1) cards.of(`card ${card}`);
  assert.is(cards.of("card 2"), "c2");
  assert.is(cards.of("card 1"), "c514");
});

test("what is no text has none", () => {
  const cards = createAliases();
  assert.is(cards.of(""), undefined);
  assert.is(cards.of(undefined), undefined);
  assert.is(Reflect.apply(cards.of, cards, [{ toString: 1 }]), undefined);
});

test("the text itself is not in it", () => {
  const cards = createAliases();
  const alias = cards.of("token-of-a-card");
  assert.is(alias, "c1");
  assert.not(JSON.stringify(Object.entries(cards)).includes("token"));
});

test("fit the signal for years on end", () => {
  const counts = [1, 99_999, 100_000, 199_998, 199_999, 27 * 99_999, 27 * 99_999 + 1];
  const names = ["c1", "c99999", "ca1", "ca99999", "cb1", "cz99999", "c1"];
  assert.equal(
    counts.map((count) => aliasName("c", count)),
    names,
  );
  for (const name of names) assert.ok(isPlausible("txn.card_ref", name), name);
});

test.run();
