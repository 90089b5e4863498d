/** The dangers of pitfalls.test.ts that show only with the whole modem probe: set-up, looks and what the card is doing meanwhile. */
import { commandFor, type KnownRequest } from "../../src/at/commands.ts";
import type { Outcome } from "../../src/at/exchange.ts";
import type { SignalId } from "../../src/model/signal.ts";
import { assert, suite } from "../front-door/suite.ts";
import { Bench, cme, healthy, info } from "../probes/modem-bench.ts";

const test = suite("pitfalls of AT drivers: the probe");

/** The modem takes one command after the other, some of them slowly: names and milliseconds. It may be busy at first. */
function takesItsTime(bench: Bench, slow: Readonly<Record<string, number>>, { usualMs = 20, busyMs = 0 } = {}): void {
  const answer = bench.port.onRequest;
  let freeMs = bench.clock.monoMs() + busyMs;
  bench.port.onRequest = (request) => {
    const names = request.slice(2).split(";");
    const takenMs = Math.max(usualMs, ...names.map((name) => slow[name] ?? 0));
    freeMs = Math.max(freeMs, bench.clock.monoMs()) + takenMs;
    bench.replyMs = freeMs - bench.clock.monoMs();
    answer(request);
  };
}

/** Something that happens with every command, before its answer. */
function before(bench: Bench, act: (request: string) => void): void {
  const answer = bench.port.onRequest;
  bench.port.onRequest = (request) => {
    act(request);
    answer(request);
  };
}

/** The newest values; `(absent)` where there is none, since a card can be "absent" as well. */
function newest(bench: Bench, signals: readonly SignalId[]): unknown[] {
  const last = signals.map((signal) => bench.of(signal).at(-1));
  return last.map((reading) => reading?.value ?? `(${reading?.quality})`);
}

/** FM160-CN 89614.1000.00.04.01.02 without a card, as measured: what it says and what takes so long. */
const fm160 = {
  ...healthy,
  "AT+CGMI": info("Fibocom Wireless Inc."),
  "AT+CGMM": info("FM160-CN"),
  "AT+CGMR": info("89614.1000.00.04.01.02"),
  "AT+CPIN?": cme(10),
  "AT+ICCID": cme(13),
  "AT+CIMI": '\r\n+GTDUALSIM: 0,"SUB1","No Service"\r\n',
  "AT+CGDCONT?": '\r\n+GTDUALSIM: 0,"SUB1","No Service"\r\n\r\nERROR\r\n',
  "AT+CGACT?": "\r\nERROR\r\n",
  "AT+GTPKGVER?": '\r\n+GTDUALSIM: 0,"SUB1","No Service"\r\n\r\nERROR\r\n',
  "AT+CSQ": info("+CSQ: 31,99"),
  "AT+CESQ": info("+CESQ: 99,99,255,255,22,64,255,255,255"),
  "AT+CREG?": info("+CREG: 0,2"),
  "AT+CGREG?": info("+CGREG: 0,2"),
  "AT+CEREG?": info("+CEREG: 0,2"),
};
const fm160Slow = { "+CCID": 10_345, "+CIMI": 5_221, "+CGDCONT?": 5_211, "+GTPKGVER?": 12_901 };
const withCard = {
  "AT+CPIN?": info("+CPIN: READY"),
  "AT+ICCID": info("+ICCID: 89860411123456785678"),
  "AT+CIMI": healthy["AT+CIMI"] ?? "",
  "AT+CGDCONT?": healthy["AT+CGDCONT?"] ?? "",
  "AT+CGACT?": healthy["AT+CGACT?"] ?? "",
  "AT+CEREG?": healthy["AT+CEREG?"] ?? "",
};

test("2: a modem that was busy when it was greeted is not taken for another one", async () => {
  for (const escReply of ["", "\r\nERROR\r\n"]) {
    for (const busyMs of [300, 1_500, 3_000, 6_000]) {
      const bench = new Bench();
      bench.replies["\x1b"] = escReply;
      takesItsTime(bench, {}, { usualMs: 100, busyMs });
      await bench.live(60_000);
      await bench.stop();
      const { profile, manufacturer, model, imei, iccid } = bench.probe.status();
      const got = [profile, manufacturer, model, imei, iccid];
      assert.equal(got, ["quectel", "Quectel", "EC25", "…1234", "…5678"], `${busyMs} ms, ${JSON.stringify(escReply)}`);
    }
  }
});

