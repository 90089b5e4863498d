import { assert, suite } from "../front-door/suite.ts";
import { Bench, cme, healthy, info } from "./modem-bench.ts";

const test = suite("modem probe and the SIM");
const swapped = info("+QCCID: 89860411123456784321");
const fiveMinutes = 300_000;

test("the pair is told when it is known, and again after every check", async () => {
  const bench = new Bench();
  await bench.live(3_000);
  const pair = { kind: "identity", imei: "860000000001234", iccid: "89860411123456785678" } as const;
  assert.equal(bench.factsOf("identity"), [pair]);
  await bench.live(3 * fiveMinutes);
  await bench.stop();
  const told = bench.factsOf("identity");
  assert.ok(told.length >= 3 && told.length <= 4, `${told.length} times`);
  assert.ok(told.every(({ iccid }) => iccid === pair.iccid));
});

test("a card swapped without a word is found within five minutes, with its IMSI", async () => {
  const bench = new Bench();
  await bench.live(20_000);
  bench.replies["AT+QCCID"] = swapped;
  bench.replies["AT+CIMI"] = info("460041234560000");
  await bench.live(fiveMinutes);
  await bench.stop();
  assert.is(bench.factsOf("identity").at(-1)?.iccid, "89860411123456784321");
  assert.is(bench.probe.status().imsi, "…0000");
});

test("a card that was pulled and put back between two looks is compared at once", async () => {
  const bench = new Bench();
  await bench.live(20_000);
  bench.forget();
  bench.replies["AT+QCCID"] = swapped;
  bench.port.say("\r\n+QSIMSTAT: 1,0\r\n\r\n+QSIMSTAT: 1,1\r\n");
  await bench.live(1_500);
  await bench.stop();
  assert.is(bench.factsOf("identity").at(-1)?.iccid, "89860411123456784321");
});

test("identities are in no Reading and no log", async () => {
  const bench = new Bench();
  await bench.live(fiveMinutes);
  await bench.stop();
  assert.not(/\d{14}/.test(JSON.stringify([bench.readings.map(({ value }) => value), bench.logged])));
});

test("a modem that says READY from memory is not believed when the card is gone", async () => {
  const bench = new Bench();
  await bench.live(20_000);
  bench.replies["AT+QCCID"] = cme(13);
  bench.forget();
  await bench.live(fiveMinutes);
  assert.is(bench.newest("sim.state"), "absent");
  assert.is(bench.factsOf("sim").at(-1)?.state, "absent");
  const told = bench.of("sim.state").map(({ value }) => value);
  assert.equal([...new Set(told.slice(told.indexOf("absent")))], ["absent"], "it does not flap");
  bench.replies["AT+QCCID"] = swapped;
  await bench.live(12_000);
  await bench.stop();
  assert.is(bench.newest("sim.state"), "ready");
  assert.is(bench.factsOf("identity").at(-1)?.iccid, "89860411123456784321");
});

test("another refusal of the ICCID says nothing about the card", async () => {
  for (const refusal of ["\r\nERROR\r\n", cme(4), cme(100), ""]) {
    const bench = new Bench();
    await bench.live(20_000);
    bench.replies["AT+QCCID"] = refusal;
    await bench.live(2 * fiveMinutes);
    await bench.stop();
    assert.ok(
      bench.of("sim.state").every(({ value }) => value === "ready"),
      JSON.stringify(refusal),
    );
  }
});

test("a module whose ICCID was never read is not said to have lost its card", async () => {
  const bench = new Bench();
  bench.replies["AT+QCCID"] = cme(13);
  await bench.live(2 * fiveMinutes);
  await bench.stop();
  assert.ok(bench.of("sim.state").every(({ value }) => value === "ready"));
  assert.is(bench.factsOf("identity").at(-1)?.iccid, undefined);
});

const redirects = ["usbat", "uart1"].map((port) => `AT+QURCCFG="urcport","${port}"`);

/** The card goes and comes so many times, the modem says nothing. */
async function moveCard(bench: Bench, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    bench.replies["AT+CPIN?"] = at % 2 === 0 ? cme(10) : info("+CPIN: READY");
    await bench.live(20_000);
  }
}

