import { catalogue } from "../../src/faults/index.ts";
import { capabilitiesIn, readIncident } from "../../src/incident/incident.ts";
import { explain } from "../../src/incident/retrospect.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("a trouble that is over");

type Told = readonly [t: number, signal: string, value: unknown];

function causes(...told: readonly Told[]): readonly string[] {
  const lines = told.map(([t, name, value]) => {
    const [source, signal] = name.split(".");
    return JSON.stringify({ t, source, signal, value });
  });
  const { readings, problems } = readIncident(lines.join("\n"));
  assert.equal(problems, []);
  const options = { catalogue, capabilities: capabilitiesIn(readings), holdMs: Number.POSITIVE_INFINITY };
  return explain(readings, options, 0).diagnosis.verdicts.map(({ fault }) => fault);
}

const silence: readonly Told[] = [
  [-4000, "modem.at_response", "timeout"],
  [-3990, "modem.module_present", true],
  [-3000, "modem.at_response", "timeout"],
  [-600, "modem.at_response", "ok"],
  [-590, "modem.reg_state", "home"],
];
const sold: Told = [-500, "txn.rc", "00"];

test("it is told when somebody asks", () => {
  assert.is(causes(...silence, sold, [0, "operator.report", "刚才断了一阵"])[0], "modem.hung");
});

test("it is nobody's question any more when several have paid since, unless somebody asks why", () => {
  const later: readonly Told[] = [
    [-300, "txn.card_ref", "c2"],
    [-300, "txn.rc", "00"],
    [-100, "txn.card_ref", "c3"],
    [-100, "txn.rc", "00"],
  ];
  assert.equal(causes(...silence, sold, ...later, [0, "operator.report", "中午断了一阵"]), []);
  assert.is(causes(...silence, sold, ...later, [0, "operator.report", "中午断了一阵,怎么回事"])[0], "modem.hung");
  assert.is(causes(...silence, sold, [0, "operator.report", "中午断了一阵"])[0], "modem.hung");
});

test("a start of the terminal is no trouble", () => {
  const told = causes(
    [-40, "modem.at_response", "ok"],
    [-35, "sim.state", "ready"],
    [-30, "modem.reg_state", "searching"],
    [-29, "device.uptime_s", 20],
    [-10, "modem.reg_state", "home"],
    [-5, "txn.rc", "00"],
    [0, "operator.report", "刚开机没信号"],
  );
  assert.equal(told, []);
});

test("what was learnt of the surroundings when it was over says what it was", () => {
  const outage: readonly Told[] = [
    [-3300, "modem.reg_state", "home"],
    [-3290, "modem.pdp_state", "active"],
    [-3260, "net.tcp_host", "timeout"],
    [-3250, "net.internet_probe", "fail"],
    [-2400, "net.tcp_host", "ok"],
    [-2300, "txn.rc", "00"],
  ];
  const asked: Told = [0, "operator.report", "上午断网"];
  const carrier = causes(
    ...outage,
    [-600, "fleet.same_carrier_fail_pct", 96],
    [-600, "fleet.other_carrier_fail_pct", 1],
    asked,
  );
  assert.is(carrier[0], "cell.carrier_outage");
  assert.not.equal(causes(...outage, asked)[0], "cell.carrier_outage");
});

test("what was wrong with a way that was left is told beside what is wrong with the other", () => {
  const told = causes(
    [-9000, "net.default_iface", "wlan0"],
    [-8900, "net.captive_portal", true],
    [-8800, "net.internet_probe", "portal"],
    [-6000, "net.default_iface", "wwan0"],
    [-5900, "net.tcp_host", "ok"],
    [-5800, "key.working_key_age_h", 310],
    [-5700, "txn.card_ref", "c1"],
    [-5700, "txn.rc", "A0"],
    [-5600, "txn.card_ref", "c2"],
    [-5600, "txn.rc", "A0"],
    [0, "operator.report", "刷不了"],
  );
  assert.ok(told.includes("lan.captive_portal") && told.includes("key.expired"), told.join());
});

test.run();
