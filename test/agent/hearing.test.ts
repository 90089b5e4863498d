import { hear } from "../../src/agent/hearing.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what the payment application says");

/** What follows from one reading, in order. */
function heard(said: Reading): readonly string[] {
  const followed: string[] = [];
  const note = (what: string) => void followed.push(what);
  hear(said, {
    brain: { see: (readings) => note(readings.map(({ signal, value }) => `${signal}=${value}`).join(" ")) },
    source: { fromApp: ({ signal }) => note(`source: ${signal}`) },
    answers: { hear: ({ signal }) => note(`answers: ${signal}`) },
  });
  return followed;
}

test("what it says of payments is a reading, and is heard by those who know what else follows", () => {
  assert.equal(heard(reading("txn.outcome", "timeout", 7)), ["txn.outcome=timeout", "answers: txn.outcome"]);
});

test("what it says of modem and SIM is for those to weigh who know the port", () => {
  assert.equal(heard(reading("sim.state", "ready", 7)), ["source: sim.state"]);
});

test.run();
