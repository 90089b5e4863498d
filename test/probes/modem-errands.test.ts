import { assert, suite } from "../front-door/suite.ts";
import { Bench, info } from "./modem-bench.ts";

const test = suite("modem probe's errands");

function equipped(): Bench {
  const bench = new Bench();
  bench.replies["AT+QTEMP"] = info("+QTEMP: 30,28,27");
  bench.replies["AT+CBC"] = info("+CBC: 0,80,3912");
  bench.replies["AT+QGDCNT?"] = info("+QGDCNT: 109169083,82663256");
  return bench;
}

test("temperature, supply and traffic are told once a minute, in the line that is sent anyway", async () => {
  const bench = equipped();
  await bench.live(65_000);
  bench.forget();
  await bench.live(600_000);
  await bench.stop();
  for (const request of ["AT+QTEMP", "AT+CBC", "AT+QGDCNT?"]) {
    assert.ok(bench.times(request) >= 8 && bench.times(request) <= 10, `${request} ${bench.times(request)} times`);
    assert.not(bench.asked.includes(request), `${request} alone`);
  }
  assert.is(bench.newest("modem.temp_c"), 30);
  assert.is(bench.newest("modem.supply_mv"), 3912);
  const told = bench.of("modem.temp_c").map(({ atMs }) => atMs);
  assert.ok(told.every((atMs, at) => at === 0 || atMs - (told[at - 1] ?? 0) >= 60_000));
  assert.equal(bench.factsOf("traffic").at(-1), { kind: "traffic", sentBytes: 109169083, receivedBytes: 82663256 });
});

test("in quick pace an errand costs a line of its own once, after a start, and never again", async () => {
  const bench = equipped();
  bench.probe.setPace("quick");
  await bench.live(30_000);
  assert.is(bench.times("AT+CBC"), 1, "the first look at a modem that may not live long");
  assert.ok(bench.asked.indexOf("AT+CBC") < bench.asked.indexOf("AT+QTEMP"));
  await bench.live(65_000);
  bench.forget();
  await bench.live(180_000);
  await bench.stop();
  assert.ok(bench.times("AT+QTEMP") >= 2 && bench.times("AT+QTEMP") <= 3);
  assert.not(bench.asked.includes("AT+QTEMP"));
  assert.ok(bench.asked.every((line) => line === "AT+CPIN?" || line.startsWith("AT+CSQ;")));
});

test("a modem without sensors is asked once after each start, and nothing is told", async () => {
  const bench = new Bench();
  await bench.live(300_000);
  assert.equal([bench.times("AT+QTEMP"), bench.times("AT+CBC"), bench.times("AT+QGDCNT?")], [1, 1, 1]);
  assert.is(bench.of("modem.temp_c").length + bench.of("modem.supply_mv").length, 0);
  bench.port.say("\r\nRDY\r\n");
  await bench.live(70_000);
  await bench.stop();
  assert.is(bench.times("AT+QTEMP"), 2);
});

test("a supply that the reply does not name is absent", async () => {
  const bench = equipped();
  bench.replies["AT+CBC"] = info("+CBC: 0,100");
  await bench.live(65_000);
  await bench.stop();
  assert.is(bench.newest("modem.supply_mv"), "absent");
});

test("the network's time is asked for until it is there, and then hourly", async () => {
  const bench = equipped();
  bench.replies["AT+QLTS=2"] = info('+QLTS: ""');
  await bench.live(700_000);
  assert.equal(bench.factsOf("network_time"), []);
  const before = bench.times("AT+QLTS=2");
  assert.ok(before >= 2 && before <= 4, `${before} times`);
  assert.is(bench.times("AT+CCLK?"), 0, "a modem that knows that it does not know needs no other question");
  bench.replies["AT+QLTS=2"] = info('+QLTS: "2026/11/22,10:15:30+32,0"');
  await bench.live(3 * 3_600_000);
  await bench.stop();
  const skews = bench.factsOf("network_time").map(({ skewMs }) => skewMs);
  assert.ok(skews.length >= 3 && skews.length <= 4, `${skews.length} told`);
  const [first = 0] = skews;
  assert.ok(first < 0, "this bench lives in 2025");
});

test("a modem that has only its own clock is asked for that", async () => {
  const bench = equipped();
  bench.replies["AT+CCLK?"] = info('+CCLK: "26/11/22,10:15:30+32"');
  await bench.live(70_000);
  await bench.stop();
  assert.is(bench.factsOf("network_time").length, 1);
});

test.run();
