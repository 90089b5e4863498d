import { namesOf } from "../../src/agent/state-messages.ts";
import { createCardDataGuard } from "../../src/card-data/guard.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("agent/state-messages");

test("what the modem says of itself is passed on", () => {
  const guard = createCardDataGuard();
  const names = { manufacturer: "Quectel", model: "EC25", revision: "EC25EFAR06A06M4G" };
  assert.equal(namesOf(names, guard), names);
  assert.equal(namesOf({}, guard), { manufacturer: "", model: "", revision: "" });
  assert.is(guard.refused().state, 0);
});

test("a modem whose names hold a card number has none, and that is counted", () => {
  const guard = createCardDataGuard();
  const names = { manufacturer: "41111111", model: "11111111", revision: undefined };
  assert.equal(namesOf(names, guard), { manufacturer: "", model: "", revision: "" });
  assert.is(guard.refused().state, 1);
});

test.run();
