import { type Concerned, createHints, usualPace } from "../../src/fleet/hints.ts";
import type { Incident } from "../../src/fleet/incident.ts";
import { assert, suite } from "../front-door/suite.ts";
import { startMs } from "./small-fleet.ts";

const test = suite("fleet/hints");

function outage(failPct: number, ids: readonly number[], onlineMs = 0): Concerned {
  const incident: Incident = {
    ...{ id: "i1", tenant: "acme", scope: { carrier: "46000" }, fault: "cell.carrier_outage", beganMs: startMs },
    ...{
      updatedMs: startMs,
      affected: 9,
      peak: 9,
      total: 10,
      confidence: 0.97,
      failPct,
      peersFailPct: 1.5,
      members: ids,
    },
  };
  return { incident, dimension: "carrier", to: ids.map((id) => ({ id, onlineMs })) };
}

const minute = 60_000;

test("told once, again after two thirds of its time, and to whoever joins at once", () => {
  const hints = createHints(usualPace);
  const told = (to: readonly number[], afterMs: number) =>
    hints.due([outage(82, to)], [], startMs + afterMs).map((order) => order.to);
  assert.equal(told([1, 2], 0), [[1, 2]]);
  assert.equal(told([1, 2], minute), []);
  assert.equal(told([1, 2, 3], 2 * minute), [[3]]);
  assert.equal(told([1, 2, 3], 13 * minute), []);
  assert.equal(told([1, 2, 3], 14 * minute), [[1, 2]]);
  assert.equal(told([1, 2, 3], 16 * minute), [[3]]);
});

test("who was away is told again, once, and not within a minute", () => {
  const hints = createHints(usualPace);
  const told = (onlineS: number, afterS: number) =>
    hints.due([outage(82, [1], startMs + onlineS * 1_000)], [], startMs + afterS * 1_000).length;
  assert.equal([told(-5, 0), told(-5, 90), told(40, 50), told(40, 60), told(40, 130)], [1, 0, 0, 1, 0]);
});

test("figures that change by much are told sooner, but not within a minute", () => {
  const hints = createHints(usualPace);
  const told = (failPct: number, afterMs: number) =>
    hints.due([outage(failPct, [1])], [], startMs + afterMs).map(({ hint }) => hint.figures[0]?.value);
  assert.equal(told(30, 0), [30]);
  assert.equal(told(80, 0.9 * minute), []);
  assert.equal(told(40, minute), []);
  assert.equal(told(80, 1.1 * minute), [80]);
});

test("figures that are too small to speak for the incident are told to nobody until they do", () => {
  const hints = createHints(usualPace);
  const told = (failPct: number, afterMs: number) => hints.due([outage(failPct, [1])], [], startMs + afterMs).length;
  assert.equal([told(25, 0), told(26, minute)], [0, 1]);
  assert.equal(told(8, 3 * minute), 1, "who was told of more is told of less");
});

test("a hint says whom it concerns, how sure it is, and until when", () => {
  const [order] = createHints(usualPace).due([outage(82, [1])], [], startMs + 300);
  const issuedS = startMs / 1_000;
  assert.equal(order, {
    incident: "i1",
    to: [1],
    hint: {
      ...{ tenant: "acme", issuedS, untilS: issuedS + 1_200, concerns: { carrier: "46000" }, confidence: 0.97 },
      figures: [
        { signal: "fleet.same_carrier_fail_pct", value: 82 },
        { signal: "fleet.other_carrier_fail_pct", value: 1.5 },
      ],
    },
  });
});

test("when it is over everybody who still believes in it is told so, once", () => {
  const hints = createHints(usualPace);
  hints.due([outage(82, [1, 2])], [], startMs);
  hints.due([outage(82, [3])], [], startMs + 15 * minute);
  const last = hints.due([], [outage(2, [])], startMs + 21 * minute);
  assert.equal(
    last.map(({ to, hint }) => [to, hint.figures[0]?.value, hint.untilS - hint.issuedS]),
    [[[3], 2, 300]],
  );
  assert.equal(hints.due([], [outage(2, [])], startMs + 22 * minute), []);
});

test("more than fit wait for the next time, and are counted", () => {
  const hints = createHints({ ...usualPace, most: 2 });
  const at = (times: number) =>
    hints.due([outage(82, [1, 2, 3, 4, 5])], [], startMs + times * 10_000).map(({ to }) => to);
  assert.equal([at(0), at(1), at(2), at(3)], [[[1, 2]], [[3, 4]], [[5]], []]);
  assert.is(hints.deferred, 4);
});

test.run();
