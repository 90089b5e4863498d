import { seededRandom } from "../../src/base/random.ts";
import { assert, suite } from "../front-door/suite.ts";
import type { Origin } from "./draw.ts";
import { questionsOf } from "./questions.ts";
import { toy } from "./toy.ts";
import { valuesOf } from "./values.ts";

const test = suite("values of the ring");
const questions = questionsOf(toy, "eth0");
const drawn = (shown: Readonly<Record<string, Origin>>, seed = 1) =>
  valuesOf(new Map(Object.entries(shown)), questions, seededRandom(seed));
const seeds = Array.from({ length: 50 }, (_, at) => at + 1);

test("one signal has one value, and what a fault brought about goes before chance", () => {
  for (const seed of seeds) {
    assert.is(drawn({ refused_funds: "leak", refused_pin: "caused" }, seed).get("compare.refusal"), "pin_wrong");
  }
});

test("of two that are caused either can be the one that is read", () => {
  const read = new Set(
    seeds.map((seed) => drawn({ refused_funds: "caused", refused_pin: "caused" }, seed).get("compare.refusal")),
  );
  assert.equal([...read].toSorted(), ["insufficient_funds", "pin_wrong"]);
});

test("two questions to one number get an answer each", () => {
  for (const seed of seeds) {
    const weak = Number(drawn({ weak: "caused" }, seed).get("modem.rsrp_dbm"));
    assert.ok(weak < -110 && weak >= -114, `${weak} is weak, and usable`);
    assert.ok(Number(drawn({ weak: "caused", unusable: "caused" }, seed).get("modem.rsrp_dbm")) < -118);
    assert.ok(Number(drawn({}, seed).get("modem.rsrp_dbm")) > -106);
  }
});

test("what is not drawn is not there", () => {
  for (const seed of seeds) {
    const values = drawn({ refused_pin: "caused" }, seed);
    assert.is.not(values.get("compare.refusal_cards"), "one_card");
    assert.is(values.get("compare.payment"), "answered");
  }
});

test.run();
