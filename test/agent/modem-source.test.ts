import { createModemSource, type ModemSourceOptions } from "../../src/agent/modem-source.ts";
import { absent, type Reading, reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("who tells of modem and SIM");
const holdMs = 25_000;

function bench(mode: ModemSourceOptions["mode"]) {
  const clock = new VirtualClock();
  const emitted: Reading[] = [];
  const stop = new AbortController();
  const source = createModemSource({ mode, clock, holdMs, emit: (readings) => void emitted.push(...readings) });
  const running = source.run(stop.signal);
  const newest = (signal: SignalId) => {
    const last = emitted.findLast((each) => each.signal === signal);
    return last?.value ?? last?.quality;
  };
  return {
    ...{ clock, emitted, source, newest },
    /** One look of the probe at a modem that answers. */
    answers: (state: string) =>
      source.fromProbe([
        reading("modem.at_response", "ok", clock.monoMs()),
        reading("sim.state", state, clock.monoMs()),
      ]),
    /** One look at a port of which nothing is known. */
    fails: () =>
      source.fromProbe([
        reading("modem.port", "denied", clock.monoMs()),
        reading("modem.module_present", false, clock.monoMs()),
        absent("modem.at_response", clock.monoMs()),
        absent("sim.state", clock.monoMs()),
      ]),
    app: (state: string) => source.fromApp(reading("sim.state", state, clock.monoMs())),
    end: async () => {
      stop.abort();
      await running;
    },
  };
}

test("the serial port alone: what it says passes, and so does that it says nothing", async () => {
  const { answers, fails, newest, end } = bench("serial");
  answers("ready");
  assert.equal([newest("sim.state"), newest("modem.source")], ["ready", "serial"]);
  fails();
  assert.equal(
    [newest("sim.state"), newest("modem.source"), newest("modem.module_present")],
    ["absent", "none", false],
  );
  await end();
});

test("auto: the application fills in while the port does not answer, and the port's silence does not drown it", async () => {
  const { app, fails, newest, end } = bench("auto");
  fails();
  assert.equal([newest("sim.state"), newest("modem.source")], ["absent", "none"]);
  app("ready");
  fails();
  assert.equal([newest("sim.state"), newest("modem.source"), newest("modem.port")], ["ready", "app", "denied"]);
  await end();
});

test("auto: a port that answers is believed, whatever the application says", async () => {
  const { app, answers, newest, end } = bench("auto");
  app("ready");
  assert.is(newest("modem.source"), "app");
  answers("absent");
  app("ready");
  assert.equal([newest("sim.state"), newest("modem.source")], ["absent", "serial"]);
  await end();
});

test("auto: back to the application when the port goes silent, and to nothing when the application does too", async () => {
  const { app, answers, fails, clock, newest, end } = bench("auto");
  answers("ready");
  fails();
  assert.equal([newest("sim.state"), newest("modem.source")], ["absent", "none"]);
  app("busy");
  assert.equal([newest("sim.state"), newest("modem.source")], ["busy", "app"]);
  await clock.advance(holdMs + 10_000);
  assert.is(newest("modem.source"), "none");
  fails();
  assert.is(newest("sim.state"), "absent");
  await end();
});

test("the system's own count of the month's data is not drowned by the agent's, for as long as it is told", async () => {
  const { clock, source, newest, end } = bench("app");
  const used = (megabytes: number) => reading("sim.data_used_mb_month", megabytes, clock.monoMs());
  source.fromMemory([used(1)]);
  assert.is(newest("sim.data_used_mb_month"), 1);
  source.fromApp(used(28));
  source.fromMemory([used(2), reading("modem.restarts_1h", 0, clock.monoMs())]);
  assert.equal([newest("sim.data_used_mb_month"), newest("modem.restarts_1h")], [28, 0]);
  await clock.advance(holdMs);
  source.fromMemory([used(3)]);
  assert.is(newest("sim.data_used_mb_month"), 3);
  await end();
});

test("an application alone: its source is told again and again, so that it does not age, and no longer than it speaks", async () => {
  const { app, clock, emitted, newest, end } = bench("app");
  await clock.advance(1_000);
  assert.is(newest("modem.source"), "none");
  for (let minute = 0; minute < 6; minute += 1) {
    app("ready");
    await clock.advance(10_000);
  }
  const told = emitted.filter(({ signal, value }) => signal === "modem.source" && value === "app");
  assert.ok(told.length >= 5 && told.length <= 8, String(told.length));
  await clock.advance(holdMs);
  assert.is(newest("modem.source"), "none");
  assert.is(newest("sim.state"), "ready");
  await end();
});

test.run();
