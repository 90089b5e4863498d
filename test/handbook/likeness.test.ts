import { worth } from "../../src/diagnose/worth.ts";
import { catalogue } from "../../src/faults/index.ts";
import { appearances, likelihoodWord, likenesses } from "../../src/handbook/likeness.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what looks alike");

const row = {
  rate: "rare",
  severity: "minor",
  party: ["vendor"],
  pace: "told",
  knownBy: "direct",
  source: "",
} as const;
const seen = { when: { signal: "sim.state", is: ["absent"] }, class: "state", leak: 0.2 } as const;
const small: Catalogue = {
  ...catalogue,
  faults: {
    "a.one": { ...row, causes: { dark: "always", first: "usually" } },
    "a.two": { ...row, causes: { dark: "always", second: "usually" } },
    "b.other": { ...row, causes: { third: "always" } },
  },
  conditions: { dark: { leak: 1e-3, causes: { cold: "always", still: "always" } } },
  observations: { cold: seen, still: seen, first: seen, second: seen, third: seen },
};

test("a word of the scale is found again from its number, and from numbers near it", () => {
  for (const [word, value] of Object.entries(worth)) assert.is(likelihoodWord(value), word);
  assert.is(likelihoodWord(worth.always * worth.always), "always");
  assert.is(likelihoodWord(worth.often * worth.often), "sometimes");
  assert.is(likelihoodWord(0.01), undefined);
});

test("what is seen in healthy life anyway is no sign of a fault, and what a state brings about is", () => {
  const shown = appearances(small).get("a.one");
  assert.equal([...(shown?.keys() ?? [])].toSorted(), ["cold", "first", "still"]);
  assert.ok(Math.abs((shown?.get("first") ?? 0) - worth.usually) < 1e-9);
  assert.ok((shown?.get("cold") ?? 0) > 0.93);
});

test("two faults that share most signs are alike, with the sign for each; one that shares none is not", () => {
  const [like, ...more] = likenesses("a.one", appearances(small));
  assert.equal([like?.fault, like?.forThis, like?.forOther, more.length], ["a.two", "first", "second", 0]);
});

test("likeness goes both ways in the real catalogue, and nothing is like itself", () => {
  const all = appearances(catalogue);
  const alike = (a: string, b: string) => likenesses(a, all).find(({ fault }) => fault === b)?.alike;
  const [there, back] = [alike("host.maintenance", "host.down"), alike("host.down", "host.maintenance")];
  assert.ok(Math.abs((there ?? 0) - (back ?? 1)) < 1e-9);
  for (const fault of all.keys()) assert.is(alike(fault, fault), undefined, fault);
});

test.run();
