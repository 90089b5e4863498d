import { seededRandom } from "../../src/base/random.ts";
import { compile } from "../../src/diagnose/compile.ts";
import { createEngine } from "../../src/diagnose/engine.ts";
import { choiceBetween, gainOf } from "../../src/diagnose/gain.ts";
import type { Graph } from "../../src/diagnose/graph.ts";
import type { Hypothesis } from "../../src/diagnose/infer.ts";
import type { NextTest } from "../../src/model/case.ts";
import type { Catalogue, FaultDefinition, TestDefinition } from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("next best test");
const error = 0.02;
const direct = { openReads: 1, openMs: 0, closeMs: 0 };

type Causes = FaultDefinition["causes"];

function catalogueOf(
  faults: Readonly<Record<string, Causes>>,
  byTest: Readonly<Record<string, readonly string[]>>,
  tests: Readonly<Record<string, TestDefinition>> = {},
): Catalogue {
  const testOf = (id: string) => Object.entries(byTest).find(([, all]) => all.includes(id))?.[0];
  const ids = [...new Set(Object.values(faults).flatMap((causes) => Object.keys(causes)))];
  return {
    faults: Object.fromEntries(
      Object.entries(faults).map(([id, causes]) => [
        id,
        {
          rate: "common",
          severity: "major",
          party: [id === "f0" ? "merchant" : "vendor"],
          pace: "direct",
          knownBy: "direct",
          source: "",
          causes,
        },
      ]),
    ),
    conditions: {},
    observations: Object.fromEntries(
      ids.map((id) => {
        const named = testOf(id);
        const row = {
          when: { signal: "sim.state", is: ["absent"] },
          class: "state",
          leak: id === "seen" ? 1e-5 : 0.01,
        } as const;
        return [id, named === undefined ? row : { ...row, test: named }];
      }),
    ),
    tests: Object.fromEntries(Object.keys(byTest).map((id) => [id, tests[id] ?? { seconds: 1 }])),
    paces: { told: direct, direct, probed: direct, sampled: direct },
  };
}

/** Everybody complains of `seen`; nothing else is known. */
function ask(catalogue: Catalogue, newest: readonly Reading[] = [], nowMs = 0): readonly NextTest[] {
  const seen: Evidence = {
    ...{ id: "seen", holds: true, sinceMs: 0, reads: 2, readings: [] },
    likelihood: { ifTrue: 1, ifFalse: 1e-4 },
  };
  return createEngine(catalogue, new Set()).diagnose([seen], newest, nowMs).nextTests;
}

const entropy = (all: readonly number[]): number => {
  const total = all.reduce((sum, each) => sum + each, 0);
  return all.reduce((sum, each) => (each > 0 ? sum - (each / total) * Math.log2(each / total) : sum), 0);
};

/** H before − Σ P(outcome) · H after, every outcome of every observation written out, from the catalogue's words alone. */
function bruteForce(graph: Graph, observations: readonly number[], sets: readonly Hypothesis[]): number {
  const seen = (observation: number, faults: readonly number[]): number => {
    const node = graph.observations[observation];
    const silent = faults.reduce((rest, fault) => rest * (node?.faults.get(fault) ?? 1), node?.calm ?? 1);
    return (1 - silent) * (1 - error) + silent * error;
  };
  let outcomes: (readonly boolean[])[] = [[]];
  for (const _ of observations)
    outcomes = outcomes.flatMap((before) => [
      [...before, true],
      [...before, false],
    ]);
  const after = outcomes.map((outcome) =>
    sets.map(({ faults, probability }) =>
      outcome.reduce((part, yes, at) => {
        const chance = seen(observations[at] ?? 0, faults);
        return part * (yes ? chance : 1 - chance);
      }, probability),
    ),
  );
  const total = sets.reduce((sum, { probability }) => sum + probability, 0);
  const left = after.reduce((sum, parts) => sum + (parts.reduce((a, b) => a + b, 0) / total) * entropy(parts), 0);
  return entropy(sets.map(({ probability }) => probability)) - left;
}

test("the gain of one observation, and of three together, is what writing out every outcome gives, over 50 networks", () => {
  const random = seededRandom(3);
  const words = ["always", "usually", "often", "sometimes", "rarely"] as const;
  for (let round = 0; round < 50; round += 1) {
    const causes = (): Causes =>
      Object.fromEntries(["o0", "o1", "o2"].map((id) => [id, words[Math.floor(random() * words.length)] ?? "often"]));
    const graph = compile(
      catalogueOf({ f0: causes(), f1: causes(), f2: causes() }, { t: ["o0", "o1", "o2"] }),
      new Set(),
    );
    const sets = [[0], [1], [2], [0, 1], [1, 2]].map((faults) => ({ faults, probability: 0.05 + random() }));
    const single = gainOf(choiceBetween(graph, sets), { observations: [1], error });
    assert.ok(Math.abs((single?.bits ?? 0) - bruteForce(graph, [1], sets)) < 1e-12);
    // What adds nearly nothing is left out: it may lack a tenth, and never adds anything.
    const joint = gainOf(choiceBetween(graph, sets), { observations: [0, 1, 2], error })?.bits ?? 0;
    const exact = bruteForce(graph, [0, 1, 2], sets);
    assert.ok(joint <= exact + 1e-12 && joint >= 0.8 * exact, `${joint} of ${exact}`);
  }
});

