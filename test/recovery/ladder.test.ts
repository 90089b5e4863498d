import { catalogue } from "../../src/faults/index.ts";
import type { RungId } from "../../src/model/attempt.ts";
import { absent, reading } from "../../src/model/reading.ts";
import { isSignalId, type SignalId, signals } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";
import { unlistedOf } from "../../src/model/unlisted.ts";
import type { Ask } from "../../src/recovery/ask.ts";
import { guardIds, guards } from "../../src/recovery/guard.ts";
import { nextStep, type Situation, seeSigns, type Try } from "../../src/recovery/ladder.ts";
import { mends } from "../../src/recovery/mend.ts";
import { createWatch, type Watch } from "../../src/recovery/watch.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("recovery: which rung is next");

const nowMs = 10_000_000;
const minuteMs = 60_000;
const all: Readonly<Record<RungId, number>> = { reattach: 6, radio: 4, reset: 2 };

type Values = Readonly<Partial<Record<SignalId, Scalar>>>;

/** What is read while each is there. */
const signsOf: Readonly<Record<string, Values>> = {
  "modem.hung": { "modem.port": "open", "modem.at_response": "timeout" },
  "cell.no_service": { "modem.at_response": "ok", "modem.reg_state": "searching", "sim.state": "ready" },
  "unlisted.no_bearer": { "modem.at_response": "ok", "modem.reg_state": "home", "modem.pdp_state": "inactive" },
};

function say(watch: Watch, values: Values, atMs = nowMs): void {
  watch.see(
    Object.entries(values).flatMap(([id, value]) =>
      isSignalId(id) && value !== undefined ? [reading(id, value, atMs)] : [],
    ),
  );
}

interface Told {
  readonly fault: string;
  readonly more?: Values;
  readonly sinceMs?: number;
  readonly tries?: readonly Try[];
  readonly left?: Partial<Record<RungId, number>>;
}

function situation({ fault, more = {}, sinceMs = 60 * minuteMs, tries = [], left = {} }: Told): Situation {
  const watch = createWatch();
  say(watch, { ...signsOf[fault], ...more });
  return {
    signs: new Map([[fault, nowMs - sinceMs]]),
    faults: [fault],
    watch,
    tries,
    left: { ...all, ...left },
    nowMs,
  };
}

const step = (told: Told) => nextStep(situation(told));
const tried = (fault: string, rung: RungId, agoMs: number): Try => ({
  ...{ fault, rung, helped: "no" },
  startedAtMs: nowMs - agoMs,
});
const helped = (fault: string, rung: RungId, agoMs: number): Try => ({ ...tried(fault, rung, agoMs), helped: "yes" });

test("each mendable fault begins on its own rung, after its own time", () => {
  for (const [fault, rung, afterMs] of [
    ["modem.hung", "reset", minuteMs],
    ["cell.no_service", "radio", 5 * minuteMs],
    ["unlisted.no_bearer", "reattach", 3 * minuteMs],
  ] as const) {
    assert.equal(step({ fault, sinceMs: afterMs }), { kind: "try", fault, rung });
    assert.equal(step({ fault, sinceMs: afterMs - 1 }), { kind: "wait", fault, untilMs: nowMs + 1 });
  }
});

/** What is read, and what of it a modem may mend. */
const read: readonly (readonly [string, Values, readonly string[]])[] = [
  ["nothing", {}, []],
  ["a modem that is well", { "modem.at_response": "ok", "modem.reg_state": "home", "modem.pdp_state": "active" }, []],
  ["a silent modem", { "modem.port": "open", "modem.at_response": "timeout" }, ["modem.hung"]],
  ["a port that is gone", { "modem.port": "missing", "modem.at_response": "timeout" }, []],
  ["no service", { "modem.at_response": "ok", "modem.reg_state": "unregistered" }, ["cell.no_service"]],
  ["refused", { "modem.at_response": "ok", "modem.reg_state": "denied" }, []],
  ["emergency calls only", { "modem.at_response": "ok", "modem.reg_state": "emergency_only" }, []],
  [
    "a bearer that is down",
    { "modem.at_response": "ok", "modem.reg_state": "roaming", "modem.pdp_state": "inactive" },
    ["unlisted.no_bearer"],
  ],
  [
    "a bearer that was refused",
    { "modem.at_response": "ok", "modem.reg_state": "home", "modem.pdp_state": "rejected" },
    [],
  ],
  ["told by an application", { "modem.reg_state": "searching", "modem.pdp_state": "inactive" }, []],
];

