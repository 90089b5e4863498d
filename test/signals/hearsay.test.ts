import { catalogue } from "../../src/faults/index.ts";
import { capabilitiesIn } from "../../src/incident/incident.ts";
import { absent, reading } from "../../src/model/reading.ts";
import { createThinker } from "../../src/think.ts";
import { assert, suite } from "../front-door/suite.ts";
import { healthy, readingsOf } from "../support/stories.ts";

const test = suite("signals/hearsay");

const outage = { "fleet.same_carrier_fail_pct": 81, "fleet.other_carrier_fail_pct": 2, "fleet.same_shop_fail": "3/3" };
const unregistered = { "modem.reg_state": "searching", "modem.pdp_state": "inactive", "net.tcp_host": "timeout" };

function causes(change: Readonly<Record<string, string | number>>): readonly string[] {
  const readings = readingsOf({ ...healthy, ...change });
  const thinker = createThinker({ catalogue, capabilities: capabilitiesIn(readings), holdMs: 86_400_000 });
  thinker.see(readings);
  return thinker.think(0).diagnosis.verdicts.map(({ fault }) => fault);
}

test("what is heard of others makes nobody ill who is well", () => {
  assert.equal(causes(outage), []);
  assert.equal(causes({ "fleet.same_version_fail_pct": 90, "fleet.other_version_fail_pct": 1 }), []);
});

test("who is ill learns from it what it is", () => {
  assert.is.not(causes(unregistered)[0], "cell.carrier_outage");
  assert.is(causes({ ...unregistered, ...outage })[0], "cell.carrier_outage");
});

test("that the carrier is fine everywhere else says as much", () => {
  const alone = { "fleet.same_carrier_fail_pct": 1, "fleet.other_carrier_fail_pct": 1, "fleet.same_shop_fail": "1/3" };
  assert.is.not(causes({ ...unregistered, ...alone })[0], "cell.carrier_outage");
});

test("who is well again is well, whatever is said of the others, and whoever falls ill later knows it at once", () => {
  const readings = readingsOf({ ...healthy, ...unregistered, ...outage });
  const thinker = createThinker({ catalogue, capabilities: capabilitiesIn(readings), holdMs: 86_400_000 });
  const first = () => thinker.think(nowMs).diagnosis.verdicts[0]?.fault;
  let nowMs = 0;
  thinker.see(readings);
  assert.is(first(), "cell.carrier_outage");
  const become = (state: Readonly<Record<string, string>>): void => {
    for (let look = 0; look < 3; look += 1) {
      nowMs += 5_000;
      thinker.see(readingsOf(state, [0]).map((each) => ({ ...each, atMs: nowMs })));
    }
  };
  become({ "modem.reg_state": "home", "modem.pdp_state": "active", "net.tcp_host": "ok" });
  assert.is(first(), undefined);
  become(unregistered);
  assert.is(first(), "cell.carrier_outage");
});

test("taken back, it counts for nothing", () => {
  const readings = readingsOf({ ...healthy, ...unregistered, ...outage });
  const thinker = createThinker({ catalogue, capabilities: capabilitiesIn(readings), holdMs: 86_400_000 });
  thinker.see(readings);
  const [same, other] = ["fleet.same_carrier_fail_pct", "fleet.other_carrier_fail_pct"] as const;
  thinker.see([absent(same, 1), absent(other, 1), absent("fleet.same_shop_fail", 1)]);
  assert.is.not(thinker.think(2).diagnosis.verdicts[0]?.fault, "cell.carrier_outage");
  thinker.see([reading(same, 81, 3), reading(other, 2, 3)]);
  assert.is(thinker.think(4).diagnosis.verdicts[0]?.fault, "cell.carrier_outage");
});

test.run();
