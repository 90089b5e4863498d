import { assert, suite } from "../front-door/suite.ts";
import { Bench, info } from "./modem-bench.ts";

const test = suite("modem probe and the registration");
const error = "\r\nERROR\r\n";

test("a modem without +CEREG is not asked for it with every look (ELS61)", async () => {
  const bench = new Bench();
  bench.replies["AT+CEREG?"] = error;
  bench.replies["AT+CGREG?"] = info('+CGREG: 2,1,"1A2B","01C3D4E5",7');
  await bench.live(25_000);
  bench.forget();
  await bench.live(30_000);
  await bench.stop();
  assert.is(bench.newest("modem.reg_state"), "home");
  assert.equal([bench.times("AT+CEREG?"), bench.times("AT+C5GREG?")], [0, 0]);
  assert.ok(bench.asked.every((line) => line === "AT+CPIN?" || line.startsWith("AT+CSQ;+CGREG?;")));
});

test("+CEREG that was refused for a moment is asked again while nothing else says registered", async () => {
  const bench = new Bench();
  bench.replies["AT+CEREG?"] = error;
  await bench.live(25_000);
  assert.is(bench.newest("modem.reg_state"), "unregistered");
  bench.replies["AT+CEREG?"] = info('+CEREG: 3,1,"1A2B","01C3D4E5",7');
  await bench.live(11_000);
  await bench.stop();
  assert.is(bench.newest("modem.reg_state"), "home");
});

test("where only 5G says registered, both questions go into one line", async () => {
  const bench = new Bench();
  bench.replies["AT+CEREG?"] = info("+CEREG: 3,0");
  bench.replies["AT+C5GREG?"] = info('+C5GREG: 2,1,"76010F","760BF0114",11');
  await bench.live(25_000);
  bench.forget();
  await bench.live(10_000);
  await bench.stop();
  assert.is(bench.newest("modem.reg_state"), "home");
  assert.equal(bench.factsOf("cell").at(-1), { kind: "cell", area: 0x76010f, cell: 0x760bf0114 });
  assert.equal(
    bench.asked.filter((line) => line.includes("C5GREG")),
    bench.asked.filter((line) => line.startsWith("AT+CSQ;+CEREG?;+C5GREG?;")),
  );
});

/** Huawei: the line is that of the MT5700 AT manual, 13.14. */
test("a cause that came in a line of its own stands until the modem is registered", async () => {
  const bench = new Bench();
  await bench.live(20_000);
  bench.replies["AT+CEREG?"] = info("+CEREG: 0,3");
  bench.port.say('\r\n^REJINFO:46000,1,7,2,3,7,"0026F8","FF","0A444202"\r\n');
  await bench.live(25_000);
  assert.equal([bench.newest("modem.reg_state"), bench.newest("modem.reject_cause")], ["denied", 7]);
  bench.replies["AT+CEREG?"] = info("+CEREG: 0,1");
  await bench.live(25_000);
  bench.replies["AT+CEREG?"] = info("+CEREG: 0,3");
  await bench.live(25_000);
  await bench.stop();
  assert.equal([bench.newest("modem.reg_state"), bench.newest("modem.reject_cause")], ["denied", "absent"]);
});

test.run();
