import { reading } from "../../../src/model/reading.ts";
import { createMoney } from "../../../src/probes/governor/money.ts";
import type { Level } from "../../../src/probes/governor/permit.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("money on the way");

const levels: readonly Level[] = [1, 2, 3, 4];

/** The levels that are forbidden at a time after these were said at 0. */
function forbidden(said: Parameters<typeof reading>[0], value: unknown, nowMs: number): readonly Level[] {
  const money = createMoney();
  money.see(reading(said, value, 0));
  return levels.filter((level) => money.forbids(level, nowMs));
}

test("a payment that runs, or a reversal that is being sent, forbids everything", () => {
  assert.equal(forbidden("txn.running", true, 0), levels);
  assert.equal(forbidden("txn.reversal_state", "sent", 0), levels);
});

test("a reversal that waits forbids what uses the terminal's identity", () => {
  assert.equal(forbidden("txn.reversal_state", "pending", 0), [3, 4]);
});

test("what is over forbids nothing", () => {
  assert.equal(forbidden("txn.running", false, 0), []);
  for (const state of ["none", "ok", "failed"]) assert.equal(forbidden("txn.reversal_state", state, 0), []);
});

test("an application that died in it forbids nothing after three minutes", () => {
  for (const [signal, value] of [
    ["txn.running", true],
    ["txn.reversal_state", "sent"],
    ["txn.reversal_state", "pending"],
  ] as const) {
    assert.ok(forbidden(signal, value, 179_999).includes(4));
    assert.equal(forbidden(signal, value, 180_000), []);
  }
});

test.run();