test("3: while a command takes 13 s reports are heard at once, and behind it the watching goes on", async () => {
  const bench = new Bench();
  bench.replies = { ...fm160, ...withCard };
  await bench.live(20_000);
  bench.forget();
  takesItsTime(bench, fm160Slow);
  const startMs = bench.clock.monoMs();
  let outcome: Outcome | undefined;
  void bench.probe.perform(commandFor("AT+GTPKGVER?", 20_000)).then((ended) => {
    outcome = ended;
  });
  bench.clock.at(5_000, () => bench.port.say("\r\n+SIM DROP\r\n\r\n+CEREG: 2\r\n"));
  await bench.live(5_010);
  assert.equal(newest(bench, ["sim.state", "modem.reg_state"]), ["absent", "searching"]);
  bench.replies = { ...fm160 };
  await bench.live(7_900);
  assert.equal([outcome?.kind, bench.clock.monoMs() - startMs], ["error", 12_910]);
  bench.forget();
  await bench.live(30_000);
  await bench.stop();
  assert.ok((bench.askedMs[0] ?? Number.POSITIVE_INFINITY) - startMs <= 13_000);
  assert.ok(bench.times("AT+CPIN?") >= 3);
  assert.equal(newest(bench, ["sim.state", "modem.reg_state", "modem.at_response"]), ["absent", "searching", "ok"]);
  assert.ok(bench.of("modem.at_response").every(({ value }) => value === "ok"));
});

test("3: a command that was given up and is answered after 13 s says nothing to those behind it", async () => {
  const bench = new Bench();
  bench.probe.setPace("quick");
  await bench.live(20_000);
  takesItsTime(bench, { "+CCID": 12_901 });
  bench.replies["AT+CCID"] = info("+CCID: 89860000000000000001");
  void bench.probe.perform(commandFor("AT+CCID", 5_000));
  await bench.live(12_950);
  bench.forget();
  await bench.live(10_000);
  await bench.stop();
  assert.ok(bench.factsOf("identity").every(({ iccid }) => iccid === "89860411123456785678"));
  assert.ok(bench.times("AT+CPIN?") >= 5);
  assert.equal(newest(bench, ["sim.state", "modem.reg_state", "modem.csq"]), ["ready", "home", 20]);
  assert.is(bench.probe.status().model, "EC25");
});

test("3: a card that dies behind READY does not make its modem a silent one, and is found gone", async () => {
  for (const pace of ["slow", "quick"] as const) {
    const bench = new Bench();
    bench.replies = { ...fm160, ...withCard };
    bench.probe.setPace(pace);
    await bench.live(20_000);
    bench.forget();
    takesItsTime(bench, fm160Slow);
    bench.replies = { ...fm160, "AT+CPIN?": info("+CPIN: READY"), "AT+CGACT?": "" };
    await bench.live(40_000);
    await bench.stop();
    assert.ok(
      bench.of("modem.at_response").every(({ value }) => value === "ok"),
      pace,
    );
    assert.equal(newest(bench, ["sim.state"]), ["absent"], pace);
  }
});

test("4: however many commands stay unanswered, the modem is asked again, and is back when it answers", async () => {
  const bench = new Bench();
  await bench.live(20_000);
  bench.silence();
  await bench.live(600_000);
  assert.ok(bench.probe.status().counts.timeouts > 50);
  assert.is(bench.newest("modem.at_response"), "timeout");
  bench.replies = { ...healthy };
  await bench.live(35_000);
  await bench.stop();
  assert.equal(newest(bench, ["modem.at_response", "sim.state", "modem.reg_state"]), ["ok", "ready", "home"]);
  assert.is(bench.port.opens, 1);
});

test("7: CSQ 31 and a good RSRP are no service: an FM160 without a card", async () => {
  const bench = new Bench();
  bench.replies = { ...fm160 };
  await bench.live(15_000);
  await bench.stop();
  assert.equal(newest(bench, ["modem.csq", "modem.rsrp_dbm"]), [31, -77]);
  assert.equal(newest(bench, ["sim.state", "modem.reg_state", "modem.pdp_state"]), ["absent", "searching", "(absent)"]);
  assert.is(bench.factsOf("cell").length, 0);
});

test("7: LIMSRV with a cell is no service", async () => {
  const bench = new Bench();
  bench.replies["AT+CEREG?"] = info("+CEREG: 3,0");
  bench.replies["AT+QCSQ"] = "\r\nERROR\r\n";
  // An EC20 (public code), framed.
  bench.replies['AT+QENG="servingcell"'] = info(
    '+QENG: "servingcell","LIMSRV","WCDMA",460,01,A538,1EB578B,10763,60,2,-106,-13,-,-,-,-,-',
  );
  await bench.live(15_000);
  await bench.stop();
  assert.equal(newest(bench, ["modem.reg_state", "modem.rat"]), ["unregistered", "wcdma"]);
  assert.is(bench.factsOf("cell").length, 0);
});

