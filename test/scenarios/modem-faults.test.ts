import { assert, suite } from "../front-door/suite.ts";
import { LivingTerminal } from "../support/living-terminal.ts";
import { modemFaults } from "./modem-faults.ts";

const test = suite("what is wrong with the modem, the card or the network", { timeoutMs: 90_000 });
const healthySeconds = 30;
const betweenStepsSeconds = 3;

for (const { name, terms, used, set, undo = [], lasts = 60, heals = 90, first, verdict } of modemFaults) {
  test(`${name} → ${verdict ?? "nothing to say"}`, async () => {
    const terminal = new LivingTerminal(terms);
    const named = () => [...new Set(terminal.cases.values())].filter((fault) => fault !== first);
    const story = () => terminal.story.join(", ");
    const expected = verdict === undefined ? [] : [verdict];
    await terminal.live(healthySeconds);
    if (used !== undefined) terminal.use(used);
    await terminal.live(healthySeconds);
    assert.is(terminal.cases.size, 0, "in health");
    terminal.set(set);
    await terminal.live(lasts);
    assert.equal(named(), expected, story());
    for (const step of undo) {
      terminal.set(step);
      await terminal.live(betweenStepsSeconds);
    }
    await terminal.live(heals);
    if (undo.length > 0 && heals > 0) assert.is(terminal.open.size, 0, story());
    // Nothing else was made of what is left when it is over.
    assert.equal(named(), expected, story());
    await terminal.end();
  });
}

test.run();
