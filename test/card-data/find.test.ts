import { seededRandom } from "../../src/base/random.ts";
import { findCardData } from "../../src/card-data/find.ts";
import { assert, suite } from "../front-door/suite.ts";
import { planted, textForms } from "../support/card-data/forms.ts";
import { texts } from "../support/card-data/harmless.ts";
import { brands, cardNumber, digitsOf, wrongNumber } from "../support/card-data/numbers.ts";

const test = suite("card-data/find");

for (const [name, form] of Object.entries(textForms)) {
  test(`finds ${name}, whatever stands around it`, () => {
    const random = seededRandom(5);
    for (let time = 0; time < 60; time += 1) {
      const text = planted(random, form);
      assert.ok(findCardData(text) !== undefined, text);
    }
  });
}

test("finds numbers of every brand and length", () => {
  const random = seededRandom(6);
  for (const brand of brands) {
    for (let time = 0; time < 20; time += 1) {
      const number = cardNumber(random, brand);
      assert.is(findCardData(`card ${number}.`), "pan", `${brand.name} ${number}`);
    }
  }
});

test("a wrong check digit makes it no number, but a stripe is a stripe all the same", () => {
  const random = seededRandom(7);
  const numbers = Array.from({ length: 300 }, () => wrongNumber(random));
  const whole = numbers.filter((number) => findCardData(number) !== undefined);
  // Sixteen digits hold shorter stretches, of which one in ten has a right check digit.
  assert.ok(whole.length < 60, `${whole.length} of 300`);
  for (const number of numbers) assert.is(findCardData(`${number}=25121010`), "track", number);
});

test("nothing that stands in logs, answers and reports is taken for card data", () => {
  const random = seededRandom(8);
  for (const text of texts) {
    for (let time = 0; time < 60; time += 1) {
      const said = text(random);
      assert.is(findCardData(said), undefined, said);
    }
  }
});

for (const [what, text] of [
  ["milliseconds since 1970", "1795000000123"],
  ["a probability as JSON writes it", "0.9871234567890123"],
  ["a small one", "0.004491197178140283"],
  ["addresses", "192.168.100.200:5500 62.222.12.12/24 10.20.30.40"],
  ["levels in dBm", "-62 -101 -73 -95 -110 -62 -88 -77"],
  ["a SHA-256 sum", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["a UUID", "550e8400-e29b-41d4-a716-446655440000"],
  ["a code of an acquirer", '{"52":3,"57":12,"99":"ok"}'],
  ["a state of the PIN pad", "key.pinpad=ok pin: none cvv=no"],
] as const) {
  test(`leaves ${what} alone`, () => assert.is(findCardData(text), undefined));
}

test("what only must be shortened is named so", () => {
  assert.is(findCardData("+CCID: 89860000000000000001"), "identity");
  assert.is(findCardData("860000000000017"), "identity");
  assert.is(findCardData("490154203237518"), "pan");
  assert.is(findCardData("…0015"), undefined);
});

test("what is too long to be looked through counts as found", () => {
  assert.is(findCardData("x".repeat(262_145)), "unsearchable");
});

test("half of all random rows of nineteen digits hold a number; none of twelve do", () => {
  const random = seededRandom(9);
  const share = (length: number) =>
    Array.from({ length: 2_000 }, () => findCardData(digitsOf(random, length))).filter(Boolean).length / 2_000;
  assert.is(share(12), 0);
  assert.ok(share(13) < 0.05);
  assert.ok(share(16) < 0.3);
});

test.run();