/** ModemManager's registration tests; ubxlib's note on LENA-R8; a log of an RM500U. */
const domains: readonly (readonly [Partial<Record<KnownRequest, string>>, string])[] = [
  [{ "AT+CEREG?": "+CEREG: 2,1,1F00,79D903,7", "AT+CGREG?": "+CGREG: 0,0", "AT+CREG?": "+CREG: 0,0" }, "home"],
  [{ "AT+CEREG?": "+CEREG: 0,0", "AT+CGREG?": "+CGREG: 0,0", "AT+CREG?": '+CREG: 2,6,"8B37","0A265185",7' }, "home"],
  [{ "AT+CEREG?": "+CEREG: 0,2", "AT+C5GREG?": "+C5GREG: 1, 10", "AT+CREG?": "+CREG: 1,3" }, "roaming"],
];
for (const [replies, state] of domains) {
  test(`8: the best registration counts, not the last: ${Object.values(replies).join(" · ")} is ${state}`, async () => {
    const bench = new Bench();
    for (const [request, line] of Object.entries(replies)) bench.replies[request] = info(line);
    await bench.live(3_000);
    bench.port.say("\r\n+CGREG: 0\r\n");
    await bench.live(10);
    assert.is(bench.newest("modem.reg_state"), state);
    await bench.live(5_000);
    await bench.stop();
    assert.is(bench.newest("modem.reg_state"), state);
  });
}

test("13: reports that go to another port are brought here, and the next pull of the card is heard at once", async () => {
  // serialport-gsm issue 12: an EC25 said nothing on the port it was asked on.
  const bench = new Bench();
  let here = false;
  before(bench, (request) => {
    here ||= request === 'AT+QURCCFG="urcport","usbat"';
  });
  const move = (inserted: boolean) => {
    bench.replies["AT+CPIN?"] = inserted ? info("+CPIN: READY") : cme(10);
    if (here) bench.port.say(`\r\n+QSIMSTAT: 1,${inserted ? 1 : 0}\r\n`);
  };
  bench.replies['AT+QURCCFG="urcport","usbat"'] = "\r\nOK\r\n";
  await bench.live(20_500);
  for (const [inserted, atOnce] of [
    [false, false],
    [true, false],
    [false, true],
  ] as const) {
    bench.forget();
    move(inserted);
    await bench.live(50);
    assert.is(bench.of("sim.state").at(-1)?.value === "absent", atOnce, `${inserted}`);
    await bench.live(20_000);
    assert.equal(newest(bench, ["sim.state"]), [inserted ? "ready" : "absent"]);
  }
  await bench.stop();
});

/** ModemManager 166d6c5b, db72a182: RDY while what handles it is being made or gone. Each stands for a moment of the set-up. */
const moments = ["\x1b", "ATE0", "AT+CMEE=1", "AT+CGMM", "AT+CGSN", "AT+QSIMSTAT=1", "AT+CPIN?", "AT+QCCID"];
const banner = "\r\nRDY\r\n";
const start = `${banner}\r\n+CFUN: 1\r\n\r\n+CPIN: READY\r\n\r\n+QUSIM: 1\r\n`;
for (const instead of [true, false]) {
  for (const moment of moments) {
    const how = `${instead ? "in place of" : "right behind"} the answer to ${JSON.stringify(moment)}`;
    test(`15: a modem that starts anew twice in the middle of its set-up, ${how}, is set up in the end`, async () => {
      const bench = new Bench();
      let starts = 0;
      before(bench, (request) => {
        // The second time in the set-up that the first one called for.
        if (starts === 2 || request !== (starts === 0 ? moment : "AT+CEREG=3")) return;
        starts += 1;
        if (instead) bench.swallow = 1;
        bench.clock.at(instead ? 15 : 30, () => {
          bench.forget();
          bench.port.say(instead ? banner : start);
        });
      });
      await bench.live(12_000);
      assert.is(starts, 2);
      assert.is(bench.probe.status().counts.resets, 2);
      for (const request of ["ATE0", "ATV1", "AT+CMEE=1", "AT+CEREG=3", "AT+CGEREP=2,1", "AT+QSIMSTAT=1"]) {
        assert.ok(bench.times(request) >= 1, request);
      }
      const { profile, model, imei, iccid, answering } = bench.probe.status();
      assert.equal([profile, model, imei, iccid, answering], ["quectel", "EC25", "…1234", "…5678", true]);
      assert.equal(newest(bench, ["sim.state", "modem.reg_state", "modem.csq"]), ["ready", "home", 20]);
      await bench.stop();
    });
  }
}

test("15: a card that is busy behind the start is asked who it is until it says so", async () => {
  const bench = new Bench();
  bench.replies["AT+QCCID"] = cme(14);
  bench.replies["AT+CCID"] = cme(14);
  await bench.live(15_000);
  assert.is(bench.probe.status().iccid, undefined);
  bench.replies = { ...healthy };
  await bench.live(15_000);
  assert.is(bench.probe.status().iccid, "…5678");
  await bench.stop();
});

test("15: what a modem says after its port was lost reaches nobody", async () => {
  const bench = new Bench();
  await bench.live(20_000);
  bench.forget();
  bench.refusal = "PORT_GONE";
  bench.port.lose();
  bench.port.say(start);
  await bench.live(5_000);
  assert.is(bench.probe.status().counts.resets, 0);
  assert.equal(newest(bench, ["sim.state"]), ["(absent)"]);
  bench.refusal = undefined;
  await bench.live(40_000);
  await bench.stop();
  assert.is(bench.newest("sim.state"), "ready");
});

test.run();
