import { type Reading, reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import { createAnswers } from "../../src/probes/answers.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("probes/answers");

function listen() {
  const clock = new VirtualClock();
  const seen: Reading[] = [];
  const answers = createAnswers(clock, (readings) => void seen.push(...readings));
  const stop = new AbortController();
  const running = answers.run(stop.signal);
  const say = (signal: SignalId, value: unknown) => answers.hear(reading(signal, value, clock.monoMs()));
  return {
    clock,
    seen,
    say,
    pay: (tookMs: number) => {
      say("host.resp_ms", tookMs);
      say("txn.outcome", "approved");
    },
    newest: (signal: SignalId) => seen.findLast((each) => each.signal === signal),
    end: async () => {
      stop.abort();
      await clock.settle(running);
    },
  };
}

test("says how slow the slowest of twenty answers are, once there are enough", async () => {
  const { pay, newest, end } = listen();
  for (const tookMs of [900, 800, 700, 600]) pay(tookMs);
  assert.is(newest("host.resp_ms_p95_1h")?.quality, "absent");
  pay(21_000);
  assert.is(newest("host.resp_ms_p95_1h")?.value, 21_000);
  for (let count = 0; count < 95; count += 1) pay(500);
  assert.is(newest("host.resp_ms_p95_1h")?.value, 500);
  await end();
});

test("forgets what is older than an hour, and keeps a bound", async () => {
  const { clock, pay, newest, end } = listen();
  for (let count = 0; count < 1_000; count += 1) pay(count);
  assert.is(newest("host.resp_ms_p95_1h")?.value, 987);
  await clock.advance(3_700_000);
  assert.is(newest("host.resp_ms_p95_1h")?.quality, "absent");
  await end();
});

test("says how long ago the host answered, and nothing before it ever did", async () => {
  const { clock, pay, say, newest, end } = listen();
  say("txn.outcome", "aborted");
  await clock.advance(120_000);
  assert.is(newest("host.last_ok_age_s"), undefined);
  pay(300);
  await clock.advance(180_000);
  assert.is(newest("host.last_ok_age_s")?.value, 180);
  await end();
});

test("an unanswered payment leaves no time of an answer", async () => {
  const { say, newest, end } = listen();
  say("host.resp_ms", 300);
  say("txn.outcome", "timeout");
  assert.is(newest("host.resp_ms")?.quality, "absent");
  await end();
});

for (const outcome of ["approved", "declined"]) {
  test(`a payment that was ${outcome} proves the connection to the host`, async () => {
    const { say, newest, end } = listen();
    say("txn.outcome", outcome);
    assert.is(newest("net.tcp_host")?.value, "ok");
    await end();
  });
}

test("what an earlier payment proved is not known any more once one fails, unless it tells of its connection itself", async () => {
  const { pay, say, seen, newest, end } = listen();
  pay(300);
  say("txn.outcome", "aborted");
  assert.is(newest("net.tcp_host")?.quality, "absent");
  const before = seen.length;
  say("txn.outcome", "aborted");
  assert.equal(seen.slice(before), [], "what has been measured since is left alone");
  pay(300);
  say("net.tcp_host", "refused");
  say("txn.outcome", "aborted");
  assert.is(newest("net.tcp_host")?.value, "ok");
  await end();
});

test("a sign-in that was taken brings new keys; one that was refused does not", async () => {
  const { say, newest, end } = listen();
  say("host.signin_rc", "97");
  assert.is(newest("key.working_key_age_h"), undefined);
  say("host.signin_rc", "00");
  assert.is(newest("key.working_key_age_h")?.value, 0);
  await end();
});

test.run();
