import { catalogue } from "../../src/faults/index.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createBench } from "./ceiling.ts";
import { deployments } from "./deployments.ts";
import { linksOf, mutantsOf, mutantText, mutated } from "./mutants.ts";
import { fateOf, reaching, type Suite } from "./mutation.ts";
import { drawnScenarios, some } from "./scenarios.ts";
import { toy } from "./toy.ts";

const places = deployments.slice(0, 1);

function suiteOf(of: typeof toy, faults: readonly string[]): Suite {
  const bench = createBench(of, places);
  const drawn = faults.map((fault) => [fault, drawnScenarios(of, bench, { fault, count: 2, seed: 7 })] as const);
  return { catalogue: of, bench, drawn: new Map(drawn), golden: new Map() };
}

const test = suite("mutants", { timeoutMs: 30_000 });
const link = { layer: "faults", cause: "radio", effect: "weak", word: "always" } as const;

test("every link is deleted, weakened and led elsewhere", () => {
  assert.equal(
    mutantsOf(toy, link).map(({ kind }) => kind),
    ["delete", "weaken", "rewire"],
  );
  assert.equal(mutated(toy, { link, kind: "delete" }).faults["radio"]?.causes, {
    unusable: "sometimes",
    no_way: "often",
  });
  assert.is(mutated(toy, { link, kind: "weaken" }).faults["radio"]?.causes["weak"], "often");
  const led = mutated(toy, { link, kind: "rewire", to: "refused_pin" }).faults["radio"]?.causes;
  assert.is(led?.["refused_pin"], "always");
  assert.is(led?.["weak"], undefined);
});

test("a link of a condition concerns all that lead to it", () => {
  assert.equal(reaching(toy, "no_way"), ["radio"]);
});

test("the loss of a fault's only sign is noticed, and no change is not", () => {
  const small = suiteOf(toy, ["pin"]);
  const own = { layer: "faults", cause: "pin", effect: "refused_pin", word: "always" } as const;
  assert.is(fateOf(small, { link: own, kind: "delete" }).by, "drawn");
  assert.is(fateOf(small, { link: { ...own, effect: "weak" }, kind: "delete" }).by, "nothing");
});

test("a sample of the real catalogue's links is noticed when it is gone", () => {
  // What every terminal with a network can have.
  const isCommon = (fault: string) => catalogue.faults[fault]?.needs?.every((need) => need === "ip") ?? true;
  const sample = some(
    linksOf(catalogue).filter(({ layer, word, cause }) => layer === "faults" && word === "always" && isCommon(cause)),
    4,
    7,
  );
  const real = suiteOf(catalogue, [...new Set(sample.map(({ cause }) => cause))]);
  const fates = sample.map((each) => fateOf(real, { link: each, kind: "delete" }));
  assert.equal(
    fates.filter(({ by }) => by === "nothing").map(({ mutant }) => mutantText(mutant)),
    [],
  );
});

test.run();
