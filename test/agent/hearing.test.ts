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
    network: {
      setPaymentRunning: (running) => note(running ? "no probes" : "probes"),
      proved: () => note("proved"),
    },
    source: { fromApp: ({ signal }) => note(`source: ${signal}`) },
  });
  return followed;
}

for (const outcome of ["approved", "declined"]) {
  test(`a payment that was ${outcome} proves the path to the host`, () => {
    assert.equal(heard(reading("txn.outcome", outcome, 7)), ["proved", `txn.outcome=${outcome} net.tcp_host=ok`]);
  });
}

test("a payment that timed out proves nothing", () => {
  assert.equal(heard(reading("txn.outcome", "timeout", 7)), ["txn.outcome=timeout"]);
});

test("nothing of ours is sent while a payment runs", () => {
  assert.equal(heard(reading("txn.running", true, 7)), ["no probes", "txn.running=true"]);
  assert.equal(heard(reading("txn.running", false, 7)), ["probes", "txn.running=false"]);
});

test("what it says of modem and SIM is for those to weigh who know the port", () => {
  assert.equal(heard(reading("sim.state", "ready", 7)), ["source: sim.state"]);
});

test.run();
