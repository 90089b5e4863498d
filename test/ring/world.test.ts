import { seededRandom } from "../../src/base/random.ts";
import { catalogue } from "../../src/faults/index.ts";
import { assert, suite } from "../front-door/suite.ts";
import { matchedWorld, mismatchedWorld, normal } from "./world.ts";

const test = suite("worlds of the ring");
const matched = matchedWorld(catalogue);
const off = mismatchedWorld(matched, seededRandom(7));

const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
const logOdds = (p: number) => Math.log(p / (1 - p));

test("a world that is off has links that are off by one in log-odds, as many too many as too few", () => {
  const moved = [...matched.faults].flatMap(([id, { effects }]) =>
    [...effects].flatMap(([effect, p]) => {
      const other = off.faults.get(id)?.effects.get(effect);
      return other === undefined ? [] : [logOdds(other) - logOdds(p)];
    }),
  );
  const spread = Math.sqrt(mean(moved.map((each) => each ** 2)));
  assert.ok(Math.abs(mean(moved)) < 0.2, `mean ${mean(moved)}`);
  assert.ok(spread > 0.8 && spread < 1.2, `sd ${spread}`);
});

test("some links are gone, and some are there that nobody knows of", () => {
  const names = (world: typeof matched) =>
    new Set([...world.faults].flatMap(([id, { effects }]) => [...effects.keys()].map((effect) => `${id} ${effect}`)));
  const [before, after] = [names(matched), names(off)];
  const gone = [...before].filter((link) => !after.has(link)).length / before.size;
  assert.ok(gone > 0.01 && gone < 0.06, `${gone} of the links are gone`);
  assert.ok([...after].some((link) => !before.has(link)));
});

test("conditions come before what they cause", () => {
  const order = [...matched.conditions.keys()];
  for (const [id, { effects }] of matched.conditions) {
    for (const effect of effects.keys()) {
      if (matched.conditions.has(effect)) assert.ok(order.indexOf(id) < order.indexOf(effect), `${id}, ${effect}`);
    }
  }
});

test("normal noise is normal", () => {
  const random = seededRandom(1);
  const drawn = Array.from({ length: 5_000 }, () => normal(random));
  assert.ok(Math.abs(mean(drawn)) < 0.05);
  assert.ok(Math.abs(mean(drawn.map((each) => each ** 2)) - 1) < 0.1);
});

test.run();
