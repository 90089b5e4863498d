import { seededRandom } from "../../src/base/random.ts";
import { holdsCardData, searchValue } from "../../src/card-data/search.ts";
import { assert, suite } from "../front-door/suite.ts";
import { valueForms } from "../support/card-data/forms.ts";
import { lines, message } from "../support/card-data/harmless.ts";
import { cardNumber } from "../support/card-data/numbers.ts";

const test = suite("card-data/search");

for (const [name, form] of Object.entries(valueForms)) {
  test(`finds ${name}`, () => {
    const random = seededRandom(5);
    for (let time = 0; time < 60; time += 1) {
      const value = form(random);
      assert.ok(holdsCardData(value), JSON.stringify(value));
    }
  });
}

test("lines of the log and messages of an application hold nothing", () => {
  const random = seededRandom(6);
  for (let time = 0; time < 60; time += 1) {
    for (const line of lines) {
      const said = line(random);
      assert.is(searchValue(said, { isRandom: (name) => name === "boot" }), undefined, JSON.stringify(said));
    }
    const { data } = message(random);
    assert.is(searchValue(data, { isMeasured: () => true }), undefined, JSON.stringify(data));
  }
});

test("pieces that are apart, or shorter than four digits, are not put together", () => {
  const number = cardNumber(seededRandom(3), { name: "", first: "62", lengths: [16] });
  const [first, second] = [number.slice(0, 8), number.slice(8)];
  assert.ok(holdsCardData({ a: first, b: second }));
  assert.not(holdsCardData({ a: first, between: "ok", b: second }));
  assert.not(holdsCardData({ a: first, between: true, b: second }));
  assert.not(holdsCardData({ a: second, b: first }));
});

test("measured numbers side by side make no card number, texts and lists do", () => {
  const terms = { isMeasured: (_: string, inList: boolean) => !inList };
  assert.is(searchValue({ sent: 41_111_111, received: 11_111_111 }), "pan");
  assert.is(searchValue({ sent: 41_111_111, received: 11_111_111 }, terms), undefined);
  assert.is(searchValue({ sent: "41111111", received: "11111111" }, terms), "pan");
  assert.is(searchValue({ list: [41_111_111, 11_111_111] }, terms), "pan");
  assert.is(searchValue({ sent: 4_111_111_111_111_111 }, terms), "pan");
});

test("what is too deep or too much to be looked through counts as found", () => {
  let deep: unknown = 1;
  for (let level = 0; level < 40; level += 1) deep = [deep];
  assert.is(searchValue(deep), "unsearchable");
  assert.is(searchValue(Array.from({ length: 20_001 }, () => true)), "unsearchable");
  assert.is(searchValue({ a: [[[{ b: null, c: undefined, d: () => 1 }]]] }), undefined);
});

test("a JSON text in a text is looked into, and one that is none is a text", () => {
  assert.is(searchValue({ said: '{"raw":[65,17,17,17,17,17,17,17]}' }), "pan");
  assert.is(searchValue({ said: '{"raw":[65,17' }), undefined);
});

test.run();
