import { assert, suite } from "../front-door/suite.ts";
import { Bench, healthy, info } from "./modem-bench.ts";

const test = suite("modem dialogue");

function benchOf(manufacturer: string, model: string): Bench {
  const bench = new Bench();
  bench.replies = { ...healthy, "AT+CGMI": info(manufacturer), "AT+CGMM": info(model) };
  return bench;
}

/** The shortest time from an answer to the next command. */
function shortestRest({ askedMs, replyMs }: Bench): number {
  return Math.min(...askedMs.slice(1).map((atMs, at) => atMs - (askedMs[at] ?? 0) - replyMs));
}

for (const [model, restMs] of [
  ["SARA-R410M-02B", 100],
  ["SARA-U201", 50],
  ["SARA-R510S", 20],
] as const) {
  test(`a ${model} is given ${restMs} ms between an answer and the next command`, async () => {
    const bench = benchOf("u-blox", model);
    await bench.live(20_000);
    bench.forget();
    await bench.live(60_000);
    await bench.stop();
    assert.ok(bench.asked.length > 10);
    assert.is(shortestRest(bench), restMs);
  });
}

test("what cannot be combined on a modem is asked alone, the rest in one line", async () => {
  const bench = benchOf("Cinterion", "EHS6");
  bench.replies["AT^SCKS=1"] = "\r\nOK\r\n";
  bench.replies["AT^SMONI"] = info("^SMONI: 4G,6300,20,10,10,FDD,262,02,BF75,0345103,350,33,-94,-7,NOCONN");
  await bench.live(20_000);
  bench.forget();
  await bench.live(60_000);
  await bench.stop();
  assert.is(bench.newest("modem.rsrp_dbm"), -94);
  assert.ok(bench.asked.includes("AT^SMONI"));
  assert.ok(bench.asked.some((line) => line.includes(";")));
  assert.not(bench.asked.some((line) => line.includes(";^SMONI")));
});

test("only what was understood alone goes into one line, so that one refusal does not spoil it", async () => {
  const bench = new Bench();
  await bench.live(60_000);
  await bench.stop();
  for (const line of bench.asked.filter((each) => each.includes(";"))) {
    for (const refused of ["+QTEMP", "+CBC", "+QGDCNT?", "+C5GREG?"]) assert.not(line.includes(refused), line);
  }
  assert.ok(bench.asked.some((line) => line.includes(";")));
});

test("lines without a name go to the question they answer, also in one line with others", async () => {
  const bench = benchOf("Fibocom Wireless Inc.", "FM160-CN");
  bench.replies["AT+ICCID"] = info("+ICCID: 89860411123456785678");
  bench.replies["AT+GTCCINFO?"] = info(
    "+GTCCINFO:",
    "LTE service cell:",
    "1,4,460,01,4F50,52BF337,672,1E4,103,100,44,63,63,24",
    "LTE neighbor cell:",
  );
  await bench.live(25_000);
  bench.forget();
  await bench.live(10_000);
  await bench.stop();
  assert.ok(bench.asked.some((line) => line.includes(";+GTCCINFO?;")));
  assert.equal([bench.newest("modem.rsrp_dbm"), bench.newest("modem.csq")], [-78, 20]);
  assert.equal(bench.factsOf("cell").at(-1), { kind: "cell", area: 0x1a2b, cell: 0x1c3d4e5 });
});

test.run();
