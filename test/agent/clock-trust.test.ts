import { createClockTrust } from "../../src/agent/clock-trust.ts";
import { clockQuality } from "../../src/agent/identity.ts";
import { reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("how far the wall clock can be trusted");
const dayMs = 86_400_000;

class Stepping extends VirtualClock {
  stepMs = 300 * dayMs; // Past the release of the agent.
  override wallMs(): number {
    return super.wallMs() + this.stepMs;
  }
}

/** Where this machine is synchronised there is nothing to be confirmed. */
const own = clockQuality(new Stepping().wallMs());
const confirmed = own === "rtc" ? "host" : own;

test("a host that had the same time within the day makes it the host's, until the clock is set or the day is over", async () => {
  const clock = new Stepping();
  const trust = createClockTrust(clock);
  assert.is(trust.quality(), own);
  trust.see([reading("clock.skew_s", 3, clock.monoMs())]);
  assert.is(trust.quality(), confirmed);
  clock.stepMs += 3_600_000;
  assert.is(trust.quality(), own);
  clock.stepMs -= 3_600_000;
  assert.is(trust.quality(), confirmed);
  await clock.advance(dayMs + 1);
  assert.is(trust.quality(), own);
});

test("a host that had another time takes the trust away", () => {
  const clock = new Stepping();
  const trust = createClockTrust(clock);
  trust.see([reading("clock.skew_s", 1, clock.monoMs())]);
  trust.see([reading("clock.skew_s", 90, clock.monoMs())]);
  assert.is(trust.quality(), own);
});

test("the network's time confirms as a host does, and a wrong one takes away only what it gave", () => {
  const clock = new Stepping();
  const trust = createClockTrust(clock);
  trust.hear({ kind: "network_time", skewMs: -2_400 });
  assert.is(trust.quality(), own === "rtc" ? "network" : own);
  trust.hear({ kind: "network_time", skewMs: 3_600_000 });
  assert.is(trust.quality(), own);
  trust.see([reading("clock.skew_s", 1, clock.monoMs())]);
  trust.hear({ kind: "network_time", skewMs: 3_600_000 });
  assert.is(trust.quality(), confirmed);
});

test("a clock that was never set stays so, whatever a host says", () => {
  const clock = new Stepping();
  clock.stepMs = -20 * 365 * dayMs;
  const trust = createClockTrust(clock);
  trust.see([reading("clock.skew_s", 0, clock.monoMs())]);
  assert.is(trust.quality(), "none");
});

test.run();
