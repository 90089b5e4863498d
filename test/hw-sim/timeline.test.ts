import { readdirSync } from "node:fs";
import { loadScenario, playScenario, readScenario, type Scenario } from "../../hw-sim/timeline.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createVirtualTerminal } from "./virtual-terminal.ts";

const names = readdirSync(new URL("../../hw-sim/scenarios/", import.meta.url)).map((name) => name.replace(".json", ""));

/** The whole log of a run, with a client that asks every `everyMs`. */
function replay(scenario: Scenario, seed: number, everyMs: number): readonly string[] {
  const terminal = createVirtualTerminal(seed);
  playScenario(scenario, terminal.time, { step: ({ set }) => terminal.set(set) });
  for (let at = 0; at < 150_000; at += everyMs) {
    terminal.modem.receive(Buffer.from("AT+CEREG?\r"));
    terminal.time.pass(everyMs);
  }
  return terminal.log;
}

const test = suite("scenarios");
for (const name of names) {
  test(`${name} replays byte for byte with the same seed`, () => {
    const scenario = loadScenario(name);
    assert.equal(replay(scenario, scenario.seed, 5_000), replay(scenario, scenario.seed, 5_000));
    assert.ok(scenario.about.length > 20);
  });
}
test("another seed gives other times, and the client's pace does not change the physics", () => {
  const scenario = loadScenario("sim-pulled");
  const events = (log: readonly string[]) => log.filter((entry) => /^\d+ [a-z_]+$/.test(entry));
  assert.not.equal(events(replay(scenario, 1, 5_000)), events(replay(scenario, 2, 5_000)));
  assert.equal(events(replay(scenario, 1, 5_000)), events(replay(scenario, 1, 10_000)));
});
test("the same terminal ends where it began", () => {
  for (const name of names) {
    const terminal = createVirtualTerminal(4);
    playScenario(loadScenario(name), terminal.time, { step: ({ set }) => terminal.set(set) });
    terminal.time.pass(200_000);
    assert.equal(terminal.state().modem, { running: true, sim: "ready", stat: 1, bearer: true }, name);
  }
});
test("a wrong file is told with everything wrong in it", () => {
  const wrong = {
    seed: -1,
    steps: [
      { at_s: "x", set: { sim: "gone" } },
      { at_s: 1, set: { fault: "sim.absent" } },
    ],
  };
  assert.throws(
    () => readScenario("bad", wrong),
    (error: Error) => ["seed", "at_s", "gone", 'no "fault"'].every((part) => error.message.includes(part)),
  );
});
test.run();
