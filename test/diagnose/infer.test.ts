import { seededRandom } from "../../src/base/random.ts";
import { compile } from "../../src/diagnose/compile.ts";
import type { Graph } from "../../src/diagnose/graph.ts";
import { infer } from "../../src/diagnose/infer.ts";
import type { Findings } from "../../src/diagnose/plan.ts";
import { createScorer } from "../../src/diagnose/scorer.ts";
import type { Catalogue, Effects, Likelihood } from "../../src/model/catalogue.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("exact inference");
const words: readonly Likelihood[] = ["always", "usually", "often", "sometimes", "rarely"];

/** A random catalogue with conditions that cause conditions, and observations with parents in both layers. */
function randomCatalogue(random: () => number): Catalogue {
  const pick = (targets: readonly string[], chance: number): Effects =>
    Object.fromEntries(
      targets.filter(() => random() < chance).map((id) => [id, words[Math.floor(random() * words.length)] ?? "often"]),
    );
  const observationIds = Array.from({ length: 7 }, (_, index) => `o${index}`);
  const conditionIds = Array.from({ length: 5 }, (_, index) => `c${index}`);
  return {
    faults: Object.fromEntries(
      ["f0", "f1", "f2", "f3"].map((id) => [
        id,
        {
          rate: "common",
          severity: "major",
          party: ["vendor"],
          pace: "direct",
          knownBy: "direct",
          source: "made for the test",
          causes: pick([...conditionIds, ...observationIds], 0.35),
        },
      ]),
    ),
    conditions: Object.fromEntries(
      conditionIds.map((id, index) => [
        id,
        { leak: 0.01 + random() / 10, causes: pick([...conditionIds.slice(index + 1), ...observationIds], 0.4) },
      ]),
    ),
    observations: Object.fromEntries(
      observationIds.map((id) => [
        id,
        { when: { signal: "sim.state", is: ["absent"] }, class: "state", leak: 0.01 + random() / 10 },
      ]),
    ),
    tests: {},
    paces: {
      told: { openReads: 1, openMs: 0, closeMs: 0 },
      direct: { openReads: 1, openMs: 0, closeMs: 0 },
      probed: { openReads: 1, openMs: 0, closeMs: 0 },
      sampled: { openReads: 1, openMs: 0, closeMs: 0 },
    },
  };
}

/** P(findings | exactly these faults), by writing out every combination of all conditions. */
function bruteForce(graph: Graph, findings: Findings, faults: readonly number[]): number {
  let total = 0;
  for (let mask = 0; mask < 1 << graph.conditions.length; mask += 1) {
    const silent = (node: Graph["conditions"][number]): number => {
      let product = node.calm;
      for (const fault of faults) product *= node.faults.get(fault) ?? 1;
      for (const [condition, quiet] of node.conditions) if (mask & (1 << condition)) product *= quiet;
      return product;
    };
    let weight = 1;
    for (const [index, node] of graph.conditions.entries()) {
      weight *= mask & (1 << index) ? 1 - silent(node) : silent(node);
    }
    for (const [observation, { ifTrue, ifFalse }] of findings) {
      const node = graph.observations[observation];
      if (node) weight *= ifFalse * silent(node) + ifTrue * (1 - silent(node));
    }
    total += weight;
  }
  return total;
}

test("every set of at most two faults scores as written out in full, over 60 random networks", () => {
  const random = seededRandom(20261122);
  let worst = 0;
  for (let round = 0; round < 60; round += 1) {
    const graph = compile(randomCatalogue(random), new Set());
    const findings: Findings = new Map(
      graph.observations.flatMap((_, index) =>
        random() < 0.7 ? [[index, { ifTrue: 0.001 + random(), ifFalse: 0.001 + random() }] as const] : [],
      ),
    );
    const scorer = createScorer(graph, findings);
    const none = Math.log(bruteForce(graph, findings, []));
    for (let first = 0; first < graph.faultIds.length; first += 1) {
      for (let second = first; second < graph.faultIds.length; second += 1) {
        const set = first === second ? [first] : [first, second];
        const expected = Math.log(bruteForce(graph, findings, set)) - none;
        worst = Math.max(worst, Math.abs(scorer.gain(set) - expected));
      }
    }
  }
  assert.ok(worst < 1e-9, `largest difference ${worst}`);
});

const calm = () => false;

test("probabilities of all sets of a cluster sum to one, and without findings nothing is wrong", () => {
  const graph = compile(randomCatalogue(seededRandom(7)), new Set());
  const findings: Findings = new Map([[0, { ifTrue: 1, ifFalse: 0.001 }]]);
  const { beliefs } = infer(graph, { findings, isComplaint: calm }, createScorer(graph, findings));
  assert.ok(beliefs.length > 0);
  for (const { hypotheses } of beliefs) {
    const sum = hypotheses.reduce((total, { probability }) => total + probability, 0);
    assert.ok(Math.abs(sum - 1) < 1e-12);
  }
  const empty: Findings = new Map();
  assert.ok(infer(graph, { findings: empty, isComplaint: calm }, createScorer(graph, empty)).healthy > 0.5);
});

