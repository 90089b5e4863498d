import { readFileSync } from "node:fs";
import { catalogue } from "../src/faults/index.ts";
import { capabilitiesIn, readIncident } from "../src/incident.ts";
import type { Diagnosis } from "../src/model/case.ts";
import { type Reading, reading } from "../src/model/reading.ts";
import type { SignalId } from "../src/model/signal.ts";
import type { Scalar } from "../src/model/signal-shape.ts";
import { createThinker } from "../src/think.ts";
import { assert, suite } from "./front-door/suite.ts";

const test = suite("from readings to a cause");

function diagnose(readings: readonly Reading[]): Diagnosis {
  const thinker = createThinker({ catalogue, capabilities: capabilitiesIn(readings), holdMs: 86_400_000 });
  thinker.see(readings);
  return thinker.think(0).diagnosis;
}

type State = Partial<Record<SignalId, Scalar | undefined>>;

/** A cellular terminal in good health. */
const healthy = {
  "modem.at_response": "ok",
  "modem.module_present": true,
  "sim.state": "ready",
  "modem.rsrp_dbm": -85,
  "modem.csq": 22,
  "modem.sinr_db": 14,
  "modem.reg_state": "home",
  "modem.pdp_state": "active",
  "net.dns_resolve": "ok",
  "net.tcp_host": "ok",
  "net.internet_probe": "ok",
  "txn.outcome": "approved",
} as const satisfies State;

function readingsOf(state: State): Reading[] {
  return Object.entries(state).flatMap(([signal, value]) => {
    const [line] = readIncident(
      JSON.stringify({ t: -5, source: signal.split(".")[0], signal: signal.split(".")[1], value }),
    ).readings;
    return line ? [line] : [];
  });
}

const silentModem: State = {
  "modem.at_response": "timeout",
  "sim.state": undefined,
  "modem.rsrp_dbm": undefined,
  "modem.csq": undefined,
  "modem.sinr_db": undefined,
  "modem.reg_state": undefined,
  "modem.pdp_state": undefined,
};
const noPath: State = {
  "net.dns_resolve": "timeout",
  "net.tcp_host": "timeout",
  "net.internet_probe": "fail",
  "txn.outcome": "timeout",
};
const noBearer: State = { ...noPath, "modem.pdp_state": "inactive" };

/** Each fault, and beside it the case that looks alike and is another. */
const table: readonly (readonly [story: string, change: State, truth: string | undefined])[] = [
  ["nothing is wrong", {}, undefined],
  [
    "SIM pulled, everything above it down",
    { "sim.state": "absent", "modem.reg_state": "unregistered", ...noBearer },
    "sim.absent",
  ],
  [
    "SIM pulled a moment ago, network not yet looked at",
    {
      "sim.state": "absent",
      "modem.reg_state": undefined,
      "modem.pdp_state": undefined,
      "net.dns_resolve": undefined,
      "net.tcp_host": undefined,
      "net.internet_probe": undefined,
      "txn.outcome": undefined,
    },
    "sim.absent",
  ],
  [
    "SIM asks for its PIN",
    { "sim.state": "pin_required", "modem.reg_state": "unregistered", ...noBearer },
    "sim.pin_locked",
  ],
  [
    "SIM asks for its PUK",
    { "sim.state": "puk_required", "modem.reg_state": "unregistered", ...noBearer },
    "sim.pin_locked",
  ],
  [
    "plan used up, attached with an address",
    { ...noPath, "sim.data_used_mb_month": 30, "sim.data_plan_mb": 30, "net.rx_bytes_5min": 0 },
    "sim.data_exhausted",
  ],
  ["plan used up, but data flows", { "sim.data_used_mb_month": 30, "sim.data_plan_mb": 30 }, undefined],
  [
    "weak signal and payments time out",
    {
      "modem.rsrp_dbm": -118,
      "modem.csq": 5,
      "modem.sinr_db": -4,
      "txn.outcome": "timeout",
      "net.tcp_host": "timeout",
      "net.internet_probe": "fail",
    },
    "cell.signal_weak",
  ],
  [
    "searching with no signal at all",
    {
      ...noBearer,
      "modem.reg_state": "searching",
      "modem.rsrp_dbm": undefined,
      "modem.sinr_db": undefined,
      "modem.csq": undefined,
      "modem.rat": "none",
    },
    "cell.no_service",
  ],
  [
    "refused with a good signal",
    { ...noBearer, "modem.reg_state": "denied", "modem.reject_cause": 7 },
    "cell.registration_denied",
  ],
  [
    "APN unknown to the network",
    { ...noBearer, "modem.pdp_state": "rejected", "modem.pdp_cause": 27 },
    "net.apn_wrong",
  ],
  [
    "names do not resolve, addresses answer",
    { "net.dns_resolve": "timeout", "txn.outcome": "aborted" },
    "net.dns_failed",
  ],
  ["host refuses, independent host answers", { "net.tcp_host": "refused", "txn.outcome": "timeout" }, "host.down"],
  [
    "host black-holed, independent host answers",
    {
      "net.tcp_host": "timeout",
      "txn.outcome": "timeout",
      "host.echo_0820": "timeout",
      "fleet.same_acquirer_fail_pct": 80,
    },
    "host.down",
  ],
  ["connection stands, payments unanswered", { "txn.outcome": "timeout", "host.resp_ms": 60_000 }, "host.timeout"],
  ["modem silent, port there", { ...silentModem, ...noPath }, "modem.hung"],
  ["modem silent even after a restart", { ...silentModem, ...noPath, "device.uptime_s": 200 }, "modem.module_fault"],
  [
    "module gone from the bus",
    { ...silentModem, ...noPath, "modem.at_response": undefined, "modem.module_present": false },
    "modem.module_fault",
  ],
];