test("a card that moves without a report makes the modem report to one port after the other", async () => {
  const bench = new Bench();
  for (const request of redirects) bench.replies[request] = "\r\nOK\r\n";
  await bench.live(20_000);
  await moveCard(bench, 2);
  assert.equal(
    redirects.map((request) => bench.times(request)),
    [1, 1],
  );
  await moveCard(bench, 6);
  await bench.stop();
  assert.equal(
    redirects.map((request) => bench.times(request)),
    [2, 1],
  );
  assert.ok(bench.logged.includes("modem.reports_redirected"));
});

test("where any report was heard, the port of reports is left alone", async () => {
  for (const report of ["+QSIMSTAT: 1,1", "+CEREG: 1", "+CGEV: ME PDN ACT 1"]) {
    const bench = new Bench();
    await bench.live(20_000);
    bench.port.say(`\r\n${report}\r\n`);
    await moveCard(bench, 4);
    await bench.stop();
    assert.is(bench.asked.filter((line) => line.includes("QURCCFG")).length, 0, report);
  }
});

test("where reports were brought here, no other port is tried", async () => {
  const bench = new Bench();
  await bench.live(20_000);
  await moveCard(bench, 1);
  bench.port.say("\r\n+CPIN: READY\r\n");
  await moveCard(bench, 4);
  await bench.stop();
  assert.equal(
    redirects.map((request) => bench.times(request)),
    [1, 0],
  );
});

test("without SIM the slow commands of an FM160 are not sent, and watching goes on", async () => {
  const bench = new Bench();
  bench.replies = {
    ...healthy,
    "AT+CGMI": info("Fibocom Wireless Inc."),
    "AT+CGMM": info("FM160-CN"),
    "AT+CPIN?": cme(10),
    "AT+ICCID": cme(13),
    "AT+CSQ": info("+CSQ: 31,99"),
    "AT+CESQ": info("+CESQ: 99,99,255,255,22,64,255,255,255"),
    "AT+CEREG?": info("+CEREG: 0,2"),
    "AT+CCID": "",
    "AT+CIMI": "",
    "AT+CGDCONT?": "",
  };
  await bench.live(120_000);
  for (const request of ["AT+CCID", "AT+ICCID", "AT+CIMI", "AT+CGDCONT?"]) assert.is(bench.times(request), 0, request);
  assert.is(bench.newest("sim.state"), "absent");
  assert.is(bench.newest("modem.rsrp_dbm"), -77);
  assert.ok(bench.of("modem.at_response").every(({ value }) => value === "ok"));
  // With a card whose number +ICCID does not give, +CCID is still not asked: it blocks the line for ten seconds.
  bench.replies["AT+CPIN?"] = info("+CPIN: READY");
  bench.replies["AT+CIMI"] = info("460041234569012");
  await bench.live(20_000);
  await bench.stop();
  assert.ok(bench.times("AT+ICCID") > 0);
  assert.is(bench.times("AT+CCID"), 0);
});

test("facts of SIM, registration and cell are told as they are seen", async () => {
  const bench = new Bench();
  await bench.live(3_000);
  assert.equal(bench.factsOf("sim").at(-1), { kind: "sim", state: "ready" });
  assert.equal(bench.factsOf("registration").at(-1), { kind: "registration", state: "home" });
  assert.equal(bench.factsOf("cell").at(-1), { kind: "cell", area: 0x1a2b, cell: 0x1c3d4e5 });
  bench.forget();
  bench.replies["AT+CEREG?"] = info('+CEREG: 3,3,"1A2B","01C3D4E5",7');
  bench.port.say("\r\n+CEREG: 3\r\n");
  await bench.live(3_000);
  await bench.stop();
  assert.equal([...new Set(bench.factsOf("registration").map(({ state }) => state))], ["denied"]);
  assert.is(bench.factsOf("cell").length, 0, "a cell that refuses is not where it stands");
});

test("the cell comes from the radio's reply where the registration does not name it", async () => {
  const bench = new Bench();
  bench.replies["AT+CEREG?"] = info("+CEREG: 0,1");
  bench.replies["AT+QCSQ"] = "\r\nERROR\r\n";
  bench.replies['AT+QENG="servingcell"'] = info(
    '+QENG: "servingcell","NOCONN","LTE","FDD",460,11,D196A00,462,100,1,5,5,7794,-109,-11,-76,11,-',
  );
  await bench.live(3_000);
  await bench.stop();
  assert.equal(bench.factsOf("cell").at(-1), { kind: "cell", area: 0x7794, cell: 0xd196a00 });
});

test.run();
