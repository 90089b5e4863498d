import { command } from "../../src/at/commands.ts";
import type { Outcome } from "../../src/at/exchange.ts";
import { assert, suite } from "../front-door/suite.ts";
import { Bench, healthy, info } from "./modem-bench.ts";

const test = suite("orders to the modem");
const ok = "\r\nOK\r\n";

/** Orders a command and says how it ended, if it has. */
function ordered(bench: Bench, request: Parameters<typeof command>[0]): { outcome: Outcome | undefined } {
  const result: { outcome: Outcome | undefined } = { outcome: undefined };
  void bench.probe.perform(command(request)).then((outcome) => {
    result.outcome = outcome;
  });
  return result;
}

test("without a port an order ends at once", async () => {
  const bench = new Bench();
  assert.equal(await bench.probe.perform(command("AT+CGATT=0")), { kind: "port_lost" });
  bench.refusal = "PORT_GONE";
  await bench.live(5_000);
  assert.equal(await bench.probe.perform(command("AT+CGATT=0")), { kind: "port_lost" });
  await bench.stop();
});

test("an order goes behind the command under way, and a look follows it", async () => {
  const bench = new Bench();
  bench.replies["AT+CGATT=0"] = ok;
  bench.replyMs = 100;
  await bench.live(20_650);
  bench.forget();
  bench.clock.at(10, () => bench.port.say("\r\n+CEREG: 2\r\n"));
  await bench.live(600);
  const result = ordered(bench, "AT+CGATT=0");
  await bench.live(3_000);
  await bench.stop();
  assert.is(result.outcome?.kind, "ok");
  const at = bench.asked.indexOf("AT+CGATT=0");
  assert.ok(at > 0, "a look was under way");
  assert.ok(bench.asked.slice(at + 1).includes("AT+CPIN?"));
});

test("while an order takes a minute nothing else is sent, and nobody says that the modem is silent", async () => {
  const bench = new Bench();
  bench.probe.setPace("quick");
  await bench.live(10_500);
  bench.forget();
  bench.replies["AT+CGATT=1"] = "";
  const result = ordered(bench, "AT+CGATT=1");
  await bench.live(60_000);
  assert.is(result.outcome, undefined);
  const asked = bench.asked.slice(bench.asked.indexOf("AT+CGATT=1") + 1);
  assert.equal(asked, []);
  bench.port.say(ok);
  await bench.live(3_000);
  await bench.stop();
  assert.is(result.outcome?.kind, "ok");
  assert.ok(bench.of("modem.at_response").every(({ value }) => value === "ok"));
  assert.ok(bench.asked.includes("AT+CPIN?"));
});

test("a reset that was ordered is no restart, and the silence after it no hang", async () => {
  const bench = new Bench();
  bench.probe.setPace("quick");
  bench.replies["AT+CFUN=1,1"] = ok;
  await bench.live(10_500);
  bench.forget();
  const result = ordered(bench, "AT+CFUN=1,1");
  await bench.live(300);
  assert.is(result.outcome?.kind, "ok");
  bench.silence();
  await bench.live(15_000);
  bench.replies = { ...healthy };
  bench.port.say("\r\nRDY\r\n");
  await bench.live(5_000);
  await bench.stop();
  assert.is(bench.factsOf("restart").length, 0);
  assert.not(bench.of("modem.at_response").some(({ value }) => value === "timeout"));
  assert.is(bench.newest("sim.state"), "ready");
});

test("a reset whose banner comes with its OK is no restart", async () => {
  const bench = new Bench();
  bench.replies["AT+CFUN=1,1"] = "\r\nOK\r\n\r\nRDY\r\n";
  await bench.live(10_500);
  ordered(bench, "AT+CFUN=1,1");
  await bench.live(5_000);
  await bench.stop();
  assert.is(bench.probe.status().counts.resets, 1);
  assert.is(bench.factsOf("restart").length, 0);
});

test("a reset that takes the port away is no restart either, and the device is found again", async () => {
  const bench = new Bench();
  bench.replies["AT+CFUN=1,1"] = "";
  await bench.live(10_500);
  const result = ordered(bench, "AT+CFUN=1,1");
  await bench.live(100);
  bench.refusal = "PORT_GONE";
  bench.port.lose();
  await bench.live(20_000);
  bench.refusal = undefined;
  await bench.live(31_000);
  await bench.stop();
  assert.equal(result.outcome, { kind: "port_lost" });
  assert.is(bench.newest("modem.port"), "open");
  assert.is(bench.factsOf("restart").length, 0);
});

test("a reset that is refused or not answered excuses nothing", async () => {
  for (const reply of ["\r\nERROR\r\n", ""]) {
    const bench = new Bench();
    bench.probe.setPace("quick");
    bench.replies["AT+CFUN=1,1"] = reply;
    await bench.live(10_500);
    ordered(bench, "AT+CFUN=1,1");
    await bench.live(30_000);
    bench.silence();
    await bench.live(10_000);
    await bench.stop();
    assert.is(bench.newest("modem.at_response"), "timeout", JSON.stringify(reply));
  }
});

test("what mends the modem is its family's, and 27.007's while it is not known", async () => {
  const bench = new Bench();
  assert.is(bench.probe.recovery().reset, "AT+CFUN=1,1");
  bench.replies["AT+CGMI"] = info("SIMCOM INCORPORATED");
  bench.replies["AT+CGMM"] = info("SIMCOM_SIM7600G-H");
  await bench.live(3_000);
  await bench.stop();
  assert.is(bench.probe.recovery().reset, "AT+CRESET");
  assert.is(bench.probe.recovery().detach, "AT+CGATT=0");
});

test.run();