for (const [story, change, truth] of table) {
  test(`${story} → ${truth ?? "no verdict"}`, () => {
    const { verdicts, unknown } = diagnose(readingsOf({ ...healthy, ...change }));
    assert.is(
      verdicts[0]?.fault,
      truth,
      verdicts.map((verdict) => `${verdict.fault} ${verdict.probability}`).join(", "),
    );
    assert.is(unknown, false);
    // A consequence explained by its cause is not reported beside it.
    assert.equal(
      verdicts.slice(1).filter(({ probability }) => probability >= 0.5),
      [],
    );
  });
}

const fieldCases: readonly {
  name: string;
  truth: string;
  must_not: readonly string[];
  observations: readonly object[];
}[] = JSON.parse(readFileSync(new URL("./scenarios/field.json", import.meta.url), "utf8"));

for (const { name, truth, must_not, observations } of fieldCases) {
  test(`field case ${name}`, () => {
    const { readings, problems } = readIncident(observations.map((line) => JSON.stringify(line)).join("\n"));
    assert.equal(problems, []);
    const { verdicts } = diagnose(readings);
    assert.is(verdicts[0]?.fault, truth);
    const named = verdicts.filter(({ probability }) => probability >= 0.5).map(({ fault }) => fault);
    assert.equal(
      named.filter((fault) => must_not.includes(fault)),
      [],
    );
  });
}

test("a bearer that is down for no known reason is said to be unlisted, or left open with what to do next", () => {
  const { verdicts, unknown, nextTests } = diagnose(
    readingsOf({
      "modem.pdp_state": "inactive",
      "sim.state": "ready",
      "modem.reg_state": "home",
      "txn.outcome": "aborted",
    }),
  );
  assert.ok(unknown || verdicts[0]?.fault.startsWith("unlisted."), verdicts[0]?.fault);
  assert.ok(nextTests.length > 0);
  assert.ok(nextTests.every(({ separates }) => separates.length > 1));
});

test("what was ruled out is told with the observation that spoke against it", () => {
  const { ruledOut } = diagnose(readingsOf({ ...healthy, "net.tcp_host": "refused", "txn.outcome": "timeout" }));
  const dns = ruledOut.find(({ fault }) => fault === "sim.data_exhausted");
  assert.ok(dns, JSON.stringify(ruledOut.map(({ fault }) => fault)));
  assert.is(dns?.holds, false);
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
