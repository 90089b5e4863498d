import { catalogue } from "../../src/faults/index.ts";
import { createThinker } from "../../src/think.ts";
import { assert, suite } from "../front-door/suite.ts";
import { cardStories } from "../support/counter/card-stories.ts";
import { refusalStories } from "../support/counter/refusal-stories.ts";
import { readingsOfSteps } from "../support/counter/story.ts";
import { terminalStories } from "../support/counter/terminal-stories.ts";
import { wordStories } from "../support/counter/word-stories.ts";
import { healthy, readingsOf } from "../support/stories.ts";

const test = suite("from the counter to a cause");

/** A payment application may be all that tells, or stand in a terminal of which much is known. */
const { "txn.outcome": _, ...terminal } = healthy;
const places = [
  { place: "by the application alone", base: [] },
  { place: "in a healthy terminal", base: readingsOf(terminal, [-60, -30, -5]) },
];

for (const { place, base } of places) {
  for (const [story, steps, truth] of [...refusalStories, ...cardStories, ...terminalStories, ...wordStories]) {
    test(`${place}: ${story} → ${truth ?? "no verdict"}`, () => {
      const capabilities = new Set(["cellular", "printer"] as const);
      const thinker = createThinker({ catalogue, capabilities, holdMs: 86_400_000 });
      thinker.see([...base, ...readingsOfSteps(steps)]);
      const { verdicts } = thinker.think(0).diagnosis;
      const said = verdicts.map(({ fault, probability }) => `${fault} ${probability}`).join(", ");
      const named = verdicts.filter(({ probability }) => probability >= 0.5).map(({ fault }) => fault);
      assert.is(named[0], truth, said);
    });
  }
}

test.run();
