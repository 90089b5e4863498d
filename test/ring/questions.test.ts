import { assert, suite } from "../front-door/suite.ts";
import { questionsOf } from "./questions.ts";
import { toy } from "./toy.ts";

const test = suite("questions of the ring");
const { values, calm, all } = questionsOf(toy, "eth0");

test("a number is tried on every side of every threshold, and not where hysteresis leaves it open", () => {
  const levels = (values.get("modem.rsrp_dbm") ?? []).map(Number);
  const within = (low: number, high: number) => levels.filter((level) => level > low && level < high).length;
  assert.is(within(-157, -118), 1);
  assert.is(within(-118, -114), 0);
  assert.is(within(-114, -110), 1);
  assert.is(within(-110, -106), 0);
  assert.is(within(-106, -31), 1);
});

test("what nothing asks for stands first", () => {
  assert.is(values.get("compare.refusal")?.[0], "none");
  assert.is(values.get("compare.payment")?.[0], "answered");
  assert.ok((calm.get("compare.refusal") ?? 0) > 1);
});

test("a question of two parts wants both, one of either only one", () => {
  const parts = all.find(({ id }) => id === "refused_for_one")?.clauses ?? [];
  assert.equal(
    parts.map((clause) => clause.map(({ signal }) => signal)),
    [["compare.refusal", "compare.refusal_cards"]],
  );
  const either = {
    row: {
      when: {
        any: [
          { signal: "sim.iccid_changed", is: [true] },
          { signal: "sim.imei_changed", is: [true] },
        ],
      },
      class: "state",
      leak: 0.1,
    },
  } as const;
  assert.is(questionsOf({ observations: either }, "eth0").all[0]?.clauses.length, 2);
});

test("more than none has a contrary: none", () => {
  const count = { row: { when: { signal: "compare.early_removals", above: 0 }, class: "count", leak: 0.1 } } as const;
  assert.ok(questionsOf({ observations: count }, "eth0").values.get("compare.early_removals")?.includes(0));
});

test.run();