test("what is seen of one cluster changes nothing in another, and three faults apart are all found", () => {
  const base = randomCatalogue(seededRandom(7));
  const alone = (id: string) => ({ ...base.faults["f0"], causes: { [id]: "always" } });
  const three: Catalogue = {
    ...base,
    conditions: {},
    observations: Object.fromEntries(
      Object.entries(base.observations).map(([id, observation]) => [id, { ...observation, leak: 1e-3 }]),
    ),
    faults: { f0: alone("o0"), f1: alone("o1"), f2: alone("o2") } as Catalogue["faults"],
  };
  const graph = compile(three, new Set());
  const seen = { ifTrue: 1, ifFalse: 1e-4 };
  const of = (findings: Findings) => infer(graph, { findings, isComplaint: calm }, createScorer(graph, findings)).fault;
  const all = of(new Map([0, 1, 2].map((at) => [at, seen] as const)));
  const first = of(new Map([[0, seen]]));
  assert.ok(Math.min(...all.slice(0, 3)) > 0.9, all.join());
  assert.is(first[0], all[0]);
});

test("a catalogue whose conditions cause each other in a circle is refused", () => {
  const base = randomCatalogue(seededRandom(3));
  const circle: Catalogue = {
    ...base,
    conditions: { a: { leak: 0.1, causes: { b: "often" } }, b: { leak: 0.1, causes: { a: "often" } } },
  };
  assert.throws(() => compile({ ...circle, faults: {} }, new Set()), /circle/);
});

test("an effect that is not defined is refused by name", () => {
  const base = randomCatalogue(seededRandom(3));
  const broken: Catalogue = { ...base, faults: {}, conditions: { a: { leak: 0.1, causes: { nowhere: "often" } } } };
  assert.throws(() => compile(broken, new Set()), /nowhere/);
});

/** Three faults apart, each with one sign of its own that is seen now and then in healthy life. */
function apart(leak: number): Graph {
  const base = randomCatalogue(seededRandom(7));
  const alone = (id: string) => ({ ...base.faults["f0"], causes: { [id]: "always" } });
  return compile(
    {
      ...base,
      conditions: {},
      observations: Object.fromEntries(Object.entries(base.observations).map(([id, row]) => [id, { ...row, leak }])),
      faults: { f0: alone("o0"), f1: alone("o1"), f2: alone("o2") } as Catalogue["faults"],
    },
    new Set(),
  );
}

test("a complaint makes something likelier, and where one fault explains it, not the others", () => {
  const graph = apart(0.05);
  const seen = { ifTrue: 1, ifFalse: 1e-4 };
  const believed = (findings: Findings, complaint: boolean) =>
    infer(graph, { findings, isComplaint: () => complaint }, createScorer(graph, findings)).fault;
  const alone: Findings = new Map([[0, seen]]);
  const [quiet = 0] = believed(alone, false);
  const [complained = 0] = believed(alone, true);
  assert.ok(quiet < 0.5 && complained > 0.8, `${quiet} ${complained}`);
  // A sign that no healthy terminal shows makes the second fault certain: then the first is as likely as without a complaint.
  const sure = apart(1e-9);
  const explained: Findings = new Map([
    [0, { ifTrue: 1, ifFalse: 0.5 }],
    [1, seen],
  ]);
  const faults = infer(sure, { findings: explained, isComplaint: () => true }, createScorer(sure, explained)).fault;
  assert.ok((faults[1] ?? 0) > 0.95, String(faults[1]));
  assert.ok((faults[0] ?? 0) < 0.15, String(faults[0]));
});

test("a payment that is stuck without a sign has candidates by how common they are, and none is certain", () => {
  const base = randomCatalogue(seededRandom(7));
  const stops: Catalogue = {
    ...base,
    conditions: { down: { leak: 1e-3, impact: "no_payments", causes: { o6: "always" } } },
    faults: Object.fromEntries(
      Object.entries(base.faults).map(([id, fault]) => [id, { ...fault, causes: { down: "always" } }]),
    ),
  };
  const graph = compile(stops, new Set());
  const nothing: Findings = new Map();
  const told = infer(graph, { findings: nothing, isComplaint: calm, isStuck: true }, createScorer(graph, nothing));
  assert.is(told.beliefs.length, 1);
  const [first = 0, second = 0] = told.fault;
  assert.ok(first > 0.01 && first < 0.5, String(first));
  assert.ok(Math.abs(first - second) < 1e-9);
});

test("conditions that cannot be true are left out, which changes next to nothing", () => {
  const random = seededRandom(11);
  let worst = 0;
  for (let round = 0; round < 30; round += 1) {
    const drawn = randomCatalogue(random);
    const conditions = Object.fromEntries(
      Object.entries(drawn.conditions).map(([id, condition]) => [id, { ...condition, leak: 1e-3 }]),
    );
    const graph = compile({ ...drawn, conditions }, new Set());
    const findings: Findings = new Map(
      graph.observations.map((_, index) => [index, { ifTrue: 0.01 + random(), ifFalse: 0.01 + random() }]),
    );
    const scorer = createScorer(graph, findings);
    const none = Math.log(bruteForce(graph, findings, []));
    for (const fault of graph.faultIds.keys()) {
      const expected = Math.log(bruteForce(graph, findings, [fault])) - none;
      worst = Math.max(worst, Math.abs(scorer.gain([fault]) - expected));
    }
  }
  assert.ok(worst > 0 && worst < 0.02, `largest difference ${worst} nat`);
});

test.run();