for (const [name, values, mendable] of read) {
  test(`${name}: ${mendable.join() || "nothing"} to mend`, () => {
    const watch = createWatch();
    say(watch, values);
    const signs = seeSigns(new Map(), watch, nowMs);
    assert.equal(
      [...signs],
      mendable.map((fault) => [fault, nowMs]),
    );
  });
}

test("signs are there since they were first seen, and not when they broke off, are not known, or are old", () => {
  const watch = createWatch();
  say(watch, signsOf["cell.no_service"] ?? {});
  const first = seeSigns(new Map(), watch, nowMs);
  const later = seeSigns(first, watch, nowMs + minuteMs);
  assert.equal([...later], [["cell.no_service", nowMs]]);
  assert.is(seeSigns(later, watch, nowMs + 2 * minuteMs + 1).size, 0);
  watch.see([absent("modem.reg_state", nowMs + minuteMs)]);
  assert.is(seeSigns(later, watch, nowMs + minuteMs).size, 0);
});

test("nothing to mend, nothing to do", () => {
  assert.equal(nextStep({ ...situation({ fault: "modem.hung" }), signs: new Map() }), { kind: "rest" });
});

test("a rung that did not help is followed by the one above, after the top one an hour of rest and the first again", () => {
  const fault = "unlisted.no_bearer";
  const one = tried(fault, "reattach", 5 * minuteMs);
  assert.equal(step({ fault, tries: [one] }), { kind: "try", fault, rung: "radio" });
  const two = { ...tried(fault, "radio", 3 * minuteMs), helped: "unknown" } as const;
  assert.equal(step({ fault, tries: [one, two] }), { kind: "try", fault, rung: "reset" });
  const top = tried(fault, "reset", 59 * minuteMs);
  assert.equal(step({ fault, tries: [top] }), { kind: "wait", fault, untilMs: nowMs + minuteMs });
  const long = tried(fault, "reset", 60 * minuteMs);
  assert.equal(step({ fault, tries: [long] }), { kind: "try", fault, rung: "reattach" });
});

test("a fault that comes back after a rung that helped begins anew, but not before the distance of the rung is over", () => {
  const fault = "unlisted.no_bearer";
  const soon = helped(fault, "reattach", 9 * minuteMs);
  assert.equal(step({ fault, tries: [soon] }), { kind: "wait", fault, untilMs: nowMs + minuteMs });
  const other = helped("cell.no_service", "radio", 15 * minuteMs);
  assert.equal(step({ fault: "cell.no_service", tries: [other] }), {
    kind: "wait",
    fault: "cell.no_service",
    untilMs: nowMs + 5 * minuteMs,
  });
});

test("a distance counts for the rung, whatever fault it was tried for", () => {
  const tries = [helped("cell.no_service", "reset", 30 * minuteMs)];
  assert.equal(step({ fault: "modem.hung", tries }), {
    kind: "wait",
    fault: "modem.hung",
    untilMs: nowMs + 30 * minuteMs,
  });
});

test("a rung without tries left is passed over; without any the ladder is spent for today", () => {
  const fault = "unlisted.no_bearer";
  assert.equal(step({ fault, left: { reattach: 0 } }), { kind: "try", fault, rung: "radio" });
  assert.equal(step({ fault, left: { reattach: 0, radio: 0, reset: 0 } }), { kind: "spent", fault });
  assert.equal(step({ fault: "modem.hung", left: { reset: 0 } }), { kind: "spent", fault: "modem.hung" });
  const low = tried(fault, "reattach", 61 * minuteMs);
  assert.equal(step({ fault, left: { radio: 0, reset: 0 }, tries: [low] }), { kind: "try", fault, rung: "reattach" });
});

