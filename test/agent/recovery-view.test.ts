import { recoveryView } from "../../src/agent/recovery-view.ts";
import type { Attempt } from "../../src/model/attempt.ts";
import type { Step } from "../../src/recovery/ladder.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("recovery as the local socket gives it");

const spent = { reattach: 1, radio: 2, reset: 0 };
const last: Attempt = {
  ...{ rung: "radio", fault: "cell.no_service", reply: "done", helped: "no" },
  ...{ startedAtMs: 40_000, tookMs: 90_000, before: [], after: [] },
};
const fault = "modem.hung";

for (const [step, state, about, by] of [
  [{ kind: "rest" }, "rest", null, null],
  [{ kind: "wait", fault, untilMs: 1 }, "waiting", fault, null],
  [{ kind: "held", fault, by: "printing" }, "held", fault, "printing"],
  [{ kind: "spent", fault }, "spent", fault, null],
] as const satisfies readonly (readonly [Step, string, string | null, string | null])[]) {
  test(`${step.kind} is told as ${state}`, () => {
    const view = recoveryView({ step, trying: undefined, spent, last: undefined }, 0);
    assert.equal(view, { state, fault: about, held_by: by, today: spent, last: null });
  });
}

test("a try under way, with the one before it", () => {
  const view = recoveryView({ step: { kind: "try", fault, rung: "reset" }, trying: "reset", spent, last }, 160_400);
  assert.equal([view.state, view.fault], ["trying", fault]);
  assert.equal(view.last, { rung: "radio", fault: "cell.no_service", helped: "no", age_s: 120 });
});

test("switched off", () => {
  assert.equal(recoveryView(undefined, 0), { state: "off", fault: null, held_by: null, today: {}, last: null });
});

test.run();