const halves = { f0: { seen: "always", left: "always" }, f1: { seen: "always", right: "always" } } as const;

test("of two tests that tell the same, the cheaper comes first, and each says what it costs and separates", () => {
  const dear: TestDefinition = { seconds: 4, bytes: 3_000, disturbance: 60, asks: "merchant" };
  const [first, second] = ask(catalogueOf(halves, { dear: ["left"], cheap: ["right"] }, { dear }));
  assert.is(first?.test, "cheap");
  assert.equal(first?.costParts, { seconds: 1, bytes: 0, disturbance: 0, person: 0 });
  assert.is(second?.cost, 4 + 3 + 60 + 25);
  assert.equal([...(second?.separates ?? [])].toSorted(), ["f0", "f1"]);
});

test("a test of several observations is worth more than each of them, and is preferred at the same price", () => {
  const faults = {
    f0: { seen: "always" },
    f1: { seen: "always", one: "always" },
    f2: { seen: "always", two: "always", alone: "always" },
  } as const;
  assert.is(ask(catalogueOf(faults, { both: ["one", "two"], single: ["alone"] }))[0]?.test, "both");
});

test("a fault that nothing speaks for keeps its test on offer, and a settled one needs none", () => {
  assert.is(ask(catalogueOf(halves, { t: ["left"] })).length, 1);
  const settled = { f0: { seen: "always", left: "always" }, f1: { other: "always", left: "rarely" } } as const;
  assert.equal(ask(catalogueOf(settled, { t: ["left"] })), []);
});

test("what everybody would begin with in the same way is not told apart", () => {
  const faults = { f1: halves.f0, f2: halves.f1 };
  const catalogue = catalogueOf(faults, { t: ["left"] });
  const same = { ...catalogue, firstSteps: { f1: "call", f2: "call" } };
  assert.is(ask({ ...catalogue, firstSteps: { f1: "call", f2: "clean" } }).length, 1);
  assert.equal(ask(same), []);
  // The same words, but another one has to act.
  const other = catalogueOf(halves, { t: ["left"] });
  assert.is(ask({ ...other, firstSteps: { f0: "call", f1: "call" } }).length, 1);
});

test("what money on the way forbids is not offered then, and is again when it has passed", () => {
  const careful: TestDefinition = { seconds: 1, forbidden: ["payment"] };
  const catalogue = catalogueOf(halves, { t: ["left"] }, { t: careful });
  const names = (newest: readonly Reading[], nowMs = 0) => ask(catalogue, newest, nowMs).length;
  assert.is(names([reading("txn.running", true, 0)]), 0);
  assert.is(names([reading("txn.running", false, 0)]), 1);
  assert.is(names([reading("txn.reversal_state", "sent", 0)]), 0);
  assert.is(names([reading("txn.reversal_state", "pending", 0)]), 1);
  // An application that died in a payment.
  assert.is(names([reading("txn.running", true, 0)], 180_000), 1);
  const reversing = catalogueOf(halves, { t: ["left"] }, { t: { seconds: 1, forbidden: ["payment", "reversal"] } });
  assert.equal(ask(reversing, [reading("txn.reversal_state", "pending", 0)], 3_600_000), []);
});

const complaint = reading("operator.report", "it does not work", 0);

test("after a complaint that nothing explains, anything is worth a test; where nobody complains nothing is", () => {
  const catalogue = catalogueOf({ f0: { left: "always" }, f1: { right: "always" } }, { t: ["left", "right"] });
  const engine = createEngine(catalogue, new Set());
  assert.equal(
    engine.diagnose([], [complaint], 0).nextTests.map((each) => each.test),
    ["t"],
  );
  assert.equal(engine.diagnose([], [], 0).nextTests, []);
});

test("money that is open explains no complaint, and another fault that is certain does", () => {
  const faults = { f0: { left: "always" }, f1: { right: "always" }, f2: { seen: "always" } } as const;
  const catalogue = catalogueOf(faults, { t: ["left", "right"] });
  assert.equal(ask(catalogue, [complaint]), []);
  const { f2, ...others } = catalogue.faults;
  const money = { ...others, ...(f2 && { f2: { ...f2, rank: "first" as const } }) };
  assert.is(ask({ ...catalogue, faults: money }, [complaint])[0]?.test, "t");
});

test.run();