test("of two things the more basic one is seen to", () => {
  const signs = new Map(["unlisted.no_bearer", "modem.hung"].map((fault) => [fault, 0] as const));
  assert.equal(nextStep({ ...situation({ fault: "cell.no_service" }), signs }), {
    kind: "try",
    fault: "modem.hung",
    rung: "reset",
  });
});

test("a climb that paused for an hour begins anew", () => {
  const fault = "unlisted.no_bearer";
  const tries = [tried(fault, "reattach", 60 * minuteMs)];
  assert.equal(step({ fault, tries }), { kind: "try", fault, rung: "reattach" });
});

test("another fault that explains it keeps it as it is; a hung modem hides the others and is reset all the same", () => {
  for (const [fault, other, kind] of [
    ["cell.no_service", "sim.invalid", "held"],
    ["cell.no_service", "power.brownout_under_load", "held"],
    ["unlisted.no_bearer", "sim.data_exhausted", "held"],
    ["unlisted.no_bearer", "host.down", "try"],
    ["modem.hung", "sim.invalid", "try"],
    ["modem.hung", "power.brownout_under_load", "held"],
  ] as const) {
    const faults = [fault, other];
    assert.is(nextStep({ ...situation({ fault }), faults }).kind, kind, `${fault} ${other}`);
  }
});

/** Every guard against the fault whose signs it can meet. */
const cases: readonly (readonly [string, string, Values])[] = [
  ["payment_running", "modem.hung", { "txn.running": true }],
  ["reversal_pending", "modem.hung", { "txn.reversal_state": "pending", "txn.running": false }],
  ["reversal_pending", "cell.no_service", { "txn.reversal_state": "sent", "txn.running": false }],
  ["printing", "modem.hung", { "printer.busy": true }],
  ["sim_refused", "cell.no_service", { "modem.reject_cause": 3 }],
  ["sim_refused", "cell.no_service", { "modem.reject_cause": 8 }],
  ["place_refused", "cell.no_service", { "modem.reject_cause": 13 }],
  ["subscription", "cell.no_service", { "modem.pdp_cause": 27 }],
  ["subscription", "unlisted.no_bearer", { "modem.pdp_cause": 33 }],
  ["apn_unexpected", "unlisted.no_bearer", { "modem.apn_expected": false }],
  ["congestion", "cell.no_service", { "modem.reject_cause": 22 }],
  ["congestion", "unlisted.no_bearer", { "modem.pdp_cause": 26 }],
  ["sim_unusable", "cell.no_service", { "sim.state": "absent" }],
  ["sim_unusable", "cell.no_service", { "sim.state": "puk_required" }],
  ["airplane_mode", "cell.no_service", { "modem.airplane_mode": true }],
  ["path_works", "modem.hung", { "net.tcp_host": "ok" }],
  ["path_works", "unlisted.no_bearer", { "net.internet_probe": "ok" }],
  ["money_unclear", "modem.hung", { "txn.outcome": "approved" }],
];

for (const [by, fault, more] of cases) {
  test(`${by} keeps ${fault} as it is: ${JSON.stringify(more)}`, () => {
    assert.equal(step({ fault }).kind, "try");
    assert.equal(step({ fault, more }), { kind: "held", fault, by });
  });
}

const asks = (id: string): readonly Ask[] => {
  const mend = mends[id];
  return mend ? [...mend.whilst, ...mend.mended] : [];
};

test("the tables speak of signals, values and faults that there are", () => {
  const questions = [...guardIds.flatMap((id) => guards[id].when), ...Object.keys(mends).flatMap(asks)];
  for (const { signal, is } of questions) {
    const { shape } = signals[signal];
    if (shape.kind === "one_of")
      assert.ok(
        is.every((value) => shape.values.some((known) => known === value)),
        signal,
      );
  }
  const named = Object.entries(mends).flatMap(([id, { unless }]) => [id, ...unless]);
  for (const fault of named) {
    assert.ok(fault in catalogue.faults || (unlistedOf(fault) ?? "") in catalogue.conditions, fault);
  }
});

test("every guard is met by a case above, except the one that hides the fault itself", () => {
  const met = new Set(cases.map(([by]) => by));
  assert.equal(
    guardIds.filter((id) => !met.has(id)),
    ["registration_denied"],
  );
});

test.run();
