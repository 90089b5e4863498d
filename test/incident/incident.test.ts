import { capabilitiesIn, readIncident } from "../../src/incident/incident.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("incidents as JSON lines");

test("reads what fits and names by line what does not", () => {
  const { readings, problems } = readIncident(
    [
      '{"t":-600,"source":"modem","signal":"rsrp_dbm","value":-82}',
      "not json",
      "",
      '{"t":-1,"source":"modem","signal":"rsrp_dbm","value":-3276}',
      '{"t":-1,"source":"modem","signal":"colour","value":1}',
      '{"t":"now","source":"sim","signal":"state","value":"ready"}',
      "[]",
      '{"t":0,"source":"sim","signal":"state","value":"ready"}',
    ].join("\r\n"),
  );
  assert.equal(
    readings.map(({ signal, atMs }) => [signal, atMs]),
    [
      ["modem.rsrp_dbm", -600_000],
      ["sim.state", 0],
    ],
  );
  assert.equal(
    problems.map((problem) => problem.split(":")[0]),
    ["line 2", "line 4", "line 5", "line 6", "line 7"],
  );
});

test("a giant line is refused by its length, not parsed", () => {
  const { readings, problems } = readIncident(`{"t":0,"source":"sim","signal":"state","value":"${"x".repeat(5_000)}"}`);
  assert.is(readings.length, 0);
  assert.match(problems[0] ?? "", /longer than 4096/);
});

test("keys that could poison an object are only names of unknown signals", () => {
  const { problems } = readIncident('{"__proto__":{"t":1},"source":"__proto__","signal":"constructor","value":1}');
  assert.match(problems[0] ?? "", /unknown signal/);
});

test("a log that speaks of cable only has no SIM to blame", () => {
  const cable = readIncident('{"t":0,"source":"lan","signal":"link_carrier","value":"down"}').readings;
  const modem = readIncident('{"t":0,"source":"modem","signal":"csq","value":5}').readings;
  assert.not(capabilitiesIn(cable).has("cellular"));
  assert.ok(capabilitiesIn(modem).has("cellular"));
});

test.run();
