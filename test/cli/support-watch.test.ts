import { isAgentError } from "../../src/base/errors.ts";
import { supportWatchCommand } from "../../src/cli/support-watch.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createAedes } from "../support/aedes.ts";
import { createSubscriber } from "../support/subscriber.ts";
import { createUplinkBench, until } from "../uplink/bench.ts";
import { type Captured, capturedIo } from "./captured-io.ts";

const test = suite("cli/support-watch", { timeoutMs: 20_000 });

function start(captured: Captured, ...args: string[]): Promise<number> {
  return supportWatchCommand.run(args, captured.io);
}

test("prints what a terminal says, for people and for programs, and ends after so many", async () => {
  await using broker = await createAedes();
  await broker.start();
  await using bench = await createUplinkBench(broker.port);
  const [people, programs] = [capturedIo(), capturedIo()];
  const url = ["--broker", `mqtt://127.0.0.1:${broker.port}`];
  const ended = [
    start(people, ...url, "--lang", "en", "--count", "4"),
    start(programs, ...url, "--json", "--count", "4"),
  ];
  await until(() => people.err().includes("connected") && programs.err().includes("connected"));
  bench.start();
  await bench.report();
  assert.equal(await Promise.all(ended), [0, 0]);
  assert.match(people.out(), /shop-8\/SN-0042 {2}OPENED {2}SIM card missing/);
  const lines = programs.out().trim().split("\n");
  assert.equal(
    lines.map((line) => JSON.parse(line).kind),
    ["birth", "alive", "faults", "case"],
  );
});

test("with --ack the terminal is freed of what has come, and a stranger's topic harms nothing", async () => {
  await using broker = await createAedes();
  await broker.start();
  await using bench = await createUplinkBench(broker.port, { ack: "collector" });
  await using stranger = await createSubscriber(broker.port);
  const captured = capturedIo();
  const ended = start(captured, "--broker", `mqtt://127.0.0.1:${broker.port}`, "--ack", "--json", "--count", "7");
  await until(() => captured.err().includes("connected"));
  await stranger.publish("pos/v1/shop-8/SN-0042/up/evt", Buffer.from("rubbish"));
  for (const name of ["metric", "fault", "metric"] as const) await bench.report(name);
  bench.start();
  await until(() => bench.outbox.pendingCount() === 0);
  assert.is(await ended, 0);
  assert.match(captured.out(), /"kind":"unreadable"/);
});

test("says that it waits for the broker, and goes on when it is back", async () => {
  await using broker = await createAedes();
  const captured = capturedIo();
  const ended = start(captured, "--broker", `mqtt://127.0.0.1:${broker.port}`, "--count", "1", "--timeout", "15");
  await until(() => captured.err().includes("waiting for the broker (network, ECONNREFUSED)"));
  await broker.start();
  await until(() => captured.err().includes("connected"));
  await broker.stop();
  await until(() => captured.err().split("waiting").length > 2);
  await broker.start();
  await until(() => captured.err().split(": connected").length > 2);
  await using terminal = await createSubscriber(broker.port);
  await terminal.publish("pos/v1/shop-8/SN-0042/state/alive", Buffer.from("rubbish"));
  assert.is(await ended, 0);
});

test("without enough messages in time it ends with 75", async () => {
  const captured = capturedIo();
  assert.is(await start(captured, "--broker", "mqtt://127.0.0.1:1", "--count", "1", "--timeout", "0.05"), 75);
});

test("wrong use is told as such", async () => {
  const wrong = [
    [],
    ["--broker", "http://x"],
    ["--broker", "mqtt://x", "--count", "0"],
    ["--broker", "mqtt://x", "--terminal", "#"],
  ];
  for (const args of wrong) {
    let refused: unknown;
    try {
      await start(capturedIo(), ...args);
    } catch (error) {
      refused = error;
    }
    assert.ok(isAgentError(refused, "USAGE"), args.join(" "));
  }
});

test.run();
