import { assert, suite } from "../front-door/suite.ts";
import { Bench, cme, healthy, info } from "./modem-bench.ts";

const test = suite("modem probe in trouble");

test("a pulled SIM is read twice within two seconds in slow pace, thanks to the unsolicited line", async () => {
  const bench = new Bench();
  await bench.live(14_000);
  bench.forget();
  bench.replies["AT+CPIN?"] = cme(10);
  const pulledMs = bench.clock.monoMs();
  bench.port.say("\r\n+QSIMSTAT: 1,0\r\n\r\n+CPIN: NOT READY\r\n");
  await bench.live(2_000);
  await bench.stop();
  const seen = bench.of("sim.state").filter(({ atMs }) => atMs - pulledMs <= 2_000);
  assert.ok(seen.length >= 2);
  assert.ok(seen.every(({ value }) => value === "absent"));
  assert.is(seen[0]?.atMs, pulledMs);
});

test("a pulled SIM without any unsolicited line is read twice within two seconds in quick pace", async () => {
  const bench = new Bench();
  bench.probe.setPace("quick");
  await bench.live(14_000);
  bench.forget();
  bench.replies["AT+CPIN?"] = cme(10);
  const pulledMs = bench.clock.monoMs();
  await bench.live(2_500);
  await bench.stop();
  const absent = bench.of("sim.state").filter(({ value }) => value === "absent");
  assert.ok((absent[1]?.atMs ?? Number.POSITIVE_INFINITY) - pulledMs <= 2_000 + 300);
});

test("a change that a slow look finds is looked at again within a second", async () => {
  const bench = new Bench();
  await bench.live(14_000);
  bench.forget();
  bench.replies["AT+CPIN?"] = cme(10);
  await bench.live(20_000);
  await bench.stop();
  const [first, second] = bench.of("sim.state").filter(({ value }) => value === "absent");
  assert.ok((second?.atMs ?? Number.POSITIVE_INFINITY) - (first?.atMs ?? 0) <= 1_500);
});

test("after a new SIM its identity is read again", async () => {
  const bench = new Bench();
  await bench.live(3_000);
  bench.replies["AT+CPIN?"] = cme(10);
  await bench.live(11_000);
  bench.replies = { ...healthy, "AT+QCCID": info("+QCCID: 89860411123456784321") };
  await bench.live(11_000);
  await bench.stop();
  assert.is(bench.probe.status().iccid, "…4321");
});

for (const [pace, limitMs] of [
  ["quick", 6_000],
  ["slow", 20_000],
] as const) {
  test(`a hung modem is told within ${limitMs / 1_000} s in ${pace} pace, whenever it hangs`, async () => {
    for (let offsetMs = 0; offsetMs < 1_400; offsetMs += 130) {
      const bench = new Bench();
      bench.probe.setPace(pace);
      await bench.live(20_000 + offsetMs);
      bench.forget();
      const hungMs = bench.clock.monoMs();
      bench.silence();
      await bench.live(limitMs + 1_000);
      await bench.stop();
      const told = bench.of("modem.at_response").find(({ value }) => value === "timeout");
      assert.ok((told?.atMs ?? Number.POSITIVE_INFINITY) - hungMs <= limitMs, `hung at +${offsetMs} ms`);
    }
  });
}

test("of a hung modem nothing is known any more, and it is told again and again", async () => {
  const bench = new Bench("cmiot");
  bench.probe.setPace("quick");
  await bench.live(5_000);
  bench.silence();
  await bench.live(30_000);
  await bench.stop();
  const last = new Map(bench.readings.map((reading) => [reading.signal, reading]));
  assert.is(last.get("modem.at_response")?.value, "timeout");
  assert.ok(bench.of("modem.at_response").filter(({ value }) => value === "timeout").length >= 4);
  for (const [signal, { quality }] of last) {
    if (signal === "modem.at_response" || signal === "modem.port" || signal === "modem.module_present") continue;
    assert.is(quality, "absent", signal);
  }
  assert.is(bench.newest("modem.module_present"), true);
});

