import { catalogue } from "../../src/faults/index.ts";
import { nearCertain } from "../../src/model/told.ts";
import { createThinker } from "../../src/think.ts";
import { assert, suite } from "../front-door/suite.ts";
import { cardStories } from "../support/counter/card-stories.ts";
import { refusalStories } from "../support/counter/refusal-stories.ts";
import { chip, readingsOfSteps, served } from "../support/counter/story.ts";
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

test("a chip that fails twice is likely bad, one that fails a third time is", () => {
  const verdictAfter = (tries: number) => {
    const thinker = createThinker({ catalogue, capabilities: new Set(), holdMs: 86_400_000 });
    const failing = Array.from({ length: tries }, () => chip("c1", "mute"));
    thinker.see(readingsOfSteps([served("c8"), served("c9"), ...failing]));
    return thinker.think(0).diagnosis.verdicts[0];
  };
  const [twice, thrice] = [verdictAfter(2), verdictAfter(3)];
  assert.equal([twice?.fault, thrice?.fault], ["card.chip_damaged", "card.chip_damaged"]);
  assert.ok((twice?.probability ?? 1) < nearCertain, `${twice?.probability}`);
  assert.ok((thrice?.probability ?? 0) >= nearCertain, `${thrice?.probability}`);
});

test.run();
