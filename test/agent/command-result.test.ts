import { clean, resultOf } from "../../src/agent/command-result.ts";
import { seededRandom } from "../../src/base/random.ts";
import { createCardDataGuard } from "../../src/card-data/guard.ts";
import { assert, suite } from "../front-door/suite.ts";
import { cardNumber } from "../support/card-data/numbers.ts";

const test = suite("agent/command-result");

test("long rows of digits are masked at any depth, and numbers stay", () => {
  const guard = createCardDataGuard();
  const value = { a: "IMEI 860000000000012", list: [{ b: "8986 0000 0000 0000 0001", n: 1_795_000_000 }], c: null };
  assert.equal(resultOf(value, guard), {
    kind: "done",
    result: { a: "IMEI ***************", list: [{ b: "************************", n: 1_795_000_000 }], c: null },
  });
});

test("what looks like card data keeps back a value, and of a list only its item", () => {
  const guard = createCardDataGuard();
  // As a field of its own name, in pieces that no mask sees.
  const number = { deep: { card_no: cardNumber(seededRandom(5)).replace(/(\d{4})(?=\d)/g, "$1.") } };
  assert.equal(resultOf({ number }, guard), { kind: "failed", reason: "withheld" });
  assert.equal(clean(["one", number, "two"], guard), ["one", "two"]);
  assert.is(guard.refused().record, 2);
});

test.run();
