/** Troubles at the till beside their near misses, in counted time. All rows: `npm run bench -- till`. */
import { assert, suite } from "../front-door/suite.ts";
import { liveAtTill } from "../support/till-life.ts";
import { tillRows, tillStories } from "./till/rows.ts";

const chosen: readonly string[] = [
  "antenna dead",
  "chip cards swiped by a new clerk",
  "application on the chip blocked",
  "PIN forgotten",
  "acquirer locks a card after three wrong PINs",
  "merchant frozen over night",
  "pre-authorisation not enabled",
  "a new card product is not known yet",
  "card of many years in a drawer",
  "paper out: approved without a slip",
  "declined: no slip either",
  "master key gone",
  "storage half full",
  "refund that is covered",
];

const test = suite("what is named at the till", { timeoutMs: 30_000 });
const plan = { seed: 21, before: 14, during: 8, after: 4 };

test("every row has two stories of different names, and every name is there once", () => {
  const names = tillStories.map(({ name }) => name);
  assert.is(new Set(names).size, tillRows.length * 2);
  for (const name of chosen) assert.ok(names.includes(name), name);
});

for (const story of tillStories.filter(({ name }) => chosen.includes(name))) {
  test(`${story.name} → ${story.fault ?? "nothing to say"}`, async () => {
    const { judgement, looks } = await liveAtTill(story, plan);
    const right = story.fault === undefined ? "silent" : "right";
    assert.is(judgement, right, looks.join("\n"));
  });
}

test.run();