test("a modem that comes back from a hang is set up again and read again", async () => {
  const bench = new Bench();
  bench.probe.setPace("quick");
  await bench.live(5_000);
  bench.silence();
  await bench.live(10_000);
  bench.forget();
  bench.replies = { ...healthy };
  await bench.live(5_000);
  await bench.stop();
  assert.ok(bench.asked.includes("ATE0"));
  assert.is(bench.newest("modem.at_response"), "ok");
  assert.is(bench.newest("sim.state"), "ready");
});

test("silence counts from the second plain AT in a row", async () => {
  for (const [swallow, told] of [
    [2, false],
    [3, true],
  ] as const) {
    const bench = new Bench();
    bench.probe.setPace("quick");
    await bench.live(5_000);
    bench.forget();
    bench.swallow = swallow;
    await bench.live(8_000);
    await bench.stop();
    assert.is(
      bench.of("modem.at_response").some(({ value }) => value === "timeout"),
      told,
      `${swallow} commands without an answer`,
    );
  }
});

test("lines nobody knew are still shown after the port was lost", async () => {
  const bench = new Bench();
  await bench.live(3_000);
  bench.port.say("\r\n+XYZ: 1\r\n");
  await bench.live(10);
  bench.port.lose();
  await bench.live(5_000);
  await bench.stop();
  assert.equal(bench.probe.status().unknownLines, ["+XYZ: #"]);
  assert.is(bench.probe.status().counts.unknown, 1);
});

test("one command that is not answered is no hang", async () => {
  const bench = new Bench();
  bench.replies["AT+CSQ"] = "";
  await bench.live(30_000);
  await bench.stop();
  assert.ok(bench.of("modem.at_response").every(({ value }) => value === "ok"));
  assert.is(bench.newest("modem.csq"), "absent");
  assert.is(bench.newest("modem.rsrp_dbm"), -95);
});

test("after a restart of the modem it is set up again at once", async () => {
  const bench = new Bench();
  await bench.live(5_000);
  bench.forget();
  bench.port.say("\r\nRDY\r\n");
  await bench.live(1_500);
  await bench.stop();
  for (const request of ["ATE0", "AT+CMEE=1", "AT+CEREG=3", "AT+QSIMSTAT=1"]) assert.ok(bench.asked.includes(request));
  assert.not(bench.asked.includes("AT+CGMI"), "it is still the same modem");
  assert.is(bench.probe.status().counts.resets, 1);
});

test("a restart in the middle of a look ends in a set-up, too", async () => {
  const bench = new Bench();
  bench.replies["AT+CGDCONT?"] = "";
  await bench.live(1_200);
  assert.is(bench.asked.at(-1), "AT+CGDCONT?");
  bench.forget();
  bench.replies = { ...healthy };
  bench.port.say("\r\nRDY\r\n");
  await bench.live(2_000);
  await bench.stop();
  assert.ok(bench.asked.includes("AT+CMEE=1"));
  assert.is(bench.newest("modem.apn"), "cmiot");
});

/** Why a port cannot be opened → what is told, and whether the module may be gone. */
const refusals = [
  ["PORT_GONE", "missing", false],
  ["PORT_DENIED", "denied", true],
  ["PORT_BUSY", "busy", true],
  ["PORT_FAILED", "failed", true],
] as const;
for (const [code, state, present] of refusals) {
  test(`${code} is told as ${state}, tried again with care, and over when it is over`, async () => {
    const bench = new Bench();
    bench.refusal = code;
    await bench.live(300_000);
    assert.is(bench.newest("modem.port"), state);
    assert.is(bench.newest("modem.module_present"), present);
    assert.is(bench.newest("modem.at_response"), "absent");
    assert.ok(bench.port.opens >= 10 && bench.port.opens <= 60, `${bench.port.opens} tries in five minutes`);
    assert.match(bench.probe.status().note ?? "", /modem/);
    bench.refusal = undefined;
    await bench.live(33_000);
    await bench.stop();
    assert.is(bench.newest("modem.port"), "open");
    assert.is(bench.newest("sim.state"), "ready");
    assert.is(bench.probe.status().note, undefined);
  });
}

