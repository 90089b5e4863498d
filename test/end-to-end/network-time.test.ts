/** A real agent hears from a simulated modem what time the network has told it, and says how far its own clock can be trusted. */
import { bringUp } from "../../hw-sim/rig/rig.ts";
import { clockQuality } from "../../src/agent/identity.ts";
import { decodeReport } from "../../src/report/decode.ts";
import { assert, suite } from "../front-door/suite.ts";
import { openPlace } from "../support/asked-terminal.ts";
import { createSubscriber } from "../support/subscriber.ts";

const test = suite("network time, end to end", { timeoutMs: 60_000, needs: ["mosquitto"] });

test("reports say that the network confirms the clock, where nobody synchronises it", async () => {
  await using place = await openPlace({ modem: { poll_slow_s: 2 } });
  const told = new Promise<void>((resolve) => {
    place.rig.bench.onWire(({ text }) => text.includes('+QLTS: "20') && resolve());
  });
  await bringUp(place.rig);
  await using support = await createSubscriber(place.port);
  await told;
  await place.rig.bench.set({ sim: "absent" });
  const [message] = await support.count("up/evt", 1);
  const report = decodeReport(message?.payload ?? Buffer.alloc(0));
  const own = clockQuality(Date.now());
  assert.is(report.kind === "ok" && report.value.stamp.clock, own === "rtc" ? "network" : own);
});

test.run();
