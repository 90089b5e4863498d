import { createCardDataGuard } from "../../src/card-data/guard.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("card-data/guard");

test("counts by sink what did not pass, and lets the rest pass uncounted", () => {
  const guard = createCardDataGuard();
  assert.ok(guard.passes("log", { event: "case_opened", probability: 0.9871234567890123 }));
  assert.not(guard.passes("log", { event: "x", said: "4111 1111 1111 1111" }));
  assert.not(guard.passes("answer", { status: { modem: { unknown: ["%B4111111111111111^X/Y^2512"] } } }));
  assert.not(guard.passes("answer", { "4111111111111111": 1 }));
  guard.count("record");
  assert.equal(guard.refused(), { log: 1, record: 1, state: 0, answer: 2 });
});

test("a boot id, which is random, passes in the log, and nothing else under its name does", () => {
  const guard = createCardDataGuard();
  assert.ok(guard.passes("log", { event: "uplink.record_refused", boot: "4111111111111111" }));
  assert.not(guard.passes("log", { event: "uplink.record_refused", boot: "4111 1111 1111 1111" }));
});

test.run();
