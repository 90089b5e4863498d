import { catalogue } from "../src/faults/index.ts";
import { capabilitiesIn } from "../src/incident/incident.ts";
import type { Diagnosis } from "../src/model/case.ts";
import { absent, type Reading, reading } from "../src/model/reading.ts";
import { createThinker } from "../src/think.ts";
import { assert, suite } from "./front-door/suite.ts";
import { contractStories } from "./support/contract-stories.ts";
import { healthyInShop, networkStories } from "./support/network-stories.ts";
import { healthy, readingsOf, stories } from "./support/stories.ts";

const test = suite("from readings to a cause");

function diagnose(readings: readonly Reading[]): Diagnosis {
  const thinker = createThinker({ catalogue, capabilities: capabilitiesIn(readings), holdMs: 86_400_000 });
  thinker.see(readings);
  return thinker.think(0).diagnosis;
}

/** What a probe says is looked at three times before a case is opened; registers of a modem speak for themselves. */
const burst = [-11, -8, -5];
const places = [
  ...[...stories, ...contractStories].map((story) => ({ place: "mobile", base: healthy, times: [-5], story })),
  ...networkStories.map((story) => ({ place: "in a shop", base: healthyInShop, times: burst, story })),
];

for (const {
  place,
  base,
  times,
  story: [story, change, truth],
} of places) {
  test(`${place}: ${story} → ${truth ?? "no verdict"}`, () => {
    const { verdicts, unknown } = diagnose(readingsOf({ ...base, ...change }, times));
    assert.is(
      verdicts[0]?.fault,
      truth,
      verdicts.map((verdict) => `${verdict.fault} ${verdict.probability}`).join(", "),
    );
    assert.is(unknown, false);
    // A consequence explained by its cause is not reported beside it; where the money is, is.
    const beside = verdicts.slice(1).filter(({ probability }) => probability >= 0.5);
    assert.equal(
      beside.map(({ fault }) => fault).filter((fault) => !fault.startsWith("txn.")),
      [],
    );
  });
}

test("a bearer that is down for no known reason is said to be unlisted, or left open with what to do next", () => {
  const { verdicts, unknown, nextTests } = diagnose(
    readingsOf({
      "modem.pdp_state": "inactive",
      "modem.at_response": "ok",
      "sim.state": "ready",
      "modem.reg_state": "home",
      "txn.outcome": "aborted",
    }),
  );
  assert.ok(unknown || verdicts[0]?.fault.startsWith("unlisted."), verdicts[0]?.fault);
  assert.ok(nextTests.length > 0);
  assert.ok(nextTests.every(({ separates }) => separates.length > 1));
});

test("payments that failed while the bearer was down are not blamed on the host once it is up", () => {
  const thinker = createThinker({ catalogue, capabilities: new Set(["cellular"]), holdMs: 120_000 });
  const named: string[][] = [];
  for (let at = 0; at < 180_000; at += 1_000) {
    const up = at >= 60_000;
    thinker.see([
      reading("modem.at_response", "ok", at),
      reading("sim.state", "ready", at),
      reading("modem.reg_state", "home", at),
      reading("modem.pdp_state", up ? "active" : "rejected", at),
      up ? absent("modem.pdp_cause", at) : reading("modem.pdp_cause", 8, at),
      reading("net.tcp_host", up ? "ok" : "timeout", at),
      reading("net.internet_probe", up ? "ok" : "fail", at),
    ]);
    // The last payment of the bad time; nobody pays again for the next two minutes.
    if (!up && at % 10_000 === 0) thinker.see([reading("txn.outcome", "timeout", at)]);
    const { verdicts } = thinker.think(at).diagnosis;
    named.push(verdicts.filter(({ probability }) => probability >= 0.5).map(({ fault }) => fault));
  }
  // What became of the money is another question, and still open.
  assert.equal(named[59], ["sim.arrears", "txn.state_unknown"]);
  assert.equal([...new Set(named.slice(61).flat())], ["txn.state_unknown"]);
});

test("who complains of weak bars is heard, who asks whether they matter is told nothing and asked for nothing", () => {
  const said = (words: string) => {
    const thinker = createThinker({ catalogue, capabilities: new Set(["cellular"]), holdMs: 120_000 });
    thinker.see([
      ...readingsOf({ ...healthy, "modem.rsrp_dbm": -111 }, [-11, -8, -5]),
      reading("operator.report", words, -1_000),
    ]);
    const { verdicts, nextTests } = thinker.think(0).diagnosis;
    return { faults: verdicts.map(({ fault }) => fault), tests: nextTests.length };
  };
  const complaint = said("刷不了");
  assert.equal(complaint.faults, ["cell.signal_weak"]);
  assert.ok(complaint.tests > 0);
  assert.equal(said("信号就两格,要紧吗"), { faults: [], tests: 0 });
});

test("what was ruled out is told with the observation that spoke against it", () => {
  const { ruledOut } = diagnose(readingsOf({ ...healthy, "net.tcp_host": "refused", "txn.outcome": "timeout" }));
  const absentCard = ruledOut.find(({ fault }) => fault === "sim.absent");
  assert.is(absentCard?.because, "sim_absent");
  assert.is(absentCard?.holds, false);
});

test("the same log gives the same thoughts, byte for byte", () => {
  const run = () => {
    const thinker = createThinker({ catalogue, capabilities: new Set(["cellular"]), holdMs: 120_000 });
    const out: unknown[] = [];
    for (let at = 0; at < 120_000; at += 1_000) {
      const absent = at > 30_000 && at < 80_000;
      thinker.see([
        reading("sim.state", absent ? "absent" : "ready", at),
        reading("modem.rsrp_dbm", -85 - (at % 7), at),
      ]);
      out.push(thinker.think(at).events);
    }
    return JSON.stringify(out);
  };
  const first = run();
  assert.is(first, run());
  assert.match(first, /"opened".*"closed"/);
});

test("thinking again without news computes nothing new and opens nothing twice", () => {
  const thinker = createThinker({ catalogue, capabilities: new Set(["cellular"]), holdMs: 120_000 });
  thinker.see([0, 500, 1_000].map((at) => reading("sim.state", "absent", at)));
  const events = [1_000, 1_500, 2_000, 2_500].flatMap((at) => thinker.think(at).events);
  assert.is(events.length, 1);
});

test.run();
