import { PairHistory } from "../../src/memory/pair-history.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("memory/pair-history");

/** A history after meetings and days with data, written `module/card` and `2026-11-22`. */
function history(...events: readonly string[]): PairHistory {
  const pairs = new PairHistory([], 3);
  for (const event of events) {
    const [module = "", card = ""] = event.split("/");
    if (event.includes("/")) pairs.meet(module === "?" ? null : module, card);
    else pairs.worked(event);
  }
  return pairs;
}

const changes = (...events: readonly string[]) => history(...events).changed();

test("before anything is known nothing has changed; the first pair is the one it was delivered with", () => {
  assert.is(changes(), undefined);
  assert.equal(changes("m1/c1"), { module: false, card: false });
});

test("another card, another module, or both", () => {
  assert.equal(changes("m1/c1", "m1/c2"), { module: false, card: true });
  assert.equal(changes("m1/c1", "m2/c1"), { module: true, card: false });
  assert.equal(changes("m1/c1", "m2/c2"), { module: true, card: true });
});

test("a swapped card is called changed until data went through on three days", () => {
  const swapped = ["m1/c1", "m1/c2", "2026-11-01", "2026-11-01", "2026-11-02"];
  assert.is(changes(...swapped)?.card, true);
  assert.is(changes(...swapped, "2026-11-03")?.card, false);
});

test("one that was stopped the day after stays changed for good", () => {
  const pairs = history("m1/c1", "m1/c2", "2026-11-01", "2026-11-02");
  pairs.meet("m1", "c2");
  assert.equal([pairs.changed()?.card, pairs.knownDays("2027-03-02")], [true, 121]);
});

test("the old card put back is in order at once, and so is one that had once settled", () => {
  assert.is(changes("m1/c1", "m1/c2", "2026-11-01", "m1/c1")?.card, false);
  const settled = ["m1/c1", "m1/c2", "2026-11-01", "2026-11-02", "2026-11-03"];
  assert.is(changes(...settled, "m1/c1", "m1/c2")?.card, false);
  assert.is(changes(...settled, "m1/c3")?.card, true);
});

test("changes are measured against the last pair in order, not against the one before", () => {
  assert.equal(changes("m1/c1", "m1/c2", "m2/c1"), { module: true, card: false });
});

test("a module that has not said who it is is taken for the one before, and filled in when it does", () => {
  assert.equal(changes("m1/c1", "?/c1"), { module: false, card: false });
  assert.equal(changes("?/c1", "m1/c1"), { module: false, card: false });
  assert.is(history("?/c1", "m1/c1").pairs.length, 1);
  assert.is(changes("?/c1", "m1/c1", "m2/c1")?.module, true);
});

test("known days count from the first day with data, whatever the clock did before", () => {
  assert.is(history("m1/c1").knownDays("2026-11-22"), 0);
  assert.is(history("m1/c1", "2026-11-02", "2026-11-20").knownDays("2026-11-22"), 20);
  assert.is(history("m1/c1", "2037-01-01", "2026-11-20").knownDays("2026-11-22"), 2, "the clock had been ahead");
  assert.is(history("m1/c1", "m1/c2", "2037-01-01", "2026-11-20").current?.goodDays, 1, "one day, not two");
});

test("it goes on from what was stored, and says nothing until the module has told of its card", () => {
  const after = new PairHistory(history("m1/c1", "2026-11-01").pairs, 3);
  assert.equal([after.changed(), after.current, after.worked("2026-11-02")], [undefined, undefined, false]);
  assert.is(after.meet("m1", "c9"), true);
  assert.is(after.changed()?.card, true);
});

test("at most eight pairs are kept, and the one in order is never forgotten", () => {
  const many = Array.from({ length: 40 }, (_, at) => `m1/x${at}`);
  const pairs = history("m1/c1", "2026-11-01", ...many);
  assert.is(pairs.pairs.length, 8);
  assert.equal([pairs.pairs[0]?.card, pairs.pairs.at(-1)?.card], ["c1", "x39"]);
  assert.is(pairs.changed()?.card, true);
});

test.run();
