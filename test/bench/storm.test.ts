import { assert, suite } from "../front-door/suite.ts";
import { caps, raiseStorm } from "./storm.ts";

const test = suite("bench/storm", { timeoutMs: 60_000 });

test("forty real sessions lose their broker at once: they come back spread, within their budgets, all of them", async () => {
  const fleet = { agents: 40, processes: 1, downS: 3, seed: 7, broker: "embedded", speed: 20 } as const;
  const { allBack, peakPerSecond, mostOfOneAgent, backMs, attempts } = await raiseStorm(fleet, () => {});
  assert.ok(allBack);
  assert.ok(backMs.length >= fleet.agents && attempts.length >= fleet.agents);
  // A quarter of a thousand is the cap; of forty a small sample may be a little more.
  assert.ok(peakPerSecond <= 0.5 * fleet.agents, `${peakPerSecond} in one second`);
  assert.ok(mostOfOneAgent <= caps.attemptsInTenMinutes, `${mostOfOneAgent} of one agent`);
});

test.run();
