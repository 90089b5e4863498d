import { assert, suite } from "../front-door/suite.ts";
import { usualLimits } from "../support/simulated-agent.ts";
import { type Fleet, type Life, liveAll, liveNaively, peak } from "./herd.ts";

const test = suite("a thousand agents and a host that is down", { timeoutMs: 60_000 });

const fleet: Fleet = { agents: 1_000, hours: 24, seed: 20_261_122, start: "at_once", host: "refusing" };
const hour = 3_600_000;

/** Connections within any span of this length, at most. */
function most({ arrivals }: Life, spanMs: number): number {
  return Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + spanMs).length));
}

test("no second sees more than three tenths of the fleet, later seconds a fiftieth, no agent exceeds its budgets", async () => {
  const lives = await liveAll(fleet);
  assert.ok(peak(lives, 1_000) <= 0.3 * fleet.agents, String(peak(lives, 1_000)));
  const later = lives.map(({ arrivals, bytes }) => ({ bytes, arrivals: arrivals.filter((at) => at > 60_000) }));
  assert.ok(peak(later, 1_000) <= 0.02 * fleet.agents, String(peak(later, 1_000)));
  for (const life of lives) {
    assert.ok(most(life, hour) <= usualLimits.hour.connections);
    assert.ok(life.arrivals.length <= usualLimits.day.connections);
    assert.ok(life.bytes <= usualLimits.day.bytes, String(life.bytes));
  }
  // Milliseconds: two in step would come together every time.
  assert.is(new Set(lives.map(({ arrivals }) => arrivals.slice(0, 4).map(Math.round).join())).size, fleet.agents);
});

test("an agent that tries once a minute brings the whole fleet in one second, thirty times as often", () => {
  const naive = liveNaively(fleet);
  assert.is(peak(naive, 1_000), fleet.agents);
  assert.is(naive[0]?.arrivals.length, 1_440);
});

test("whose payments fail at different times come at different times", async () => {
  const spread: Fleet = { ...fleet, agents: 200, hours: 2, start: "by_payments" };
  assert.ok(peak(await liveAll(spread), 1_000) <= 0.05 * spread.agents);
});

test.run();
