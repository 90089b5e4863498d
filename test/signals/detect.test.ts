import type { ObservationDefinition } from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { absent, reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import { createBook } from "../../src/signals/book.ts";
import { detect } from "../../src/signals/detect.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("evidence from readings");

type Row = readonly [atMs: number, signal: SignalId, value: unknown];

/** The one observation, seen through these readings. `value` undefined: the reading could not be had. */
function see(observation: ObservationDefinition, rows: readonly Row[], nowMs: number): Evidence | undefined {
  const book = createBook();
  for (const [atMs, signal, value] of rows) {
    book.see(value === undefined ? absent(signal, atMs) : reading(signal, value, atMs));
  }
  return detect({ it: observation }, book, { nowMs, holdMs: 1_000 })[0];
}

const simAbsent: ObservationDefinition = {
  when: { signal: "sim.state", is: ["absent"] },
  class: "state",
  leak: 0.001,
};
const weak: ObservationDefinition = {
  when: { signal: "modem.rsrp_dbm", below: -110, until: -106 },
  class: "probe",
  leak: 0.01,
};
const timeouts: ObservationDefinition = {
  when: { signal: "txn.outcome", is: ["timeout"] },
  class: "stat",
  leak: 0.01,
};

test("one reading of a register is strong, two that agree are stronger, and nothing is ever quite certain", () => {
  const ratio = (evidence: Evidence | undefined) =>
    evidence ? evidence.likelihood.ifTrue / evidence.likelihood.ifFalse : 0;
  const one = see(simAbsent, [[0, "sim.state", "absent"]], 0);
  const five = see(
    simAbsent,
    [0, 1, 2, 3, 4].map((at) => [at, "sim.state", "absent"] as const),
    4,
  );
  assert.ok(ratio(one) > 300 && ratio(one) < 400);
  assert.is(Math.round(ratio(five)), 10_000);
  assert.is(five?.reads, 5);
});

test("a register that changed means what it says now, however long it said the other", () => {
  const rows = [0, 1, 2, 3, 4, 5, 6].map((at) => [at, "sim.state", "ready"] as const);
  const pulled = see(simAbsent, [...rows, [7, "sim.state", "absent"]], 7);
  assert.is(pulled?.holds, true);
  assert.is(pulled?.sinceMs, 7);
  assert.is(pulled?.reads, 1);
});

test("two failures in a row begin something, whatever went well before; one among the good ones does not", () => {
  const row = (at: number, value: string) => [at, "txn.outcome", value] as const;
  const well = Array.from({ length: 14 }, (_, at) => row(at, "approved"));
  assert.is(see(timeouts, [...well, row(14, "timeout")], 14)?.holds, false);
  const begun = see(timeouts, [...well, row(14, "timeout"), row(15, "timeout")], 15);
  assert.is(begun?.holds, true);
  assert.is(begun?.reads, 2);
  assert.ok((begun?.likelihood.ifFalse ?? 1) < 0.04);
  assert.is(see(timeouts, [...well, row(14, "timeout"), row(15, "timeout"), row(16, "approved")], 16)?.holds, false);
});

test("what could not be read is not evidence of anything", () => {
  assert.is(see(simAbsent, [], 0), undefined);
  assert.is(
    see(
      simAbsent,
      [
        [0, "sim.state", "absent"],
        [1, "sim.state", undefined],
      ],
      1,
    ),
    undefined,
  );
});

test("a value that says not looked at is unknown, not no", () => {
  const refused: ObservationDefinition = {
    when: { signal: "net.tcp_host", is: ["refused"], unknown: ["timeout"] },
    class: "probe",
    leak: 0.01,
  };
  assert.is(see(refused, [[0, "net.tcp_host", "not_run"]], 0), undefined);
  assert.is(see(refused, [[0, "net.tcp_host", "timeout"]], 0), undefined);
  assert.is(see(refused, [[0, "net.tcp_host", "ok"]], 0)?.holds, false);
});

test("an implausible value is left out and counted", () => {
  const book = createBook();
  book.see(reading("modem.rsrp_dbm", -32768, 0));
  book.see(reading("modem.rsrp_dbm", "strong", 0));
  assert.is(book.implausible, 2);
  assert.equal(book.of("modem.rsrp_dbm"), []);
});

test("a signal on the edge stays weak until it is clearly good again", () => {
  const at = (...values: readonly number[]) =>
    see(
      weak,
      values.map((value, index) => [index, "modem.rsrp_dbm", value] as const),
      values.length,
    )?.holds;
  assert.is(at(-109), false);
  assert.is(at(-111), true);
  assert.is(at(-111, -108), true);
  assert.is(at(-111, -105), false);
  assert.is(at(-111, -105, -108), false);
});

test("a reading fades to unknown, never to no", () => {
  const fresh = see(simAbsent, [[0, "sim.state", "absent"]], 1_000);
  const old = see(simAbsent, [[0, "sim.state", "absent"]], 3_600_000);
  assert.ok((fresh?.likelihood.ifFalse ?? 1) < 0.004);
  assert.ok(Math.abs((old?.likelihood.ifTrue ?? 0) - (old?.likelihood.ifFalse ?? 1)) < 1e-6);
});

test("one success among failures does not undo them, and one failure among successes is not an outage", () => {
  const outcomes = (...values: readonly string[]) =>
    see(
      timeouts,
      values.map((value, index) => [index, "txn.outcome", value] as const),
      values.length,
    );
  assert.is(outcomes("timeout", "timeout", "approved", "timeout")?.holds, true);
  assert.is(outcomes(...Array<string>(6).fill("approved"), "timeout", "approved")?.holds, false);
});

test("readings that arrive late take their place by time", () => {
  const book = createBook();
  for (const [at, value] of [
    [5, "ready"],
    [9, "absent"],
    [7, "busy"],
  ] as const)
    book.see(reading("sim.state", value, at));
  assert.equal(
    book.of("sim.state").map(({ value }) => value),
    ["ready", "busy", "absent"],
  );
});

test("a share of another signal needs both", () => {
  const near: ObservationDefinition = {
    when: { signal: "sim.data_used_mb_month", share: 0.95, of: "sim.data_plan_mb" },
    class: "state",
    leak: 0.01,
  };
  assert.is(see(near, [[0, "sim.data_used_mb_month", 30]], 0), undefined);
  assert.is(
    see(
      near,
      [
        [0, "sim.data_used_mb_month", 30],
        [0, "sim.data_plan_mb", 30],
      ],
      0,
    )?.holds,
    true,
  );
  assert.is(
    see(
      near,
      [
        [0, "sim.data_used_mb_month", 3],
        [0, "sim.data_plan_mb", 30],
      ],
      0,
    )?.holds,
    false,
  );
});

const strength = (evidence: Evidence | undefined) =>
  evidence ? Math.abs(Math.log(evidence.likelihood.ifTrue / evidence.likelihood.ifFalse)) : 0;

test("a first look that contradicts the one before it counts less than one that is confirmed, or comes much later", () => {
  const ready = [0, 1_000, 2_000].map((at) => [at, "sim.state", "ready"] as const);
  const slip = see(simAbsent, [...ready, [3_000, "sim.state", "absent"]], 3_000);
  const confirmed = see(simAbsent, [...ready, [3_000, "sim.state", "absent"], [4_000, "sim.state", "absent"]], 4_000);
  const later = see(simAbsent, [...ready, [60_000, "sim.state", "absent"]], 60_000);
  assert.is(slip?.holds, true);
  assert.ok(strength(slip) < strength(later) && strength(later) < strength(confirmed));
});

test("what cannot be true together: the newer of two sources counts, in either order", () => {
  const silent: ObservationDefinition = {
    when: { signal: "modem.at_response", is: ["timeout"] },
    class: "state",
    leak: 1e-4,
    endsWith: { signal: "modem.reg_state", is: ["home"] },
  };
  const timeout: Row = [500, "modem.at_response", "timeout"];
  assert.is(see(silent, [timeout, [900, "modem.reg_state", "home"]], 1_000), undefined);
  assert.is(see(silent, [timeout, [100, "modem.reg_state", "home"]], 1_000)?.holds, true);
  assert.is(see(silent, [timeout, [900, "modem.reg_state", "searching"]], 1_000)?.holds, true);
});

test.run();
