import { assert, suite } from "../front-door/suite.ts";
import { LivingTerminal } from "../support/living-terminal.ts";
import { modemFaults } from "./modem-faults.ts";

const test = suite("what is wrong with the modem, the card or the network", { timeoutMs: 30_000 });
const healthySeconds = 120;
const healingSeconds = 240;

for (const { name, terms, used, set, undo = [], lasts, verdict } of modemFaults) {
  test(`${name} → ${verdict ?? "nothing to say"}`, async () => {
    const terminal = new LivingTerminal(terms);
    await terminal.live(healthySeconds);
    if (used !== undefined) terminal.use(used);
    await terminal.live(healthySeconds);
    assert.is(terminal.cases.size, 0, "in health");
    terminal.set(set);
    await terminal.live(lasts);
    const named = [...new Set(terminal.cases.values())];
    assert.equal(named, verdict === undefined ? [] : [verdict], terminal.story.join(", "));
    for (const step of undo) {
      terminal.set(step);
      await terminal.live(healingSeconds / undo.length);
    }
    if (undo.length > 0) assert.is(terminal.open.size, 0, terminal.story.join(", "));
    assert.equal([...new Set(terminal.cases.values())], named, terminal.story.join(", "));
    await terminal.end();
  });
}

test.run();