test("a port that never finishes opening is told as failed, and stopping does not wait for it", async () => {
  const bench = new Bench();
  bench.stuck = true;
  await bench.live(35_000);
  assert.is(bench.newest("modem.port"), "failed");
  assert.is(bench.of("modem.port").length, 3);
  const beforeMs = bench.clock.monoMs();
  await bench.stop();
  assert.ok(bench.clock.monoMs() - beforeMs <= 100);
});

test("a port lost in the middle of a look is told at once and opened again", async () => {
  const bench = new Bench();
  await bench.live(5_000);
  bench.refusal = "PORT_GONE";
  bench.forget();
  bench.port.say("\r\n+CEREG: 2\r\n");
  await bench.live(30);
  bench.port.lose();
  await bench.live(1_100);
  assert.is(bench.newest("modem.port"), "missing");
  assert.is(bench.newest("sim.state"), "absent");
  assert.not(bench.of("modem.at_response").some(({ value }) => value === "timeout"));
  bench.refusal = undefined;
  await bench.live(10_000);
  await bench.stop();
  assert.is(bench.newest("sim.state"), "ready");
});

test("a modem that answered before its port was lost again is not waited for longer each time", async () => {
  const bench = new Bench();
  const opened: number[] = [];
  bench.port.onOpen = () => opened.push(bench.clock.monoMs());
  const flap = bench.port.onRequest;
  bench.port.onRequest = (request) => (request === "AT+CGMI" ? bench.port.lose() : flap(request));
  await bench.live(30_000);
  await bench.stop();
  const gaps = opened.slice(1).map((atMs, at) => atMs - (opened[at] ?? 0));
  assert.ok(gaps.length >= 10 && gaps.every((ms) => ms <= 2_000), gaps.join(", "));
});

test("a port that is lost before anybody answers is opened more and more rarely", async () => {
  const bench = new Bench();
  bench.port.onRequest = () => bench.port.lose();
  await bench.live(300_000);
  await bench.stop();
  assert.ok(bench.port.opens >= 10 && bench.port.opens <= 60, `${bench.port.opens} times in five minutes`);
});

test("that the modem answers is told before it is recognised", async () => {
  const bench = new Bench();
  bench.replies["AT+CGMI"] = "";
  await bench.live(700);
  assert.is(bench.newest("modem.at_response"), "ok");
  assert.is(bench.of("sim.state").length, 0);
  await bench.stop();
});

test("a GPS port is told as not an AT port", async () => {
  const bench = new Bench();
  bench.silence();
  await bench.live(100);
  for (let line = 0; line < 5; line += 1) bench.port.say("$GPGSV,1,1,00*79\r\n");
  await bench.live(5_000);
  const { note, answering } = bench.probe.status();
  await bench.stop();
  assert.match(note ?? "", /not an AT port.*NMEA/);
  assert.not(answering);
});

test("a flood of unsolicited lines does not become a flood of looks", async () => {
  const bench = new Bench();
  await bench.live(5_000);
  bench.forget();
  for (let at = 0; at < 10_000; at += 10) bench.clock.at(at, () => bench.port.say("\r\n+CEREG: 2\r\n"));
  await bench.live(10_000);
  await bench.stop();
  const looks = bench.asked.filter((request) => request === "AT+CPIN?").length;
  assert.ok(looks <= 20, `${looks} looks in ten seconds`);
});

test("stopping ends the run at once, wherever it is, and lets go of the port", async () => {
  for (let atMs = 0; atMs < 12_000; atMs += 487) {
    const bench = new Bench();
    await bench.live(atMs);
    const beforeMs = bench.clock.monoMs();
    await bench.stop();
    assert.ok(bench.clock.monoMs() - beforeMs <= 500, `stopped at ${atMs} ms`);
    assert.not(bench.port.isOpen);
  }
});

test.run();
